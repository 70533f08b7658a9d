import type {Document} from '../document.ts'
import type {Range} from '../finding.ts'
import type {Item} from '../markdown.ts'
import type {Phase, Plan} from '../plan.ts'
import {firstAtOrAfter} from '../ranges.ts'
import {type Candidate, candidatesOf, isMention} from './candidates.ts'
import {idsBetween, type TaskId} from './ids.ts'
import {storyFormsOf} from './stories.ts'
import {type Tag, tagsOf} from './tags.ts'
import {listsOf} from './together.ts'

/** A task where the plan says what it is, not where it is only named. */
export interface Task extends Range {
  /** As written. */
  id: string
  idRange: Range
  /** All ids that it stands for: one, or those of a range such as `T024-T027`. */
  ids: readonly TaskId[]
  /** `box` for a list item with a box, `item` for one without. */
  form: 'box' | 'item' | 'heading'
  /** The state of its box; null where it has none. */
  checked: boolean | null
  tags: readonly Tag[]
  /** Numbers of the stories it says it belongs to. */
  stories: readonly string[]
  /** Its text after id and tags, as far as it stands on the same line; may be empty. */
  words: Range
  /** All that belongs to it: the list item, or what stands under the heading. */
  extent: Range
  phase: Phase | null
}

/** Finds the phase around an offset; phases have to be in order. */
function phaseFinder(phases: readonly Phase[]): (offset: number) => Phase | null {
  const sections = phases.map(({section}) => section)
  return offset => {
    const phase = phases[firstAtOrAfter(sections, offset + 1) - 1]
    return phase && offset < phase.section.end ? phase : null
  }
}

/** Whether a candidate ends by saying where the task is told: `(see above)`. */
function pointsElsewhere(text: string, {after, end}: Candidate): boolean {
  return /[(（](?:see (?:above|below|\p{L}+ \d)|见上|见下|見上|見下|위 참조|아래 참조|위의)[^()（）]*[)）][\s.*_]*$/iu.test(
    text.slice(after, end),
  )
}

/**
 * The candidates that define a task. Items with a box and headings do; of both with one id the item. What stands outside
 * all phases and repeats an id of theirs is a summary. An item without a box defines what nothing else does, where it
 * bears a mark of completion, or in a phase tags or tasks beside it.
 */
function definitionsAmong(plan: Plan, candidates: readonly Candidate[], phaseAt: (offset: number) => Phase | null) {
  const {text} = plan
  const keysOf = (some: readonly Candidate[]) => new Set(some.map(({first}) => first.key))
  const firm = candidates.filter(found => found.form === 'box' || (found.form === 'heading' && !isMention(text, found)))
  const pointers = new Set(firm.filter(found => pointsElsewhere(text, found)))
  const inPhase = keysOf(firm.filter(found => phaseAt(found.start) && !pointers.has(found)))
  const own = firm.filter(
    found => !inPhase.has(found.first.key) || (phaseAt(found.start) !== null && !pointers.has(found)),
  )
  const boxes = own.filter(({form}) => form === 'box')
  const boxed = keysOf(boxes)
  const named = keysOf(firm)
  const isLoose = looseFinder(plan, boxes)
  const loose = new Map<string, Candidate>()
  for (const found of candidates) {
    const {key} = found.first
    if (found.form !== 'item' || named.has(key) || loose.has(key) || isMention(text, found)) continue
    if (found.checked || (phaseAt(found.start) && isLoose(found))) loose.set(key, found)
  }
  const firmly = own.filter(({form, first}) => form === 'box' || !boxed.has(first.key))
  return [...firmly, ...loose.values()].sort((a, b) => a.start - b.start)
}

/** A test for items that bear a task's tags or stand in a list with one of `boxes`. */
function looseFinder({document, preset}: Plan, boxes: readonly Candidate[]): (found: Candidate) => boolean {
  const forms = storyFormsOf(preset)
  const standsWithBoxes = besideFinder(document, boxes)
  return found =>
    standsWithBoxes(found) ||
    document.chunks.recall(partsOf, {start: found.after, end: found.end}, forms).tags.some(({kind}) => kind !== 'other')
}

/** A test for items that stand in a list with one of `others`; most plans have none to be asked about. */
function besideFinder(document: Document, others: readonly Candidate[]): (found: Candidate) => boolean {
  let lists: Map<Item, Item> | undefined
  let listsOfOthers: Set<Item | null | undefined> | undefined
  const listOf = ({item}: Candidate) => {
    lists ??= listsOf(document)
    return item && lists.get(item)
  }
  return found => {
    listsOfOthers ??= new Set(others.map(listOf))
    return listsOfOthers.has(listOf(found))
  }
}

/** The tasks that a plan defines, in document order; placeholders such as `TXXX` are none. */
export function tasksOf(plan: Plan): Task[] {
  const {document} = plan
  const forms = storyFormsOf(plan.preset)
  const phaseAt = phaseFinder(plan.phases)
  return definitionsAmong(plan, candidatesOf(plan), phaseAt).map(found => {
    const {start, end, id, idRange, form, checked, extent, first, last, after} = found
    const {tags, stories, wordsStart} = document.chunks.recall(partsOf, {start: after, end}, forms)
    return {
      start,
      end,
      id,
      idRange,
      form,
      checked,
      extent,
      ids: idsBetween(first, last),
      tags: tags.map(tag => ({start: after + tag.start, end: after + tag.end, kind: tag.kind, stories: tag.stories})),
      stories,
      words: {start: after + wordsStart, end},
      phase: phaseAt(start),
    }
  })
}

/** The tags in what follows an id, and where the words behind them begin. */
function partsOf(tail: string, forms: readonly string[]) {
  const {tags, end} = tagsOf(tail, 0, forms)
  const wordsStart = tail.length - tail.slice(end).replace(/^[\s:.–—~-]+/, '').length
  return {tags, stories: [...new Set(tags.flatMap(({stories}) => stories))], wordsStart}
}

/** Whether other tasks may be worked on at the same time, by its own word. */
export function isParallel({tags}: Task): boolean {
  return tags.some(({kind}) => kind === 'parallel')
}
