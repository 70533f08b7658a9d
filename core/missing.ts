import {
  type BoundSection,
  eachSection,
  everywhere,
  headingPlaces,
  isEmptyPlace,
  labelPlaces,
  type Place,
  placeOfHeading,
  titlesOf,
} from './bind.ts'
import {saysNothing} from './content/nothing.ts'
import type {Document} from './document.ts'
import {isRepetition} from './leftovers/template-text.ts'
import {replacedIn} from './phase-kinds.ts'
import type {Phase, Plan} from './plan.ts'
import type {SectionSpec} from './preset.ts'
import {doesOneStart, startingIn} from './ranges.ts'
import {hasFunctionsIn, hasTestsIn} from './test-code.ts'
import {matcherOf} from './titles.ts'
import {onlyTests, validationParts} from './validation.ts'

/** Sections that the preset asks for and the document lacks, told as one fault. */
export interface Missing {
  /** Mostly one; the optional-in-kind parts of one parent together where the document has none of them. */
  sections: readonly BoundSection[]
  /** The section they belong into, or null at the top of the document or phase. */
  parent: BoundSection | null
  /** The phase they belong into, or null. */
  phase: Phase | null
  /** Where they stand among their like. */
  siblings: readonly BoundSection[]
}

/** Where missing sections belong: their parent or phase; null at the top of the document. */
export function ownerOf({parent, phase}: Missing): Place | null {
  return parent?.places[0] ?? (phase ? placeOfHeading(phase.section) : null)
}

function isAsked({spec, places}: BoundSection): boolean {
  return spec.expectation !== 'optional' && spec.repeat?.min !== 0 && places.length === 0
}

/** Those of `places` that do not stand under a heading that looks like a title of `spec` misspelt, which is then told. */
function outsideMisspelt({sections}: Document, places: readonly Place[], spec: SectionSpec): readonly Place[] {
  if (places.length === 0) return places
  const titles = matcherOf(titlesOf(spec))
  const misspelt = sections.find(({title}) => titles.near(title) !== null)
  return misspelt
    ? places.filter(({title: {start}}) => start < misspelt.body.start || misspelt.body.end <= start)
    : places
}

/** Whether other headings do for a section that the document lacks: outside its phases, or in most of them. */
function hasStandIn({document, phases}: Plan, spec: SectionSpec): boolean {
  const {standIns, inPhases} = spec
  const without = phases.map(({section}) => section)
  const elsewhere = everywhere(document, without)
  const headings = standIns ? headingPlaces(document, standIns, elsewhere) : []
  if (outsideMisspelt(document, headings, spec).length > 0) return true
  if (standIns && labelPlaces(document, standIns, elsewhere).some(place => !isEmptyPlace(document, place))) return true
  if (!inPhases) return false
  const saying = without.filter(within => headingPlaces(document, inPhases, {within, without: []}).length > 0)
  return saying.length * 2 > without.length
}

/**
 * An author who has none of a section's expected parts divided it in another way; that is one thing to say, not as many
 * as there are parts.
 */
function grouped(parent: BoundSection): BoundSection[][] {
  const missing = parent.children.filter(isAsked)
  const expected = parent.children.filter(({spec}) => spec.expectation === 'expected')
  const hasNone = expected.length > 1 && expected.every(child => missing.includes(child))
  if (!hasNone) return missing.map(section => [section])
  return [...missing.filter(({spec}) => spec.expectation === 'required').map(section => [section]), expected]
}

function* missingIn(plan: Plan, sections: readonly BoundSection[], phase: Phase | null): Generator<Missing> {
  const replaced = replacedIn(plan)
  for (const section of sections) {
    if (!isAsked(section) || (phase === null && hasStandIn(plan, section.spec))) continue
    yield {sections: [section], parent: null, phase, siblings: sections}
  }
  for (const {section: parent} of eachSection(sections)) {
    // What an empty section does not hold is part of its being empty.
    const [place] = parent.places
    if (!place || isEmptyPlace(plan.document, place)) continue
    for (const group of grouped(parent)) {
      const asked = group.filter(({spec}) => !replaced.has(spec.id))
      if (asked.length > 0) yield {sections: asked, parent, phase, siblings: parent.children}
    }
  }
}

function isMisspelt({sections}: Document, {section}: Phase, spec: SectionSpec): boolean {
  const titles = matcherOf(titlesOf(spec))
  return doesOneStart(sections, section, ({title}) => titles.near(title) !== null)
}

/** Whether what a phase plans gives cause for a part that it lacks. */
function isDue({document}: Plan, phase: Phase, spec: SectionSpec): boolean {
  const {id, whenFunctionsIn, unlessTestsIn, unlessNothingIn} = spec
  if (id === 'changes' && onlyTests(phase)) return false
  // What shows the phase to be done may stand under a plain label, or speak for all phases at once.
  if (id === 'validation' && phase.lack === null && !isMisspelt(document, phase, spec)) return false
  if (whenFunctionsIn && !hasFunctionsIn(document, phase.section, whenFunctionsIn)) return false
  if (unlessTestsIn && hasTestsIn(document, phase.section, unlessTestsIn)) return false
  const cause = phase.parts.find(part => part.spec.id === unlessNothingIn)
  return !cause?.places.some(({body}) => saysNothing(document, body))
}

/** Whether a phase only says that it is like another one, which is told; that line stands for all its parts. */
export function repeatsAnother({document, text}: Pick<Plan, 'document' | 'text'>, {section, parts}: Phase): boolean {
  if (parts.some(({places}) => places.length > 0)) return false
  return startingIn(document.lines, section.body).some(({start, end}) => isRepetition(text.slice(start, end)))
}

function* missingInPhase(plan: Plan, phase: Phase, isWhole: boolean): Generator<Missing> {
  if (phase.state === 'skipped' || repeatsAnother(plan, phase)) return
  // Where a phase cannot be validated, that is one fault.
  const isTold = phase.lack !== null && !isWhole
  const told = new Set(isTold ? validationParts(phase.parts).map(({spec}) => spec.id) : [])
  for (const missing of missingIn(plan, phase.parts, phase)) {
    const sections = missing.sections.filter(({spec}) => !told.has(spec.id) && isDue(plan, phase, spec))
    if (sections.length > 0) yield {...missing, sections}
  }
}

/**
 * What the document lacks of its preset's sections, document first, then phase by phase. A section whose parent is
 * missing is part of that lack. Where a broken fence hides part of the document nothing counts as missing. What is part of
 * the lack of validation is left out unless `isWhole`.
 */
export function* missingSections(plan: Plan, isWhole = false): Generator<Missing> {
  if (plan.document.unreadableFrom !== null) return
  for (const missing of missingIn(plan, plan.sections, null)) {
    // The section around the phases has no purpose of its own: phases without it are fine, their lack is told as theirs.
    if (missing.sections[0]?.spec.id !== plan.preset.phases?.id) yield missing
  }
  for (const phase of plan.phases) yield* missingInPhase(plan, phase, isWhole)
}

/** Whether the document has neither phases, where its preset asks for some, nor anything the preset takes in their stead. */
export function lacksPhases({document, preset, phases, sections}: Plan): boolean {
  if (!preset.phases || preset.phases.expectation === 'optional' || phases.length > 0) return false
  if (document.unreadableFrom !== null) return false
  // Where the section around them is empty, that is the one fault.
  const around = sections.find(({spec}) => spec.id === preset.phases?.id)
  if (around?.places.some(place => isEmptyPlace(document, place))) return false
  const standIns = matcherOf(preset.phases.standIns ?? [])
  return !document.sections.some(({title}) => standIns.matches(title))
}
