import {type BoundSection, eachSection, isEmptyPlace, type Place} from '../../core/bind.ts'
import {fieldsOf} from '../../core/fields.ts'
import type {Edit, Range} from '../../core/finding.ts'
import {hasOwnTitle, ownHeading} from '../../core/order.ts'
import type {Phase} from '../../core/plan.ts'
import type {SectionSpec} from '../../core/preset.ts'
import {type CleanPlan, type Expected, insert, type Mutation, remove, replace, wholeLines} from './mutation.ts'

function severityOf({expectation}: SectionSpec): 'error' | 'warning' {
  return expectation === 'required' ? 'error' : 'warning'
}

/** Swaps two inner letters of the longest word before any parenthesis: a slip of the finger. */
function misspelt(title: string): string {
  const name = title.replace(/\s*\(.*$/, '')
  const [word = name] = [...name.matchAll(/\p{L}{5,}/gu)].map(([found]) => found).sort((a, b) => b.length - a.length)
  const at = [...word].findIndex((letter, index) => index > 0 && letter !== word[index + 1])
  const slip = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  return title.replace(word, slip)
}

/** Where in a section's range something begins that the preset asks for elsewhere; the end of the range if nothing does. */
export function ownEnd(
  {plan, text}: CleanPlan,
  section: BoundSection,
  place: Place,
  all: readonly BoundSection[],
): number {
  const own = new Set([...eachSection([section])].map(({section: {spec}}) => spec.id))
  const foreign = eachSection(all)
    .filter(({section: {spec}}) => !own.has(spec.id) && spec.expectation !== 'optional')
    .flatMap(({section: {places}}) => places.map(({title}) => title))
  const fields = [...fieldsOf(plan)].filter(({parent}) => !own.has(parent)).flatMap(({name}) => name ?? [])
  const starts = [...foreign, ...fields]
    .filter(({start}) => start > place.title.end && start < place.range.end)
    .map(range => wholeLines(text, range).start)
  return Math.min(place.range.end, ...starts)
}

/** What the plan has to speak of somewhere is said again where it goes with a section, so that only the section is missing. */
function keptMentions({preset, text}: CleanPlan, gone: Range): Edit[] {
  const rest = (text.slice(0, gone.start) + text.slice(gone.end)).toLowerCase()
  const lost = (preset.mentions ?? []).filter(({words}) => !words.some(word => rest.includes(word.toLowerCase())))
  return lost.map(({words}) => insert(text.length, `\n${words[0]}\n`))
}

function validationOf(phase: Phase | null): Set<SectionSpec> {
  const validation = phase?.parts.filter(({spec}) => spec.id === 'validation') ?? []
  return new Set(eachSection(validation).map(({section}) => section.spec))
}

/** Sections that are there without their heading, by what stands in them: a phase's changes by its files. */
const namedByParts = new Set(['humanlayer changes'])

function* spoil(clean: CleanPlan, section: BoundSection, place: Place, whole: Range, expected: readonly Expected[]) {
  const {text, plan, preset} = clean
  const {id} = section.spec
  yield {name: `delete ${id}`, edits: [remove(whole)], expected}
  const body = {start: place.form === 'label' ? place.title.end : place.body.start, end: whole.end}
  if (whole.end === place.range.end && !isEmptyPlace(plan.document, place)) {
    yield {
      name: `empty ${id}`,
      edits: [replace(body, '\n\n')],
      expected: [{rule: 'no-empty-sections'}, ...expected.slice(1)],
    }
  }
  const title = text.slice(place.title.start, place.title.end)
  if (place.form === 'heading' && /\p{L}{5,}/u.test(title) && !namedByParts.has(`${preset.id} ${id}`)) {
    yield {name: `misspell ${id}`, edits: [replace(place.title, misspelt(title))], expected}
  }
}

function* mutationsOf(clean: CleanPlan, sections: readonly BoundSection[], phase: Phase | null): Generator<Mutation> {
  const where = phase ? `phase ${phase.number}: ` : ''
  const validation = validationOf(phase)
  for (const {section, parent} of eachSection(sections)) {
    const {spec, places} = section
    const own = places.filter(candidate => hasOwnTitle(spec, candidate, clean.text))
    const [place, second] = own.length > 0 ? own : places
    if (!place || second || place.form === 'opening' || spec.expectation === 'optional' || spec.repeat) continue
    const data = {section: spec.id, parent: parent?.spec.id ?? phase?.number ?? ''}
    const missing = {rule: 'required-sections', severity: severityOf(spec), data}
    const expected = validation.has(spec) ? [missing, {rule: 'phase-validation'}] : [missing]
    const whole = {start: wholeLines(clean.text, place.title).start, end: ownEnd(clean, section, place, sections)}
    for (const mutation of spoil(clean, section, place, whole, expected)) {
      yield {...mutation, name: where + mutation.name, edits: [...mutation.edits, ...keptMentions(clean, whole)]}
    }
  }
}

/** Deletes, empties and misspells every section that the preset asks for, in the document and in one phase. */
export function* sectionMutations(clean: CleanPlan): Generator<Mutation> {
  const {plan, preset} = clean
  const around = plan.sections.filter(({spec}) => spec.id !== preset.phases?.id)
  yield* mutationsOf(clean, around, null)
  yield* repeatedMutations(clean)
  for (const phase of representatives(plan.phases)) yield* mutationsOf(clean, phase.parts, phase)
}

/** Deletes all sections of a sort of which the preset wants at least one. */
function* repeatedMutations({plan}: CleanPlan): Generator<Mutation> {
  for (const {section, parent} of eachSection(plan.sections)) {
    const {spec, places} = section
    if (!spec.repeat?.min || places.length === 0) continue
    yield {
      name: `delete every ${spec.id}`,
      // The section around them is not to be empty.
      edits: places.map(({range}) => replace(range, 'Words.\n\n')),
      expected: [
        {
          rule: 'required-sections',
          severity: severityOf(spec),
          data: {section: spec.id, parent: parent?.spec.id ?? ''},
        },
      ],
    }
  }
}

/** The first phase of each kind that is still to be done. */
export function representatives(phases: readonly Phase[]): Phase[] {
  const kinds = new Set(phases.map(({kind}) => kind))
  return [...kinds].flatMap(kind => {
    const alike = phases.filter(phase => phase.kind === kind)
    return alike.find(({state}) => state === null) ?? alike[0] ?? []
  })
}

function* swapsAmong({plan, text}: CleanPlan, siblings: readonly BoundSection[]): Generator<Mutation> {
  const headed = siblings.flatMap(section => {
    const place = section.spec.anywhere || section.spec.repeat ? null : ownHeading(section, text)
    return place && section.spec.id !== plan.preset.phases?.id ? [{section, place}] : []
  })
  for (let index = 1; index < headed.length; index++) {
    const [before, after] = [headed[index - 1], headed[index]]
    if (!before || !after || before.place.range.end !== after.place.range.start) continue
    const first = text.slice(before.place.range.start, before.place.range.end)
    const second = text.slice(after.place.range.start, after.place.range.end)
    const whole = {start: before.place.range.start, end: after.place.range.end}
    yield {
      name: `swap ${before.section.spec.id} and ${after.section.spec.id}`,
      edits: [replace(whole, `${second.trimEnd()}\n\n${first.trimEnd()}\n\n`)],
      expected: [before, after].map(({section}) => ({
        rule: 'section-order',
        severity: 'warning' as const,
        data: {section: section.spec.id},
      })),
    }
  }
}

/** Swaps neighbours in every list of sections that has an order. */
export function* orderMutations(clean: CleanPlan): Generator<Mutation> {
  const {plan} = clean
  yield* swapsAmong(clean, plan.sections)
  for (const {section} of eachSection(plan.sections)) yield* swapsAmong(clean, section.children)
  const [phase] = plan.phases
  if (phase) yield* swapsAmong(clean, phase.parts)
}
