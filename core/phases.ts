import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import {literally} from './patterns.ts'
import {atCommonLevel, fullest} from './phase-lists.ts'
import type {Title} from './preset.ts'
import {startingIn} from './ranges.ts'
import type {Section} from './sections.ts'
import {matcherOf, numberPattern, plainTitle} from './titles.ts'

/** A phase, stage or story of a plan. */
export interface PhaseHeading {
  section: Section
  /** As written: `1`, `2b`, `W.1`. */
  number: string
  /** The last number of a range such as `Phases 4-6`; else the number. */
  last: string
  /** Where the number stands. */
  numberRange: Range
  /** The words after the number. */
  name: string
  /** The title form that matched, such as `Phase {n}`. */
  form: Title
  /** Said in the heading itself, or by all that stands under it: nothing will be done here, or all has been. */
  state: 'skipped' | 'done' | null
}

interface Candidate extends Omit<PhaseHeading, 'state'> {
  /** What follows the number, and the range it may begin. */
  rest: string
  /** Whether a separator stands between number and name, as in `Phase 1: Name`. */
  separated: boolean
}

const decoration = String.raw`(?:[\s\p{Extended_Pictographic}\uFE0F\u200D*_~\x60\[\]xX✓✔]*)`
const separator = /^(?:\*\*|`|~~)*\s*(?:[:：.)]|[-–—]+(?=\s|$)|→|\||[(（[]|$|\p{Extended_Pictographic})/u
const notANumber = /^(?:A|I|V|X)$/
const exactNumber = new RegExp(`^${numberPattern}$`, 'u')
const notAPhase =
  /^(?:tests?|validation|verification|commands?|dependencies|exit|entry|overview|summary|results?|status|checklist|tasks?|and|to|or|through|complete|success|objectives?|gates?|artifacts?|deliverables?|re-?checks?|updates?)\b/i
const skipped =
  /\b(?:skipped|deferred|postponed|dropped|cancell?ed|obsolete|superseded|not (?:needed|required|applicable)|none (?:needed|required)|n\/a|descoped|moved to)\b|건너뜀|보류|跳过|推迟/i
const done = /✅|✔|☑|\[x\]|\b(?:completed?|done|finished|implemented|verified)\b|완료|已完成/i

const nothingToDo =
  /^[\s*_(（]*(?:n\/a|not applicable|none (?:beyond|besides|other than)\b.*|(?:none|nothing|no (?:[\p{L}-]+ ){0,3}(?:tasks?|work|prerequisites?))(?: (?:is |are )?(?:needed|required|to do))?|없음|해당 없음|无)\s*(?:$|[^\p{L}\p{N}\s'’])/iu
/** A label that says so of all its tasks, wherever it stands. */
const noTasks =
  /^\s*\*\*(?:note|purpose|tasks?|说明|說明|备注|備註|目的|任务|任務|목적|참고|작업)\s*(?:\*\*\s*[:：]|[:：]\s*\*\*)\s*(?:no (?:[\p{L}-]+ ){0,3}tasks?(?: (?:is |are )?(?:needed|required))?|无需[\p{Script=Han}]{0,6}任务|無需[\p{Script=Han}]{0,6}任務)(?=\s*(?:$|[^\p{L}\p{N}\s'’]))/iu
const leadingLabel = /^\s*\*\*[^*\n]{1,40}\*\*\s*[:：]?/

/** Whether a phase without work of its own says that there is nothing to do: `(none: no blocking prerequisites)`. */
function saysNothingToDo({blocks, items, text}: Document, {body}: Section): boolean {
  const content = startingIn(blocks, body).filter(({kind}) => kind !== 'comment' && kind !== 'rule')
  if (content.some(({kind, start, end}) => kind === 'paragraph' && noTasks.test(text.slice(start, end))))
    return startingIn(items, body).every(({checked}) => checked === null)
  const [first] = content
  if (first?.kind !== 'paragraph' || startingIn(items, body).length > 0) return false
  const words = text.slice(first.start, first.end)
  const said = words.replace(leadingLabel, '')
  return (said !== words || content.length === 1) && nothingToDo.test(said)
}

/** What a document sets aside for another plan, or tells of work that is over. */
const otherWork =
  /^(?:(?:possible |potential |optional )?(?:future|later) (?:enhancements?|improvements?|work|phases|extensions?|considerations?|directions?|plans?|ideas)|post[- ]?(?:mvp|launch)\b|session (?:summary|log|notes)\b)/i

const patterns = new Map<Title, RegExp>()

function patternOf(form: Title): RegExp {
  let pattern = patterns.get(form)
  if (!pattern) {
    const [before = '', after = ''] = form
      .split('{n}')
      .map(part => literally(part).replace(/\s+$/, '[\\s#-]+').replace(/\s+/g, '\\s+'))
    // `Phases 2-4` is a phase, too.
    const plural = before.replace(/(?<=[a-z])(?=\[)/, 's?')
    const lead = String.raw`^${decoration}(?:\d+(?:\.\d+)*[.)]?\s+)?${plural}`
    pattern = new RegExp(`(${lead})(${numberPattern})${after === '' ? '(?![\\p{L}\\p{N}])' : after}(.*)$`, 'iu')
    patterns.set(form, pattern)
  }
  return pattern
}

/** What makes a range of the number before it: `-4` in `Phases 2-4: Name`, but not ` - 4 new` in `Phase 2 - 4 new forms`. */
function rangeIn(rest: string): {last: string; length: number} | null {
  const match = /^\s*(?:[-–—~]|to|through|and|&)\s*(\d+)(?=\W|$)/.exec(rest)
  if (!match?.[1]) return null
  const [{length}, last] = match
  return /^[-–—~]\d/.test(rest) || separator.test(rest.slice(length)) ? {last, length} : null
}

/** The words after the number, without a remark between them, as in `Phase 2 (Week 3): Name`. */
function nameIn(afterNumber: string): string {
  const words = afterNumber.replace(/^[\s:：.)\-–—→|*`~]+/, '')
  const remark = /^[(（][^()（）]*[)）]\s*[:：–—-]\s*(?=\S)/.exec(words)
  return plainTitle(words.slice(remark?.[0].length ?? 0))
}

function candidateOf(section: Section, form: Title): Candidate | null {
  const match = patternOf(form).exec(section.title)
  if (!match) return null
  const [, lead = '', number = '', rest = ''] = match
  if (!exactNumber.test(number)) return null
  const range = rangeIn(rest)
  if (!range && /^\s*(?:&|,|and\s+\d)/.test(rest)) return null
  const afterNumber = rest.slice(range?.length)
  const name = nameIn(afterNumber)
  const start = section.heading.title.start + lead.length
  return {
    section,
    number,
    numberRange: {start, end: start + number.length},
    name,
    form,
    last: range?.last ?? number,
    rest,
    separated: separator.test(afterNumber),
  }
}

function phaseOf(document: Document, {rest, separated: _, ...heading}: Candidate): PhaseHeading {
  const {section, name} = heading
  if (skipped.test(rest) || saysNothingToDo(document, section)) return {...heading, state: 'skipped'}
  return {...heading, state: done.test(section.title.replace(name, '')) ? 'done' : null}
}

/** `Phase 3 的四个步骤` has something of phase 3. */
const ofThePhase = /^的/

/** `Phase 3 design status` is about phase 3; `Phase 3 Setup` and `phase 3 setup` name it. */
function goesOnInLowerCase({section, name}: Candidate): boolean {
  return /^\p{Ll}/u.test(name) && /^\P{L}*\p{Lu}/u.test(section.title)
}

function usable(candidates: readonly Candidate[]): Candidate[] {
  const separated = candidates.filter(candidate => candidate.separated)
  if (separated.length > 0) return separated
  const plausible = candidates.filter(
    candidate =>
      !notAPhase.test(candidate.name) &&
      !ofThePhase.test(candidate.name) &&
      !notANumber.test(candidate.number) &&
      !goesOnInLowerCase(candidate),
  )
  return new Set(plausible.map(({number}) => number)).size > 1 ? plausible : []
}

/** Tells whether a section is, at whatever depth, under one that passes `test`, which is asked once of each. */
function underOneThat(test: (section: Section) => boolean): (section: Section) => boolean {
  const known = new Map<Section, boolean>()
  const isUnder = ({parent}: Section): boolean => {
    if (!parent) return false
    const found = known.get(parent) ?? (test(parent) || isUnder(parent))
    known.set(parent, found)
    return found
  }
  return isUnder
}

/** Headings that number the work, so that steps under them are steps of theirs: `Step 1: Write the failing test`. */
const numberedWork = /^(?:task|fix|issue|bug|ticket)[\s#-]*\d/i

const formWords = new WeakMap<readonly Title[], RegExp>()

/** The first word of the longer part of a form, before or after the number. */
function wordOf(form: Title): string {
  const [before = '', after = ''] = form.split('{n}')
  const [word = ''] = (after.length > before.length ? after : before).trim().split(/\s+/)
  return word
}

/** Finds a word of any of `forms` in a title. */
function wordsOf(forms: readonly Title[]): RegExp {
  let words = formWords.get(forms)
  if (!words) {
    words = new RegExp(forms.map(form => literally(wordOf(form))).join('|'), 'i')
    formWords.set(forms, words)
  }
  return words
}

/**
 * The phases of a document: headings in one of `forms`, at the level most of them share. The document's title is none,
 * nor are steps of a task. Forms are tried in order; the first that occurs is the one the document uses, unless another
 * says more elsewhere. Headings under one of the titles `elsewhere` (a list of what to do, a rollout plan) repeat the
 * phases' names, and those of future work are not of this plan; they are none, unless there are no others.
 */
export function phasesOf(
  document: Document,
  forms: readonly Title[],
  elsewhere: readonly Title[] = [],
): PhaseHeading[] {
  const title = document.sections.find(section => section.level === 1)
  const words = wordsOf(forms)
  const sections = document.sections.filter(section => section !== title && words.test(section.title))
  if (sections.length === 0) return []
  const foreign = matcherOf(elsewhere)
  const isForeign = underOneThat(above => foreign.matches(above.title) || otherWork.test(plainTitle(above.title)))
  const isOfTask = underOneThat(above => above.level > 1 && numberedWork.test(plainTitle(above.title)))
  const isStep = (section: Section, form: Title) => form.startsWith('Step') && isOfTask(section)
  const candidatesIn = (form: Title) =>
    sections.flatMap(section => (isStep(section, form) ? [] : (candidateOf(section, form) ?? [])))
  const all = forms.map(form => usable(candidatesIn(form)))
  const own = fullest(all.map(candidates => atCommonLevel(candidates.filter(({section}) => !isForeign(section)))))
  const chosen = own.length > 0 ? own : fullest(all.map(atCommonLevel))
  return chosen.map(candidate => phaseOf(document, candidate))
}
