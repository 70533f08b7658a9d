import {firstAtOrAfter} from '../document.ts'
import type {Range} from '../finding.ts'
import type {Line} from '../lines.ts'
import type {Phase, Plan} from '../plan.ts'
import {idSource, idsBetween, parseTaskId, type TaskId} from './ids.ts'
import {storyFormsOf} from './stories.ts'
import {type Tag, tagsOf} from './tags.ts'

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
  /** Its text after id and tags, as far as it stands on the same line; may be empty. */
  words: Range
  /** All that belongs to it: the list item, or what stands under the heading. */
  extent: Range
  phase: Phase | null
}

interface Candidate extends Omit<Task, 'phase' | 'tags' | 'words' | 'ids'> {
  first: TaskId
  last: TaskId
  /** Where the words after the id begin. */
  after: number
}

const opening = new RegExp(
  String.raw`^(?:~~)?(?:\*\*|__|\[|\x60)?(${idSource})(?:\s?[-–]\s?(${idSource}))?(?:\*\*|__|\]|\x60)?`,
)
const headingLead = /^(?:[-*]\s+)?(?:\[([ xX])\]\s+)?(?:Task\s+)?/i
const completionMark = /^(?:✅|☑|✔|✓)\uFE0F?\s*/
/** What follows an id in a list of tasks or a sentence about one. */
const mentionTail = /^\s*(?:[,/&+→|║∥‖.]\s*T\d|(?:and|or|및|와|과)\s+T\d|[-=]+>)/

function candidateIn(text: string, place: Range, from: number): Omit<Candidate, 'form' | 'checked' | 'extent'> | null {
  const match = opening.exec(text.slice(from, place.end))
  const [all = '', id = '', end = id] = match ?? []
  const first = parseTaskId(id)
  const last = parseTaskId(end)
  if (!first || !last) return null
  const start = from + all.indexOf(id)
  const written = all.slice(all.indexOf(id), all.lastIndexOf(end) + end.length)
  return {
    start: place.start,
    end: place.end,
    id: written,
    idRange: {start, end: start + written.length},
    first,
    last,
    after: from + all.length,
  }
}

function fromLine(text: string, line: Line): Candidate | null {
  if (!line.first || !line.item) return null
  const {checked} = line.item
  const [mark = ''] = checked === null ? (completionMark.exec(text.slice(line.start, line.end)) ?? []) : []
  const found = candidateIn(text, line, line.start + mark.length)
  if (!found) return null
  const form = checked === null ? 'item' : 'box'
  return {...found, form, checked: checked ?? (mark === '' ? null : true), extent: line.item}
}

function headingCandidates({document, text}: Plan): Candidate[] {
  return document.sections.flatMap(section => {
    const {title} = section.heading
    const [lead = '', box] = headingLead.exec(text.slice(title.start, title.end)) ?? []
    const found = candidateIn(text, title, title.start + lead.length)
    if (!found) return []
    const checked = box === undefined ? null : /x/i.test(box)
    return [{...found, form: 'heading' as const, checked, extent: section}]
  })
}

/** Finds the phase around an offset; phases have to be in order. */
function phaseFinder(phases: readonly Phase[]): (offset: number) => Phase | null {
  const sections = phases.map(({section}) => section)
  return offset => {
    const phase = phases[firstAtOrAfter(sections, offset + 1) - 1]
    return phase && offset < phase.section.end ? phase : null
  }
}

/**
 * The candidates that define a task. Items with a box and headings do; of both with one id the item. What stands outside
 * all phases and repeats an id of theirs is a summary. An item without a box defines what nothing else does, where it
 * bears a mark of completion or stands in a phase among tasks.
 */
function definitionsAmong(plan: Plan, candidates: readonly Candidate[], phaseAt: (offset: number) => Phase | null) {
  const {text} = plan
  const isMention = ({after, end}: Candidate) => mentionTail.test(text.slice(after, end))
  const keysOf = (some: readonly Candidate[]) => new Set(some.map(({first}) => first.key))
  const firm = candidates.filter(found => found.form === 'box' || (found.form === 'heading' && !isMention(found)))
  const inPhase = keysOf(firm.filter(({start}) => phaseAt(start)))
  const own = firm.filter(({start, first}) => phaseAt(start) || !inPhase.has(first.key))
  const boxed = keysOf(own.filter(({form}) => form === 'box'))
  const named = keysOf(firm)
  const boxStarts = new Set(own.filter(({form}) => form === 'box').map(({start}) => start))
  const isLoose = (found: Candidate) =>
    found.form === 'item' &&
    !named.has(found.first.key) &&
    !isMention(found) &&
    !/^\s*\(/.test(text.slice(found.after, found.end)) &&
    (found.checked || (phaseAt(found.start) !== null && hasTaskBeside(plan, found.extent, boxStarts)))
  const loose = new Map<string, Candidate>()
  for (const found of candidates) {
    if (isLoose(found) && !loose.has(found.first.key)) loose.set(found.first.key, found)
  }
  const firmly = own.filter(({form, first}) => form === 'box' || !boxed.has(first.key))
  return [...firmly, ...loose.values()].sort((a, b) => a.start - b.start)
}

/** Whether a task with a box stands in the same list right before or after the item. */
function hasTaskBeside({document}: Plan, item: Range, starts: ReadonlySet<number>): boolean {
  const own = firstAtOrAfter(document.items, item.start)
  const parent = document.items[own]?.parent
  const isTask = (step: 1 | -1) => {
    for (let index = own + step; ; index += step) {
      const other = document.items[index]
      if (!other || (parent && (other.start <= parent.start || other.start >= parent.end))) return false
      if (other.parent !== parent) continue
      const line = document.lines[firstAtOrAfter(document.lines, other.start)]
      return line !== undefined && starts.has(line.start)
    }
  }
  return isTask(-1) || isTask(1)
}

/** The tasks that a plan defines, in document order; placeholders such as `TXXX` are none. */
export function tasksOf(plan: Plan): Task[] {
  const {document, text} = plan
  const forms = storyFormsOf(plan.preset)
  const candidates = [...document.lines.flatMap(line => fromLine(text, line) ?? []), ...headingCandidates(plan)].sort(
    (a, b) => a.start - b.start,
  )
  const phaseAt = phaseFinder(plan.phases)
  return definitionsAmong(plan, candidates, phaseAt).map(({first, last, after, ...candidate}) => {
    const {tags, end} = tagsOf(text.slice(after, candidate.end), after, forms)
    const start = candidate.end - text.slice(end, candidate.end).replace(/^[\s:.–—~-]+/, '').length
    return {
      ...candidate,
      ids: idsBetween(first, last),
      tags,
      words: {start, end: candidate.end},
      phase: phaseAt(candidate.start),
    }
  })
}

/** Whether other tasks may be worked on at the same time, by its own word. */
export function isParallel({tags}: Task): boolean {
  return tags.some(({kind}) => kind === 'parallel')
}

/** Numbers of the stories that a task says it belongs to. */
export function storiesOf({tags}: Task): string[] {
  return [...new Set(tags.flatMap(({stories}) => stories))]
}
