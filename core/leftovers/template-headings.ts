import {isEmptyPlace, placeOfHeading} from '../bind.ts'
import {misnumbered, renumbering} from '../numbering.ts'
import type {Plan} from '../plan.ts'
import type {Section} from '../sections.ts'
import {titleKey} from '../titles.ts'
import type {Slot} from './slots.ts'

/** Headings that are still as the template has them: with its letter for a number, or with nothing under them. */
export function templateHeadings(plan: Plan): Slot[] {
  const {headings = []} = plan.preset.templateText
  if (headings.length === 0) return []
  const keys = new Set(headings.map(titleKey))
  const ofTemplate = plan.document.sections.filter(({title}) => keys.has(titleKey(title)))
  if (ofTemplate.length === 0) return []
  const letters = new Map(letteredPhases(plan))
  return ofTemplate.flatMap(section => letters.get(section) ?? emptyHeading(plan, section))
}

function letteredPhases(plan: Plan): [Section, Slot][] {
  return misnumbered(plan.phases)
    .filter(({kind}) => kind === 'letter')
    .map(fault => {
      const {section} = fault.phase
      const edits = renumbering(plan.phases, fault) ?? []
      // Where others would have to be numbered anew, the author says how.
      const fix = edits.length === 1 ? edits : []
      return [section, {...titleOf(plan, section), kind: 'letter', expected: fault.expected, fix}]
    })
}

function emptyHeading(plan: Plan, section: Section): Slot[] {
  const isEmpty = section.children.length === 0 && isEmptyPlace(plan.document, placeOfHeading(section))
  return isEmpty ? [{...titleOf(plan, section), kind: 'empty'}] : []
}

function titleOf({text}: Plan, {heading: {title}}: Section): Slot {
  return {start: title.start, end: title.end, text: text.slice(title.start, title.end)}
}
