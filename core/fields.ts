import {eachSection, headingPlaces, isEmptyPlace, type Place} from './bind.ts'
import {saysNothing} from './content/nothing.ts'
import type {Document} from './document.ts'
import {type FoundField, fieldIn, fieldInFrontMatter, fieldInOpening, isOwnLabel} from './field-forms.ts'
import type {Range} from './finding.ts'
import type {Phase, Plan} from './plan.ts'
import type {FieldSpec, Title} from './preset.ts'
import {startingIn} from './ranges.ts'
import {matcherOf} from './titles.ts'

/** A field that the preset knows, where it belongs, with what the document has of it. */
export interface Field {
  spec: FieldSpec
  /** Id of the section, number of the phase, or nothing for the document. */
  parent: string
  /** Where its lack is told. */
  owner: Range
  /** Where it is looked for. */
  within: Range
  /** The label; null where the field is missing. */
  name: Range | null
  /** The value without marks around it; empty where nothing follows the label. Null where the field is missing. */
  value: Range | null
}

/** Everything before the first section under the title. */
function headOf(document: Document): Range {
  const [first, second] = document.sections
  const body = first?.level === 1 ? second : first
  return {start: 0, end: body?.start ?? document.text.length}
}

const metadataTitles: readonly Title[] = [
  'Metadata',
  'Plan Metadata',
  'Document Metadata',
  'Document Information',
  'Document Control',
  'Plan Information',
]

/** Where the fields of the whole document stand: in its head, or in a section for them. */
function placesOfHead(document: Document): Range[] {
  const scope = {within: {start: 0, end: document.text.length}, without: []}
  return [headOf(document), ...headingPlaces(document, metadataTitles, scope).map(({body}) => body)]
}

/** What all fields of one owner have in common. */
type Owner = Pick<Field, 'parent' | 'owner' | 'within'>

function describe(owner: Owner, spec: FieldSpec, found: FoundField | null): Field {
  const {parent, owner: place, within} = owner
  return {parent, owner: place, within, spec, name: found?.name ?? null, value: found?.value ?? null}
}

function* fieldsOfPlaces(
  document: Document,
  specs: readonly FieldSpec[],
  parent: string,
  places: readonly Place[],
  isRepeated: boolean,
): Generator<Field> {
  for (const place of places) {
    const {form, title, range, body} = place
    if (form !== 'item' && isEmptyPlace(document, place)) continue
    const within = {start: Math.min(range.start, title.start), end: Math.max(range.end, body.end)}
    const owner = {parent, owner: title, within}
    const fields = specs.map(spec => describe(owner, spec, fieldIn(document, spec, specs, within)))
    // A numbered item or heading with none of the fields is something else that happens to be numbered.
    const isKnown = fields.some(({spec, name}) => name && isOwnLabel(spec, document.text.slice(name.start, name.end)))
    const isOther = (form === 'item' || specs.length > 1) && !isKnown
    if (!(isRepeated && isOther)) yield* fields
  }
}

/** Whether the field is what shows a phase done; a phase with no such thing has that one fault. */
function isCheckpoint({preset}: Plan, {label}: FieldSpec): boolean {
  return matcherOf(preset.vocabulary.checkpoints).matches(label)
}

/** Whether nothing is to be done in a phase, as its heading or the only words in it say. */
function isVoid({document}: Plan, {state, section: {body, children}}: Phase): boolean {
  if (state === 'skipped') return true
  const isBare = children.length === 0 && startingIn(document.items, body).length === 0
  return isBare && saysNothing(document, body)
}

function* fieldsOfPhase(plan: Plan, phase: Phase, isLast: boolean): Generator<Field> {
  if (isVoid(plan, phase)) return
  const {document, preset} = plan
  const {heading, body} = phase.section
  const owner = {parent: phase.number, owner: heading.title, within: body}
  const specs = [...(preset.phases?.fields ?? []), ...(phase.kind?.fields ?? [])]
  for (const spec of specs) {
    const isTold = phase.lack !== null && isCheckpoint(plan, spec)
    if ((spec.exceptLast && isLast) || isTold) continue
    const found = fieldIn(document, spec, specs, body) ?? (spec.opening ? fieldInOpening(document, body) : null)
    yield describe(owner, spec, found)
  }
  for (const {section} of eachSection(phase.parts)) {
    const {fields = [], id, repeat} = section.spec
    yield* fieldsOfPlaces(document, fields, id, section.places, repeat !== undefined)
  }
}

/**
 * All fields that the preset names for what the document has: its head, its sections, its phases and their parts.
 * Fields of a section that is missing are not among them.
 */
export function* fieldsOf(plan: Plan): Generator<Field> {
  const {document, preset} = plan
  const places = placesOfHead(document)
  for (const spec of preset.fields ?? []) {
    const found = places.map(within => fieldIn(document, spec, preset.fields ?? [], within)).find(Boolean)
    const owner = {parent: '', owner: plan.place, within: headOf(document)}
    yield describe(owner, spec, found ?? fieldInFrontMatter(document, spec))
  }
  for (const {section} of eachSection(plan.sections)) {
    const {fields = [], id, repeat} = section.spec
    const places = repeat ? section.places : section.places.slice(0, 1)
    yield* fieldsOfPlaces(document, fields, id, places, false)
  }
  const last = plan.phases.at(-1)
  for (const phase of plan.phases) yield* fieldsOfPhase(plan, phase, phase === last)
}
