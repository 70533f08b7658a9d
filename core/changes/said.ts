import type {Range} from '../finding.ts'
import {type PathMention, pathsIn} from '../tasks/paths.ts'
import {wordsOfName} from '../words.ts'
import {nameOf} from '../workspace-paths.ts'
import type {Kind} from './kinds.ts'
import type {Lead} from './leads.ts'
import type {ChangeReader} from './words.ts'

/** A change of a file as one line, cell or heading tells it; offsets count from its start. */
export interface Said extends Range {
  kind: Exclude<Kind, 'rename'>
  path: string
  /** Whether the file itself is what is changed, and not only the place of something else. */
  isFirm: boolean
}

/** What a line is read as: an entry of a list, or the words of a task, in which any clause may name a file. */
export type Form = 'entry' | 'task'

/** What stands for something else in a path: a slot, a pattern, a number or date to come. */
const standIn =
  /[*{}[\]<>$?]|\.\.\.|…|X{2,}|x{3,}|N{3,}|#{2,}|YYYY|(?:^|\/)path\/to\/|timestamp|(?:^|[/_-])(?:your|my)[-_]|example\.\w+$/i
/** A name that is to be chosen yet. */
const unnamed = /(?:^|\/)NEW\.\w+$/
/** What stands before the first path of an entry besides words: marks, a box, a number, a picture. */
const beforeEntry = /^(?:[\s*_`"'([-]|\d+[.)]|\p{Extended_Pictographic}|\uFE0F|\[[ xX]\])*$/u
const joint = /^[\s`)\]"'*_]*(?:\([^()]*\)\s*)?(?:,|;|&|\+|\band\b|및|와|과|、|和|,\s*and\b)\s*(?:and\s+)?[`(["'*_]*$/
const arrow = /^[\s`)\]"'*_]*(?:\([^()]*\)\s*)?(?:→|->|=>|⇒|\bto\b|\bas\b|\binto\b)\s+[`(["'*_]*$/
const insideFile = /(?::\d|#L\d|::|#\w)/
/** What makes no promise: the file may be there or not. */
const conditional =
  /\bif (?:it |they )?(?:is |are |does |do )?(?:not|missing|absent|needed|necessary|required|doesn't|don't)\b|\b(?:unless|optional(?:ly)?|or (?:update|extend|modify|similar|equivalent|create|new|wherever)|or existing|if (?:it )?(?:exists|present))\b|^[\s`)\]"'*_]*\(or\b|尚未存在|如果|若|如需/i
/** What is added to a file that may be there: `.gitignore entries`. */
const addition = /^[\x60*_"')\]]{0,4} ?(?:\(add(?:s|ed)? to\b|(?:entry|entries|rules?|lines?|sections?|patterns?)\b)/i
/** What is added to something that is there, also in a list of files to be created: ` - add a case to the table`. */
const addedTo = /^[\x60*_"')\]]{0,4}\s*[-–—:]\s+add(?:s|ed)?\s(?:[^.;\n]{1,60}\s)to\s/i
/** What is deleted later, if at all. */
const delayed = /\b(?:if|unless|once|when|kept?|deprecated|later|eventually|optional(?:ly)?)\b|如果|若/i
/** No path stands for more than so many alternatives, which share one place. */
const mostAlternatives = 25
/** So far behind a path one looks for such words. */
const reach = 160
const stillThere = /\b(?:not|never|don't|no need|without|nothing|unchanged)\b|않|不/i

/** Whether a path is one as it stands, not a form of several. */
function isWhole({path, isCertain}: PathMention): boolean {
  return isCertain && !standIn.test(path) && !unnamed.test(path)
}

function stemOf(path: string): string[] {
  const name = nameOf(path)
  const dot = name.indexOf('.', 1)
  return wordsOfName(dot < 0 ? name : name.slice(0, dot))
}

/** Files of such names hold many things, of which each may be added to those that are there. */
const shared =
  /^(?:types?|utils?|helpers?|constants?|configs?|index|main|app|api|models?|schemas?|routes?|router|services?|stores?|hooks?|db|errors?|common|interfaces?|server|client|settings|styles?|queries|actions?|reducers?|enums?|components?|lib|mod|init|setup|changelog|readme)$/
const tests = /^(?:tests?|specs?|e2e)$/

/** Whether what is made in a file is what the file is called after, so that the file comes to be with it. */
function isNamedAfter(object: string, path: string): boolean {
  const words = wordsOfName(object).join('')
  const stem = stemOf(path)
  if (stem.some(word => tests.test(word)) || (stem.length === 1 && shared.test(stem[0] ?? ''))) return false
  return stem.length > 0 && stem.every(word => words.includes(word.length > 3 ? word.replace(/s$/, '') : word))
}

function kindLed({kind, object, isFirm}: Lead, path: string): Kind {
  // Tests are as well updated in a file of their own.
  if (kind === 'modify' && !isFirm && stemOf(path).some(word => tests.test(word))) return 'write'
  if (kind !== 'create') return kind
  return !isFirm && !isNamedAfter(object, path) ? 'write' : 'create'
}

interface Reading {
  kind: Kind
  isFirm: boolean
  /** Whether it is told by a mark of this path alone, which says nothing of the next: `a.ts (new), b.ts`. */
  isOfMark?: boolean
}

/** What the words before the first path of a line make of it; null where the line is about something else. */
function firstOf(lead: string, path: string, reader: ChangeReader, form: Form, list: Kind | null): Reading | null {
  if (beforeEntry.test(lead)) return form === 'entry' && list ? {kind: list, isFirm: true} : null
  if (stillThere.test(lead)) return null
  const colon = /[:：][\s*_`]{0,4}$/.exec(lead)
  const titled = colon ? reader.ofTitle(lead.slice(0, colon.index)) : null
  if (titled) return {kind: titled, isFirm: true}
  const led = reader.before(lead)
  if (!led) return null
  const isFirst = beforeEntry.test(lead.slice(0, led.at))
  return form === 'task' || isFirst ? {kind: kindLed(led, path), isFirm: led.isFirm} : null
}

/** What the words before a further path of a line make of it, after `last`. */
function nextOf(
  {lead, path: {path}}: Place,
  reader: ChangeReader,
  form: Form,
  list: Kind | null,
  last: Reading | null,
): Reading | null {
  if (lead === '' || joint.test(lead)) return last?.isOfMark ? {kind: list ?? 'write', isFirm: true} : last
  if (last?.kind === 'rename' && arrow.test(lead)) return {kind: 'create', isFirm: true}
  const led = form === 'task' && !stillThere.test(lead) ? reader.before(lead) : null
  return led && {kind: kindLed(led, path), isFirm: led.isFirm}
}

function plainKind(kind: Kind, isInside: boolean): Said['kind'] {
  if (kind === 'rename') return 'delete'
  return isInside && kind !== 'write' ? (kind === 'create' ? 'write' : 'modify') : kind
}

/** A path of a line with what stands around it. */
interface Place {
  path: PathMention
  /** The words from the path before, or the start. */
  lead: string
  /** The words up to the next path, or the end. */
  tail: string
  /** The words behind it, further paths included. */
  rest: string
  isFirst: boolean
}

function placesIn(text: string): Place[] {
  const paths = pathsIn(text, 0).filter(({isCertain}) => isCertain)
  let from = 0
  return paths.map((path, index) => {
    const lead = text.slice(Math.min(from, path.start), path.start)
    from = path.end
    const next = paths.slice(index + 1, index + mostAlternatives).find(({start}) => start >= path.end)
    const rest = text.slice(path.end, path.end + reach)
    return {path, lead, tail: text.slice(path.end, next?.start ?? path.end + reach), rest, isFirst: index === 0}
  })
}

/** What a line makes of a path by the mark behind it, else by the words before it. */
function readingOf(
  place: Place,
  reader: ChangeReader,
  form: Form,
  list: Kind | null,
  last: Reading | null,
): Reading | null {
  const {path, lead, tail, rest, isFirst} = place
  let reading = isFirst ? firstOf(lead, path.path, reader, form, list) : nextOf(place, reader, form, list, last)
  const isEntry = reading !== null || (isFirst && beforeEntry.test(lead))
  const mark = isEntry && last?.kind !== 'rename' ? reader.behind(tail) : null
  if (mark && (reading === null || reading.kind === 'write' || list !== null))
    reading = {kind: mark, isFirm: true, isOfMark: true}
  if (!reading) return null
  const isAddition = reading.kind === 'create' && (addition.test(rest) || addedTo.test(rest))
  const isUnsure = isAddition || (reading.kind === 'delete' ? delayed : conditional).test(rest)
  return isUnsure ? {...reading, kind: 'write'} : reading
}

/**
 * The changes that a line tells. `list` says what becomes of the files of the list that it is an entry of; null where it
 * is in none. A path that is only mentioned is none.
 */
export function saidIn(text: string, reader: ChangeReader, form: Form, list: Kind | null): Said[] {
  const said: Said[] = []
  let last: Reading | null = null
  for (const place of placesIn(text)) {
    const {path, tail} = place
    const reading: Reading | null = readingOf(place, reader, form, list, last)
    last = reading
    if (reading === null && form === 'entry') break
    if (reading === null || !isWhole(path)) continue
    const isTargetless = reading.kind === 'rename' && !arrow.test(tail)
    said.push({
      kind: isTargetless ? 'write' : plainKind(reading.kind, insideFile.test(text.slice(path.start, path.end))),
      path: path.isFile || path.path.endsWith('/') ? path.path : `${path.path}/`,
      isFirm: reading.isFirm,
      start: path.start,
      end: path.end,
    })
  }
  return said
}
