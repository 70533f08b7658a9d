import {type BoundSection, eachSection, type Place, placeOfHeading} from '../bind.ts'
import type {Document} from '../document.ts'
import type {Range, Severity} from '../finding.ts'
import {hasOwnTitle} from '../order.ts'
import type {Plan} from '../plan.ts'
import type {ContentSpec, Mention} from '../preset.ts'
import {validationParts} from '../validation.ts'
import {lacksOf} from './check.ts'

/** A place with one thing that its template asks it to hold. */
export interface AskedContent {
  section: {id: string; title: string; expectation: 'required' | 'expected' | 'optional'}
  place: Place
  content: ContentSpec
}

/** Of several places that may be the section the one that is meant: by its own title, else by what it holds. */
function meantPlace(document: Document, {spec, places}: BoundSection, content: ContentSpec): readonly Place[] {
  if (places.length < 2) return places
  const own = places.filter(place => hasOwnTitle(spec, place, document.text))
  const candidates = own.length > 0 ? own : places
  const place = candidates.find(candidate => lacksOf(document, candidate, content).length === 0) ?? candidates[0]
  return place ? [place] : []
}

function* contentsOf(
  document: Document,
  sections: readonly BoundSection[],
  told: ReadonlySet<string>,
): Generator<AskedContent> {
  for (const {section} of eachSection(sections)) {
    const {spec} = section
    for (const content of spec.content ?? []) {
      if (content.kind === 'command' && told.has(spec.id)) continue
      const places = spec.repeat ? section.places : meantPlace(document, section, content)
      for (const place of places) yield {section: spec, place, content}
    }
  }
}

/** All that the preset asks the document's sections, phases and their parts to hold, as far as these are there. */
export function* askedContents(plan: Plan): Generator<AskedContent> {
  yield* contentsOf(plan.document, plan.sections, new Set())
  for (const phase of plan.phases) {
    if (phase.state === 'skipped') continue
    // Whether there is a command in its validation is the phase's own matter.
    const told = new Set(validationParts(phase.parts).map(({spec}) => spec.id))
    yield* contentsOf(plan.document, phase.parts, told)
    const {kind} = phase
    for (const content of kind?.content ?? []) {
      if (kind) yield {section: {...kind, title: phase.name}, place: placeOfHeading(phase.section), content}
    }
  }
}

/** What the preset wants spoken of somewhere, and no word of which occurs. */
export function missingMentions({preset, text, document}: Plan): Mention[] {
  const asked = preset.mentions?.filter(({expectation}) => expectation !== 'optional') ?? []
  if (asked.length === 0 || document.unreadableFrom !== null) return []
  const lower = text.toLowerCase()
  return asked.filter(({words}) => !words.some(word => lower.includes(word.toLowerCase())))
}

/** Told at the first phase, where the preset wants more of them; null where all is well. */
export function tooFewPhases({
  preset,
  phases,
}: Plan): {place: Range; noun: string; count: number; min: number; severity: Severity} | null {
  const spec = preset.phases
  const [first] = phases
  if (!spec?.min || !first || phases.length >= spec.min) return null
  const {noun, min, few: severity = 'warning'} = spec
  return {place: first.section.heading.title, noun, count: phases.length, min, severity}
}
