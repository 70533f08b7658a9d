import {eachSection, headingPlaces, isEmptyPlace, labelPlaces, type Place} from './bind.ts'
import {type Document, startingIn} from './document.ts'
import type {Range} from './finding.ts'
import type {Phase, Plan} from './plan.ts'
import type {FieldSpec, Title} from './preset.ts'
import {taskLinesOf} from './tasks.ts'
import {matcherOf} from './titles.ts'

/** A field that the preset knows, where it belongs, with what the document has of it. */
export interface Field {
  spec: FieldSpec
  /** Id of the section, number of the phase, or nothing for the document. */
  parent: string
  /** Where its lack is told. */
  owner: Range
  /** The label; null where the field is missing. */
  name: Range | null
  /** The value without marks around it; empty where nothing follows the label. Null where the field is missing. */
  value: Range | null
}

interface FoundField {
  name: Range
  value: Range
}

const titlesOfField = new WeakMap<FieldSpec, readonly Title[]>()

function titlesOf(spec: FieldSpec): readonly Title[] {
  let titles = titlesOfField.get(spec)
  if (!titles) {
    titles = [spec.label, ...(spec.aliases ?? [])]
    titlesOfField.set(spec, titles)
  }
  return titles
}

/** Takes blanks, emphasis, back-ticks and a final full stop off both ends. */
function bareRange(text: string, {start, end}: Range): Range {
  const words = text.slice(start, end)
  const lead = /^[\s*_`~]*/.exec(words)?.[0].length ?? 0
  if (lead === words.length) return {start, end: start}
  return {start: start + lead, end: start + words.replace(/[\s*_`~]+$/, '').length}
}

/** The blocks under a label that has nothing on its line; tasks are no value, they only come next. */
function blockValue(document: Document, place: Place): Range {
  const {body} = place
  const [first] = startingIn(document.lines, {start: place.title.end, end: body.end})
  const isTask = first?.item?.checked === false && taskLinesOf(document).some(({start}) => start === first.start)
  if (isTask || isEmptyPlace(document, place)) return {start: body.start, end: body.start}
  return bareRange(document.text, body)
}

function inLabels(document: Document, titles: readonly Title[], within: Range): FoundField | null {
  const scope = {within, without: []}
  const places = labelPlaces(document, titles, scope)
  const place = places.find(candidate => !isEmptyPlace(document, candidate)) ?? places[0]
  if (!place) return null
  const label = startingIn(document.labels, place.title)[0]
  if (label && label.value.end > label.value.start)
    return {name: place.title, value: bareRange(document.text, label.value)}
  return {name: place.title, value: blockValue(document, place)}
}

function inTables(document: Document, titles: readonly Title[], within: Range): FoundField | null {
  const matcher = matcherOf(titles)
  const word = ({start, end}: Range) => document.text.slice(start, end)
  for (const table of startingIn(document.tables, within)) {
    for (const row of [table.header, ...table.rows]) {
      const [name, value] = row
      if (row.length === 2 && name && value && matcher.matches(word(name))) {
        return {name, value: bareRange(document.text, value)}
      }
    }
    const column = table.header.findIndex(cell => matcher.matches(word(cell)))
    const name = table.header[column]
    const value = table.rows[0]?.[column]
    if (name && value && table.rows.length === 1) return {name, value: bareRange(document.text, value)}
  }
  return null
}

function inHeadings(document: Document, titles: readonly Title[], within: Range): FoundField | null {
  const [place] = headingPlaces(document, titles, {within, without: []})
  return place ? {name: place.title, value: bareRange(document.text, place.body)} : null
}

function inFrontMatter(document: Document, titles: readonly Title[]): FoundField | null {
  if (!document.frontMatter) return null
  const matcher = matcherOf(titles)
  const {start, end} = document.frontMatter
  for (const match of document.text.slice(start, end).matchAll(/^([\w-]+):[ \t]*(["']?)(.*?)\2[ \t]*$/gm)) {
    const [all, key = '', quote = '', value = ''] = match
    if (!matcher.matches(key)) continue
    const from = start + match.index
    const valueStart = from + all.lastIndexOf(value + quote)
    return {name: {start: from, end: from + key.length}, value: {start: valueStart, end: valueStart + value.length}}
  }
  return null
}

/** Everything before the first section under the title. */
export function headOf(document: Document): Range {
  const [first, second] = document.sections
  const body = first?.level === 1 ? second : first
  return {start: 0, end: body?.start ?? document.text.length}
}

function fieldIn(document: Document, spec: FieldSpec, within: Range): FoundField | null {
  const titles = titlesOf(spec)
  return (
    inLabels(document, titles, within) ?? inTables(document, titles, within) ?? inHeadings(document, titles, within)
  )
}

function describe(spec: FieldSpec, parent: string, owner: Range, found: FoundField | null): Field {
  return {spec, parent, owner, name: found?.name ?? null, value: found?.value ?? null}
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
    const within = {start: title.start, end: Math.max(range.end, body.end)}
    const fields = specs.map(spec => describe(spec, parent, title, fieldIn(document, spec, within)))
    // A numbered item or heading with none of the fields is something else that happens to be numbered.
    const isOther = form === 'item' || specs.length > 1 ? fields.every(({name}) => name === null) : false
    if (!(isRepeated && isOther)) yield* fields
  }
}

/** Whether the field is what shows a phase done; a phase with no such thing has that one fault. */
function isCheckpoint({preset}: Plan, {label}: FieldSpec): boolean {
  return matcherOf(preset.vocabulary.checkpoints).matches(label)
}

function* fieldsOfPhase(plan: Plan, phase: Phase, isLast: boolean): Generator<Field> {
  const {document, preset} = plan
  const {heading, body} = phase.section
  const specs = [...(preset.phases?.fields ?? []), ...(phase.kind?.fields ?? [])]
  for (const spec of specs) {
    const isTold = phase.lack !== null && isCheckpoint(plan, spec)
    if ((spec.exceptLast && isLast) || isTold) continue
    yield describe(spec, phase.number, heading.title, fieldIn(document, spec, body))
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
  const head = headOf(document)
  for (const spec of preset.fields ?? []) {
    const found = fieldIn(document, spec, head) ?? inFrontMatter(document, titlesOf(spec))
    yield describe(spec, '', plan.place, found)
  }
  for (const {section} of eachSection(plan.sections)) {
    const {fields = [], id, repeat} = section.spec
    const places = repeat ? section.places : section.places.slice(0, 1)
    yield* fieldsOfPlaces(document, fields, id, places, false)
  }
  const last = plan.phases.at(-1)
  for (const phase of plan.phases) yield* fieldsOfPhase(plan, phase, phase === last)
}
