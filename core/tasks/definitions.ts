import type {Document} from '../document.ts'
import type {Range} from '../finding.ts'
import type {Item} from '../markdown.ts'
import type {Phase, Plan} from '../plan.ts'
import {type Candidate, candidatesOf, isMention} from './candidates.ts'
import type {TaskId} from './ids.ts'
import type {Tag} from './tags.ts'
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

/**
 * The candidates that define a task. Items with a box and headings do; of both with one id the item. What stands outside
 * all phases and repeats an id of theirs is a summary. An item without a box defines what nothing else does, where it
 * bears a mark of completion, or in a phase tags or tasks beside it.
 */
function definitionsAmong(plan: Plan, candidates: readonly Candidate[]): readonly Candidate[] {
  const isIn = ({phase, opening}: Candidate) => phase !== null && !opening.pointsElsewhere
  if (candidates.every(found => found.form === 'box' && isIn(found))) return candidates
  const firm = candidates.filter(found => found.form === 'box' || (found.form === 'heading' && !isMention(found)))
  const inPhase = keysOf(firm.filter(isIn))
  const own = firm.filter(found => !inPhase.has(keyOf(found)) || isIn(found))
  const boxes = own.filter(({form}) => form === 'box')
  const boxed = keysOf(boxes)
  const named = keysOf(firm)
  const standsWithBoxes = besideFinder(plan.document, boxes)
  const loose = new Map<string, Candidate>()
  for (const found of candidates) {
    const key = keyOf(found)
    if (found.form !== 'item' || named.has(key) || loose.has(key) || isMention(found)) continue
    if (found.checked || (found.phase && (standsWithBoxes(found) || isTagged(found)))) loose.set(key, found)
  }
  const firmly = own.filter(found => found.form === 'box' || !boxed.has(keyOf(found)))
  return [...firmly, ...loose.values()].sort((a, b) => a.start - b.start)
}

function keyOf({opening: {ids}}: Candidate): string {
  return ids[0]?.key ?? ''
}

function keysOf(candidates: readonly Candidate[]): Set<string> {
  return new Set(candidates.map(keyOf))
}

function isTagged({opening: {tags}}: Candidate): boolean {
  return tags.some(({kind}) => kind !== 'other')
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
  return definitionsAmong(plan, candidatesOf(plan)).map(({start, end, form, checked, extent, phase, opening, from}) => {
    const {id, ids, tags, stories, wordsStart} = opening
    const idStart = from + opening.start
    return {
      start,
      end,
      id,
      idRange: {start: idStart, end: idStart + id.length},
      ids,
      form,
      checked,
      tags: tags.map(tag => ({start: from + tag.start, end: from + tag.end, kind: tag.kind, stories: tag.stories})),
      stories,
      words: {start: from + wordsStart, end},
      extent,
      phase,
    }
  })
}

/** Whether other tasks may be worked on at the same time, by its own word. */
export function isParallel({tags}: Task): boolean {
  return tags.some(({kind}) => kind === 'parallel')
}
