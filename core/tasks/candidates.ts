import type {Chunk} from '../chunks.ts'
import type {Range} from '../finding.ts'
import type {Item} from '../markdown.ts'
import type {Phase, Plan} from '../plan.ts'
import {firstAtOrAfter} from '../ranges.ts'
import {opensItem} from '../tasks.ts'
import {mayNameTask} from './ids.ts'
import {type Opening, openingOf} from './opening.ts'
import {storyFormsOf} from './stories.ts'

/** A place that opens with a task's id and may define the task. */
export interface Candidate extends Range {
  form: 'box' | 'item' | 'heading'
  /** The state of its box; null where it has none. */
  checked: boolean | null
  /** All that belongs to it: the list item, or what stands under the heading. */
  extent: Range
  item: Item | null
  phase: Phase | null
  opening: Opening
  /** From where the offsets of `opening` count. */
  from: number
}

const headingLead = /^(?:[-*]\s+)?(?:\[([ xX])\]\s+)?(?:Task\s+)?/i
const completionMark = /^(?:✅|☑|✔|✓)\uFE0F?\s*/
/** A box in a state that only some renderers know: under way, left out, put off. */
const otherBox = /^\[[~/!>?.–-]\]\s+/

/** A line that opens its item with an id. */
interface OpeningLine extends Pick<Candidate, 'form' | 'checked' | 'opening'> {
  /** Its place among the lines of the chunk. */
  index: number
  /** How long the marks before the id are. */
  lead: number
}

function openingLines(text: string, {lines}: Chunk, storyForms: readonly string[]): OpeningLine[] {
  const found: OpeningLine[] = []
  for (const [index, line] of lines.entries()) {
    if (!line.item || !opensItem(text, line)) continue
    const {checked} = line.item
    const words = text.slice(line.start, line.end)
    if (!mayNameTask(words)) continue
    const box = checked === null ? lengthOf(otherBox, words) : 0
    const mark = checked === null ? lengthOf(completionMark, words) : 0
    const lead = box + mark
    const opening = openingOf(words.slice(lead), storyForms)
    if (!opening) continue
    const form = checked !== null || box > 0 ? 'box' : 'item'
    found.push({index, lead, opening, form, checked: checked ?? (box > 0 ? false : mark > 0 || null)})
  }
  return found
}

function lengthOf(pattern: RegExp, words: string): number {
  return pattern.exec(words)?.[0].length ?? 0
}

/** Finds the phase around an offset; phases have to be in order. */
function phaseFinder(phases: readonly Phase[]): (offset: number) => Phase | null {
  const sections = phases.map(({section}) => section)
  return offset => {
    const phase = phases[firstAtOrAfter(sections, offset + 1) - 1]
    return phase && offset < phase.section.end ? phase : null
  }
}

/** The places of a plan that open with a task's id, in document order. */
export function candidatesOf({document, text, phases, preset}: Plan): Candidate[] {
  const storyForms = storyFormsOf(preset)
  const phaseAt = phaseFinder(phases)
  const candidates: Candidate[] = []
  for (const {chunk, found} of document.chunks.each(openingLines, storyForms)) {
    for (const {index, lead, form, checked, opening} of found) {
      const line = chunk.lines[index]
      if (!line?.item) continue
      const {start, end, item} = line
      candidates.push({
        start,
        end,
        form,
        checked,
        extent: item,
        item,
        phase: phaseAt(start),
        opening,
        from: start + lead,
      })
    }
  }
  const inLines = candidates.length
  for (const section of document.sections) {
    const {start, end} = section.heading.title
    const title = text.slice(start, end)
    if (!mayNameTask(title)) continue
    const [lead = '', box] = headingLead.exec(title) ?? []
    const from = start + lead.length
    const opening = document.chunks.recall(openingOf, {start: from, end}, storyForms)
    if (!opening) continue
    const checked = box === undefined ? null : /x/i.test(box)
    candidates.push({
      start,
      end,
      form: 'heading',
      checked,
      extent: section,
      item: null,
      phase: phaseAt(start),
      opening,
      from,
    })
  }
  return candidates.length === inLines ? candidates : candidates.sort((a, b) => a.start - b.start)
}

/** Whether a candidate goes on like a list of tasks or a sentence about one. */
export function isMention({form, opening}: Candidate): boolean {
  return opening.goesOnAsList || (form === 'item' && opening.goesOnAsRemark)
}
