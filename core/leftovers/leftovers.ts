import {firstAtOrAfter} from '../document.ts'
import type {Range} from '../finding.ts'
import type {Plan} from '../plan.ts'
import {passagesOf} from '../prose.ts'
import {judgedCode, unsetValues} from './code.ts'
import {literalsOf} from './literals.ts'
import {markersIn} from './markers.ts'
import {literalSlotsIn, type Slot, slotsInPassage, withoutOverlap} from './slots.ts'
import {templateComments, templateLines, templateMarks, templateRows} from './template-text.ts'

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

/** Finds the leftovers of a plan, each list in order and without overlap. */
export function leftoversOf(plan: Plan): Leftovers {
  const {document} = plan
  const literals = literalsOf(plan.preset)
  const linkTexts = linkTextsOf(plan)
  const everything: Range = {start: 0, end: plan.text.length + 1}
  const slots: Slot[] = judgedCode(document, everything).flatMap(range => literalSlotsIn(document, range, literals))
  for (const {start, end} of unsetValues(document)) slots.push({start, end, text: plan.text.slice(start, end)})
  const templateText: Slot[] = [...templateComments(plan), ...templateMarks(plan), ...templateRows(plan)]
  const markers: Slot[] = []
  for (const passage of passagesOf(document)) {
    templateText.push(...templateLines(plan, passage))
    slots.push(...slotsInPassage(document, passage, literals, linkTexts))
    markers.push(...markersIn(document, passage))
  }
  for (const {start, end} of document.comments) {
    const words = plan.text.slice(start, end)
    if (todoComment.test(words)) slots.push({start, end, text: words})
    else if (!/^<!--\s*plan-lint/.test(words)) slots.push(...literalSlotsIn(document, {start, end}, literals))
  }
  for (const task of plan.tasks) {
    const isSample = templateText.some(({start, end}) => start >= task.start && end <= task.end)
    if (taskSlot.test(task.id) && !isSample) slots.push({...task.idRange, text: task.id})
  }
  const ofTemplate = withoutOverlap(templateText)
  const ofSlots = outside(withoutOverlap(slots), ofTemplate)
  const taken = withoutOverlap([...ofTemplate, ...ofSlots])
  const live = outside(withoutOverlap(markers), taken)
  return {templateText: ofTemplate, slots: ofSlots, markers: live, all: withoutOverlap([...taken, ...live])}
}
