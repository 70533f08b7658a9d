import type {Range} from '../finding.ts'
import type {Line} from '../lines.ts'
import type {Item} from '../markdown.ts'
import type {Plan} from '../plan.ts'
import {opensItem} from '../tasks.ts'
import {idSource, parseTaskId, type TaskId} from './ids.ts'

/** A place that opens with a task's id and may define the task. */
export interface Candidate extends Range {
  /** As written. */
  id: string
  idRange: Range
  form: 'box' | 'item' | 'heading'
  /** The state of its box; null where it has none. */
  checked: boolean | null
  /** All that belongs to it: the list item, or what stands under the heading. */
  extent: Range
  item: Item | null
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
/** A box in a state that only some renderers know: under way, left out, put off. */
const otherBox = /^\[[~/!>?.–-]\]\s+/
/** What follows an id in a list of tasks or a sentence about one. */
const mentionTail = /^\s*(?:[,/&+→|║∥‖.]\s*T\d|(?:and|or|및|와|과)\s+T\d|[-=]+>)/

/** The id that opens a stretch of text; offsets into it. */
interface Opening {
  id: string
  start: number
  first: TaskId
  last: TaskId
  after: number
}

function openingOf(words: string): Opening | null {
  const [all = '', id = '', end = id] = opening.exec(words) ?? []
  const first = parseTaskId(id)
  const last = parseTaskId(end)
  if (!first || !last) return null
  const start = all.indexOf(id)
  return {id: all.slice(start, all.lastIndexOf(end) + end.length), start, first, last, after: all.length}
}

function candidateIn(
  {document}: Plan,
  {start, end}: Range,
  from: number,
  owner: Pick<Candidate, 'form' | 'checked' | 'extent' | 'item'>,
): Candidate | null {
  const found = document.chunks.recall(openingOf, {start: from, end})
  if (!found) return null
  const {id, first, last} = found
  const {form, checked, extent, item} = owner
  const idRange = {start: from + found.start, end: from + found.start + id.length}
  return {start, end, id, idRange, form, checked, extent, item, first, last, after: from + found.after}
}

function fromLine(plan: Plan, line: Line): Candidate | null {
  const {text} = plan
  if (!line.item || !opensItem(text, line)) return null
  const {checked} = line.item
  const words = text.slice(line.start, line.end)
  const [box = ''] = checked === null ? (otherBox.exec(words) ?? []) : []
  const [mark = ''] = checked === null ? (completionMark.exec(words) ?? []) : []
  const isBoxed = checked !== null || box !== ''
  return candidateIn(plan, line, line.start + box.length + mark.length, {
    form: isBoxed ? 'box' : 'item',
    checked: checked ?? (box !== '' ? false : mark === '' ? null : true),
    extent: line.item,
    item: line.item,
  })
}

function headingCandidates(plan: Plan): Candidate[] {
  const {document, text} = plan
  return document.sections.flatMap(section => {
    const {title} = section.heading
    const [lead = '', box] = headingLead.exec(text.slice(title.start, title.end)) ?? []
    const checked = box === undefined ? null : /x/i.test(box)
    const owner = {form: 'heading' as const, checked, extent: section, item: null}
    return candidateIn(plan, title, title.start + lead.length, owner) ?? []
  })
}

/** The places of a plan that open with a task's id, in document order. */
export function candidatesOf(plan: Plan): Candidate[] {
  const inLines = plan.document.lines.flatMap(line => fromLine(plan, line) ?? [])
  return [...inLines, ...headingCandidates(plan)].sort((a, b) => a.start - b.start)
}

/** Whether a candidate goes on like a list of tasks or a sentence about one. */
export function isMention(text: string, {form, after, end}: Candidate): boolean {
  const tail = text.slice(after, end)
  return mentionTail.test(tail) || (form === 'item' && /^\s*\(/.test(tail))
}
