import {type BoundSection, eachSection} from './bind.ts'
import {hasFunctionsIn} from './code-blocks.ts'
import type {Phase, Plan} from './plan.ts'

/** A section that the preset asks for and the document lacks. */
export interface Missing {
  section: BoundSection
  /** The section it belongs into, or null at the top of the document or phase. */
  parent: BoundSection | null
  /** The phase it belongs into, or null. */
  phase: Phase | null
  /** Where it stands among its like. */
  siblings: readonly BoundSection[]
}

function* missingIn(sections: readonly BoundSection[], phase: Phase | null): Generator<Missing> {
  for (const {section, parent} of eachSection(sections)) {
    const {expectation, repeat} = section.spec
    if (expectation === 'optional' || repeat?.min === 0 || section.places.length > 0) continue
    if (parent && parent.places.length === 0) continue
    yield {section, parent, phase, siblings: parent?.children ?? sections}
  }
}

/** Ids of a phase's validation part and what is in it: where a phase cannot be validated, that is one fault. */
function validationIds(phase: Phase): Set<string> {
  const validation = phase.parts.filter(({spec}) => spec.id === 'validation')
  return new Set([...eachSection(validation)].map(({section}) => section.spec.id))
}

function* missingInPhase(plan: Plan, phase: Phase): Generator<Missing> {
  if (phase.state !== null) return
  const told = phase.lack === null ? new Set<string>() : validationIds(phase)
  for (const missing of missingIn(phase.parts, phase)) {
    const {id, whenFunctionsIn} = missing.section.spec
    if (told.has(id)) continue
    if (whenFunctionsIn && !hasFunctionsIn(plan.document, phase.section, whenFunctionsIn)) continue
    yield missing
  }
}

/**
 * What the document lacks of its preset's sections, document first, then phase by phase. A section whose parent is
 * missing is part of that lack. Where a broken fence hides part of the document nothing counts as missing.
 */
export function* missingSections(plan: Plan): Generator<Missing> {
  if (plan.document.unreadableFrom !== null) return
  for (const missing of missingIn(plan.sections, null)) {
    // The section around the phases has no purpose of its own: phases without it are fine, their lack is told as theirs.
    if (missing.section.spec.id !== plan.preset.phases?.id) yield missing
  }
  for (const phase of plan.phases) yield* missingInPhase(plan, phase)
}
