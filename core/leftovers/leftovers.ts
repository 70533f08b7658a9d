import type {Chunk} from '../chunks.ts'
import type {Range} from '../finding.ts'
import type {Block} from '../markdown.ts'
import type {Plan} from '../plan.ts'
import type {Preset} from '../preset.ts'
import {isProse, passagesOf, proseIn} from '../prose.ts'
import {firstAtOrAfter, haveAny, wholeOf} from '../ranges.ts'
import {judgedCode, unsetValues} from './code.ts'
import {type Literals, literalsOf} from './literals.ts'
import {clarification, markersIn, mayHoldMarkers} from './markers.ts'
import {literalSlotsIn, mayHoldSlots, perhapsUnfilled, type Slot, slotsInPassage, withoutOverlap} from './slots.ts'
import {templateHeadings} from './template-headings.ts'
import {
  choicesOf,
  isTemplateLine,
  mayHoldTemplateText,
  repetition,
  templateComments,
  templateLines,
  templateMarks,
  templateRows,
} from './template-text.ts'

/**
 * What a template leaves in a plan. Each piece of text is one of the three, so that no two rules tell of the same:
 * a line of the template before the slots in it, a slot before a marker in it.
 */
export interface Leftovers {
  slots: readonly Slot[]
  templateText: readonly Slot[]
  markers: readonly Slot[]
  /** All three, in order. */
  all: readonly Slot[]
}

function linkTextsOf(plan: Plan): Set<string> {
  const definitions = plan.document.blocks.filter(({kind}) => kind === 'definition')
  return new Set(
    definitions.flatMap(({start, end}) => /^\[([^\]]+)\]:/.exec(plan.text.slice(start, end))?.[1]?.toLowerCase() ?? []),
  )
}

function outside(slots: readonly Slot[], zones: readonly Slot[]): Slot[] {
  return slots.filter(({start}) => {
    const zone = zones[firstAtOrAfter(zones, start + 1) - 1]
    return !zone || start >= zone.end
  })
}

const taskSlot = /\bT(?:XXX|NNN|###)\b/
const todoComment = /^<!--\s*(?:TODO|TBD|FIXME)\b/i

function slotAt({text}: Plan, {start, end}: Range): Slot {
  return {start, end, text: text.slice(start, end)}
}

function slotsInComments(plan: Plan, literals: Literals): Slot[] {
  return plan.document.comments.flatMap(comment => {
    const slot = slotAt(plan, comment)
    if (todoComment.test(slot.text)) return [slot]
    return /^<!--\s*plan-lint/.test(slot.text) ? [] : literalSlotsIn(plan.document, comment, literals)
  })
}

/** What leftovers in prose have in them, but for lines of the template and the preset's own words. */
const traces = new RegExp([/\[/, perhapsUnfilled, repetition, clarification].map(({source}) => source).join('|'), 'i')

/** Whether anything in `words` is as in leftovers: a cheap question that spares most texts a close look. */
function holdsTraces(words: string, preset: Preset): boolean {
  const ofPreset = [literalsOf(preset).traces, choicesOf(preset)]
  return traces.test(words) || ofPreset.some(own => own !== null && words.search(own) >= 0)
}

/** Whether the prose of a chunk may hold leftovers, with nothing known of its surroundings. */
function mayHoldLeftovers(text: string, {start: from, end: to, blocks, lines}: Chunk, preset: Preset): boolean {
  if (lines.some(({start, end}) => isTemplateLine(text.slice(start, end), preset))) return true
  const prose = blocks.filter(isProse)
  if (prose.length === 0 || !holdsTraces(text.slice(from, to), preset)) return false
  const literals = literalsOf(preset)
  const mayHold = (words: string) =>
    mayHoldSlots(words, literals) || mayHoldTemplateText(words, preset) || mayHoldMarkers(words)
  return prose.some(block => proseIn(block).some(({start, end}) => mayHold(text.slice(start, end))))
}

function perhapsWithLeftovers({document, preset}: Plan): Block[] {
  const perhaps: Block[] = []
  for (const {chunk, found} of document.chunks.each(mayHoldLeftovers, preset)) {
    if (found) for (const block of chunk.blocks) perhaps.push(block)
  }
  return perhaps
}

/** Finds the leftovers of a plan, each list in order and without overlap. */
export function leftoversOf(plan: Plan): Leftovers {
  const {document} = plan
  const literals = literalsOf(plan.preset)
  const linkTexts = linkTextsOf(plan)
  const passages = passagesOf(document, perhapsWithLeftovers(plan))
  const ofTemplate = withoutOverlap([
    ...templateComments(plan),
    ...templateMarks(plan),
    ...templateRows(plan),
    ...templateHeadings(plan),
    ...passages.flatMap(passage => templateLines(plan, passage)),
  ])
  const slots = [
    ...judgedCode(document, wholeOf(plan.text)).flatMap(range => literalSlotsIn(document, range, literals)),
    ...unsetValues(document).map(range => slotAt(plan, range)),
    ...passages.flatMap(passage => slotsInPassage(document, passage, literals, linkTexts)),
    ...slotsInComments(plan, literals),
    ...plan.tasks
      .filter(task => taskSlot.test(task.id) && !haveAny(ofTemplate, task))
      .map(({idRange}) => slotAt(plan, idRange)),
  ]
  const ofSlots = outside(withoutOverlap(slots), ofTemplate)
  const taken = withoutOverlap([...ofTemplate, ...ofSlots])
  const markers = passages.flatMap(passage => markersIn(document, passage))
  const live = outside(withoutOverlap(markers), taken)
  return {templateText: ofTemplate, slots: ofSlots, markers: live, all: withoutOverlap([...taken, ...live])}
}
