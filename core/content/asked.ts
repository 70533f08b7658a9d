import {type BoundSection, eachSection, type Place, placeOfHeading} from '../bind.ts'
import type {Range, Severity} from '../finding.ts'
import type {Phase, Plan} from '../plan.ts'
import type {ContentSpec, Mention} from '../preset.ts'

/** A place with one thing that its template asks it to hold. */
export interface AskedContent {
  section: {id: string; title: string; expectation: 'required' | 'expected' | 'optional'}
  place: Place
  content: ContentSpec
}

/** Ids of a phase's validation part and what is in it: whether there is a command is the phase's own matter. */
function validationIds(phase: Phase): Set<string> {
  const validation = phase.parts.filter(({spec}) => spec.id === 'validation')
  return new Set([...eachSection(validation)].map(({section}) => section.spec.id))
}

function* contentsOf(sections: readonly BoundSection[], told: ReadonlySet<string>): Generator<AskedContent> {
  for (const {section} of eachSection(sections)) {
    const {spec} = section
    const places = spec.repeat ? section.places : section.places.slice(0, 1)
    for (const content of spec.content ?? []) {
      if (content.kind === 'command' && told.has(spec.id)) continue
      for (const place of places) yield {section: spec, place, content}
    }
  }
}

/** All that the preset asks the document's sections, phases and their parts to hold, as far as these are there. */
export function* askedContents(plan: Plan): Generator<AskedContent> {
  yield* contentsOf(plan.sections, new Set())
  for (const phase of plan.phases) {
    if (phase.state === 'skipped') continue
    yield* contentsOf(phase.parts, validationIds(phase))
    const {kind} = phase
    for (const content of kind?.content ?? []) {
      if (kind) yield {section: {...kind, title: phase.name}, place: placeOfHeading(phase.section), content}
    }
  }
}

/** What the preset wants spoken of somewhere, and no word of which occurs. */
export function missingMentions({preset, text, document}: Plan): Mention[] {
  if (document.unreadableFrom !== null) return []
  const lower = text.toLowerCase()
  return (preset.mentions ?? []).filter(
    ({words, expectation}) => expectation !== 'optional' && !words.some(word => lower.includes(word.toLowerCase())),
  )
}

/** The phase that stands alone where the preset wants several; null where all is well. */
export function tooFewPhases({
  preset,
  phases,
}: Plan): {place: Range; noun: string; min: number; severity: Severity} | null {
  const spec = preset.phases
  const [first] = phases
  if (!spec?.min || !first || phases.length >= spec.min) return null
  return {place: first.section.heading.title, noun: spec.noun, min: spec.min, severity: spec.few ?? 'warning'}
}
