import type {Range} from '../finding.ts'
import {addTo} from '../grouped.ts'
import type {Block, Table} from '../markdown.ts'
import {oncePer} from '../once.ts'
import type {Plan} from '../plan.ts'
import type {TaskWords, Title} from '../preset.ts'
import {startingWhere} from '../ranges.ts'
import {matcherOf} from '../titles.ts'
import {drawnIn} from './drawn.ts'
import {idsBetween, type TaskId} from './ids.ts'
import {type Mention, type MentionReader, mentionMovedBy} from './mentions.ts'
import {ownerFinder} from './owner.ts'
import {phrasesOf, reach, referencesIn} from './references.ts'
import {taskWordsOf} from './words.ts'

/** A task or phase that may wait for others of its sort. */
export interface Work {
  ids: readonly TaskId[]
  /** All that belongs to it. */
  extent: Range
}

/** `from` waits for `to`; the place is where the plan names `to`. */
export interface Wait<W extends Work> {
  from: W
  to: W
  place: Range
}

/** Tasks that wait and what they wait for; `who` is empty where the words are those of the work around them. */
interface Said {
  who: readonly Mention[]
  on: readonly Mention[]
}

/** More than so many pairs are said at once by a slip. */
const mostPairs = 1000

/** Ends where the words before say that it is the work around them that waits: `Depends on `, `This phase needs `. */
const ofItself =
  /(?:^|[([（:：;.|•—–-]|\b(?:this|it|phase|task|step|stage|here|and))[\s*_~]*(?:(?:can|must|should|only|also|is|are|be|starts?|begins?|runs?|done|strictly|phase|task|step|stage)\s+)*[\s*_([（]*$/i

/** Whether what stands before `on` on its line leaves open who waits, and so means the work around it. */
function meansItself(text: string, on: Range, words: TaskWords): boolean {
  const before = text.slice(Math.max(text.lastIndexOf('\n', on.start - 1) + 1, on.start - reach), on.start)
  const phrase = phrasesOf(words).before.exec(before)
  return ofItself.test((phrase ? before.slice(0, phrase.index) : before).slice(-60))
}

/** The titles of fields and columns that name what is awaited: `Depends on`, `의존`. */
export const labelsOf = oncePer(({dependencies}: TaskWords): readonly Title[] =>
  dependencies.filter(phrase => phrase.endsWith('{ids}')).map(phrase => phrase.replace(/:?\s*\{ids\}$/, '')),
)

const bareNumbers =
  /^[\s#*_`]*\d{1,3}(?:\.\d{1,3})*[a-z]?(?:\s*(?:,|&|and|[-–])\s*#?\d{1,3}(?:\.\d{1,3})*[a-z]?)*[\s*_`]*(?:$|[(（])/

/** Names in a value that holds nothing but numbers: `1, 2.1`. */
function numbersIn(value: string, offset: number, form: Title, read: MentionReader): Mention[] {
  const numbers = bareNumbers.exec(value.slice(0, reach))?.[0]
  if (numbers === undefined) return []
  const lead = `${form.split('{n}')[0] ?? ''}`
  const skipped = /^[\s#*_`]*/.exec(numbers)?.[0].length ?? 0
  const names = read(lead + numbers.slice(skipped).replace(/[(（]$/, '')).flat()
  return names.map(mention => clipped(mentionMovedBy(offset + skipped - lead.length, mention), offset + skipped))
}

function clipped(mention: Mention, start: number): Mention {
  const cut = <R extends Range>(range: R): R => ({...range, start: Math.max(range.start, start)})
  const first = cut(mention.first)
  return {...cut(mention), first, last: mention.last === mention.first ? first : mention.last}
}

/** Finds what the parts of a plan say of the order of its work. */
class Listener {
  readonly #plan: Plan
  readonly #words: TaskWords
  readonly #read: MentionReader
  readonly #form: Title

  constructor(plan: Plan, read: MentionReader, form: Title) {
    this.#plan = plan
    this.#words = taskWordsOf(plan)
    this.#read = read
    this.#form = form
  }

  /** In running text, its arrows included. */
  inProse({start, end}: Range): Said[] {
    const text = this.#plan.text.slice(start, end)
    const said = referencesIn(text, this.#words, this.#read).dependencies.filter(
      ({who, on}) => who.length > 0 || (on[0] !== undefined && meansItself(text, on[0], this.#words)),
    )
    return [...said, ...drawnIn(text, this.#read)].map(found => movedBy(start, found))
  }

  /** In the fields of the work, as `**Depends on**: 1, 2`. */
  inFields(within: Range): Said[] {
    const matcher = matcherOf(labelsOf(this.#words))
    const fields = startingWhere(this.#plan.document.labels, within, ({name}) => matcher.matches(name))
    return fields.flatMap(({value: {start, end}}) => {
      const on = numbersIn(this.#plan.text.slice(start, end), start, this.#form, this.#read)
      return on.length > 0 ? [{who: [], on}] : []
    })
  }

  inDrawing({start, end}: Range): Said[] {
    return drawnIn(this.#plan.text.slice(start, end), this.#read).map(found => movedBy(start, found))
  }

  /** In the rows of a table with a column `Depends on`. */
  inTable({header, rows}: Table): Said[] {
    const {text} = this.#plan
    const matcher = matcherOf(labelsOf(this.#words))
    const column = header.findIndex(({start, end}) => matcher.matches(text.slice(start, end)))
    if (column < 1) return []
    const namesOf = ({start, end}: Range) => {
      const cell = text.slice(start, end)
      const names = this.#read(cell)
        .flat()
        .map(mention => mentionMovedBy(start, mention))
      return names.length > 0 ? names : numbersIn(cell, start, this.#form, this.#read)
    }
    return rows.flatMap(cells => {
      const who = cells
        .slice(0, column)
        .map(namesOf)
        .find(names => names.length > 0)
        ?.slice(0, 1)
      const cell = cells[column]
      const on = cell ? namesOf(cell) : []
      return who && on.length > 0 ? [{who, on}] : []
    })
  }
}

function movedBy(offset: number, {who, on}: Said): Said {
  const moved = (mention: Mention) => mentionMovedBy(offset, mention)
  return {who: who.map(moved), on: on.map(moved)}
}

const drawing = /^(?:text|txt|plain|plaintext|ascii|diagram)?$/i

/** Where a plan speaks of its work: in prose, tables and drawings, in order. */
function* saidIn(plan: Plan, listener: Listener): Generator<{block: Block; said: Said[]}> {
  for (const block of plan.document.blocks) {
    if (block.kind === 'paragraph') yield {block, said: listener.inProse(block)}
    else if (block.kind === 'heading') yield {block, said: listener.inProse(block.title)}
    else if (block.kind === 'table') yield {block, said: listener.inTable(block)}
    else if (block.kind === 'fence') {
      const {info, content} = block
      if (drawing.test(plan.text.slice(info.start, info.end).trim().slice(0, reach)))
        yield {block, said: listener.inDrawing(content)}
    }
  }
}

/** Tells which of `works` an id means in a place: of several the one that stands in `partOf` the place. */
function finderOf<W extends Work>(works: readonly W[]): (id: TaskId, owner: W | null) => W | undefined {
  const byKey = new Map<string, W[]>()
  for (const work of works) for (const {key} of work.ids) addTo(byKey, key, work)
  return ({key}, owner) => {
    const found = byKey.get(key) ?? []
    // Where tasks are counted anew in each phase, the nearest before is meant.
    return owner === null ? found[0] : (found.findLast(({extent}) => extent.start <= owner.extent.start) ?? found[0])
  }
}

/**
 * What the plan says of the order of `works`, given in document order, whose names are of the form `form` and found by
 * `read`; each pair once.
 */
export function waitsAmong<W extends Work>(
  plan: Plan,
  works: readonly W[],
  read: MentionReader,
  form: Title,
): Wait<W>[] {
  const listener = new Listener(plan, read, form)
  const ownerOf = ownerFinder(works)
  const find = finderOf(works)
  const waits: Wait<W>[] = []
  const known = new Map<W, Set<W>>()
  const add = ({who, on}: Said, owner: W | null) => {
    const worksOf = (mentions: readonly Mention[]) =>
      mentions.flatMap(mention =>
        idsBetween(mention.first.id, mention.last.id).flatMap(id => {
          const work = find(id, owner)
          return work ? [{work, place: mention.first.id === id ? mention.first : mention.last}] : []
        }),
      )
    const waiting = who.length > 0 ? worksOf(who).map(({work}) => work) : owner ? [owner] : []
    const targets = worksOf(on)
    if (waiting.length * targets.length > mostPairs) return
    for (const from of waiting) {
      const awaited = known.get(from) ?? new Set()
      known.set(from, awaited)
      for (const {
        work: to,
        place: {start, end},
      } of targets) {
        // What comes later is not awaited by words that do not say who waits.
        const isDoubtful = who.length === 0 && to.extent.start > from.extent.start
        if (to === from || awaited.has(to) || isDoubtful || isPartOf(to, from) || isPartOf(from, to)) continue
        awaited.add(to)
        waits.push({from, to, place: {start, end}})
      }
    }
  }
  for (const {block, said} of saidIn(plan, listener)) {
    const owner = ownerOf(block)
    for (const found of said) add(found, owner)
  }
  for (const work of works) for (const found of listener.inFields(work.extent)) add(found, work)
  return waits
}

/** Whether one is a part of the other: `Task 1.2` of `Task 1`. */
function isPartOf({ids: [part]}: Work, {ids: [whole]}: Work): boolean {
  return part !== undefined && whole !== undefined && part.key.startsWith(`${whole.key}.`)
}
