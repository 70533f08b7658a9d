import {addTo} from '../grouped.ts'
import {phasesOf} from '../phases.ts'
import type {FieldSpec, PhaseKind, PhaseSpec, PhaseValidation, SectionSpec} from '../preset.ts'
import {startingIn} from '../ranges.ts'
import type {Section} from '../sections.ts'
import {taskLinesOf} from '../tasks.ts'
import {matcherOf, titleKey} from '../titles.ts'
import {lackOf} from '../validation.ts'
import {withPartsOfComponents} from './components.ts'
import {apart, partsIn} from './parts.ts'
import type {Reading} from './reading.ts'
import {directBody, sectionSpecs} from './sections.ts'
import {idOf, readTitle, type Series, withOpenNumbers} from './titles.ts'

/** What parts of the work are called, the larger ones first. */
const nouns = ['phase', 'stage', 'milestone', 'sprint', 'iteration', 'increment', 'wave', 'step', 'task', 'slice']

interface TemplatePhase {
  section: Section
  series: Series
  isOptional: boolean
}

/** The headings of a template that stand for phases of the work. */
export interface TemplatePhases {
  noun: string
  all: readonly TemplatePhase[]
  sections: ReadonlySet<Section>
}

/** Finds the phases of a template; null where it has none. */
export function phasesIn({document, meant}: Reading): TemplatePhases | null {
  const candidates = document.sections.flatMap(section => {
    const {series, isOptional} = readTitle(section.title, meant)
    return series ? [{section, series, isOptional}] : []
  })
  for (const noun of nouns) {
    const named = candidates.filter(({series}) => series.noun.toLowerCase() === noun)
    const level = named.reduce((least, {section}) => Math.min(least, section.level), Number.POSITIVE_INFINITY)
    const all = named.filter(({section}) => section.level === level && section.level > 1)
    if (all.length > 0) return {noun, all, sections: new Set(all.map(({section}) => section))}
  }
  return null
}

const repetition = /\[(?:Repeat|Continue|Add more)\b[^[\]]*\]/i

/** What the phases of one sort have to hold. */
interface Contract {
  fields: FieldSpec[]
  parts: SectionSpec[]
}

/** What is in all of several phases is asked of each; what is in some may be in any. */
function contractOf(reading: Reading, sections: readonly Section[]): Contract {
  const whole = sections.filter(section => !repetition.test(reading.textOf(section)))
  const contracts = (whole.length > 0 ? whole : sections.slice(0, 1)).map(section => {
    const {fields, sections: labelled} = partsIn(reading, directBody(section))
    const parts = [...labelled, ...sectionSpecs(reading, section.children, new Set())]
    return {fields, parts: apart(withPartsOfComponents(parts.map(part => withKnownId(reading, part))))}
  })
  const [first = {fields: [], parts: []}] = contracts
  const isInAll = (title: string, titlesOf: (contract: Contract) => string[]) =>
    contracts.every(contract => titlesOf(contract).some(other => titleKey(other) === titleKey(title)))
  const own = <Part extends FieldSpec | SectionSpec>(part: Part, isCommon: boolean): Part =>
    isCommon ? part : Object.assign(part, {expectation: 'optional'})
  return {
    fields: first.fields.map(field =>
      own(
        field,
        isInAll(field.label, ({fields}) => fields.map(({label}) => label)),
      ),
    ),
    parts: first.parts.map(part =>
      own(
        part,
        isInAll(part.title, ({parts}) => parts.map(({title}) => title)),
      ),
    ),
  }
}

/** Rules know the part that shows a phase to be done by its id. */
function withKnownId({vocabulary}: Reading, part: SectionSpec): SectionSpec {
  return matcherOf(vocabulary.validation).matches(part.title) ? Object.assign(part, {id: 'validation'}) : part
}

function validationOf(reading: Reading, phases: TemplatePhases, sections: readonly Section[]): PhaseValidation {
  const {document, vocabulary} = reading
  const headings = phasesOf(document, [`${phases.noun} {n}`])
  const own = headings.filter(({section}) => sections.includes(section) && !repetition.test(reading.textOf(section)))
  const shows = (wanted: 'command' | 'checkpoint') =>
    own.length > 0 &&
    own.every(phase => lackOf(document, {...phase, state: null}, headings, wanted, vocabulary) === null)
  return shows('command') ? 'command' : shows('checkpoint') ? 'checkpoint' : 'none'
}

/** What a preset asks of the phases; `before` is the id of the section that follows them where none is around them. */
export function phaseSpec(
  reading: Reading,
  phases: TemplatePhases,
  place: Pick<PhaseSpec, 'id' | 'before'>,
): PhaseSpec {
  const {all, noun} = phases
  const open = all.filter(({series}) => series.name === '').map(({section}) => section)
  const kinds = kindsOf(reading, phases)
  const {fields, parts} = contractOf(reading, open)
  const [first] = all
  const title = noun.charAt(0).toUpperCase() + noun.slice(1)
  const annotation = reading.annotations.in({
    start: first?.section.start ?? 0,
    end: first ? directBody(first.section).end : 0,
  })
  return reading.from(first?.section.start ?? 0, {
    ...place,
    noun,
    titles: [`${title} {n}`, ...annotation.aliases.map(alias => `${alias} {n}`)],
    expectation: annotation.isOptional || all.every(({isOptional}) => isOptional) ? 'optional' : 'required',
    ...(annotation.min !== null && {min: annotation.min, few: 'error' as const}),
    validation: validationOf(reading, phases, open.length > 0 ? open : []),
    ...(parts.length > 0 && {parts}),
    ...(fields.length > 0 && {fields}),
    ...(kinds.length > 0 && {kinds}),
  })
}

/** Headings in a phase that is a list of tasks only group them, and a plan has groups of its own. */
function groupOfTasks(part: SectionSpec): SectionSpec {
  const isOfTasks = part.content?.every(({kind}) => kind === 'checklist') && !part.fields && !part.sections
  return isOfTasks ? Object.assign(part, {expectation: 'optional' as const}) : part
}

/** Phases that the template names itself: `Phase 1: Setup`. */
function kindsOf(reading: Reading, phases: TemplatePhases): PhaseKind[] {
  const byName = new Map<string, TemplatePhase[]>()
  for (const phase of phases.all) {
    const name = withOpenNumbers(phase.series.name)
    if (name !== '') addTo(byName, name, phase)
  }
  const ids = new Set<string>()
  return [...byName].map(([name, group]) => {
    const sections = group.map(({section}) => section)
    const {fields, parts} = contractOf(reading, sections)
    const tasks = taskLinesOf(reading.document).filter(task =>
      sections.some(({body}) => startingIn([task], body).length > 0),
    )
    const id = idOf(name)
    const unique = ids.has(id) ? `${id}-${ids.size + 1}` : id
    ids.add(unique)
    return reading.from(sections[0]?.start ?? 0, {
      id: unique,
      names: [`${name}…`],
      // A plan may well name its phases itself.
      expectation: group.some(({isOptional}) => isOptional) ? ('optional' as const) : ('expected' as const),
      validation: validationOf(reading, phases, sections),
      ...(tasks.length > 0 && {content: [{kind: 'tasks' as const, min: 1}]}),
      ...(fields.length > 0 && {fields}),
      ...(parts.length > 0 && {parts: tasks.length > 0 ? parts.map(groupOfTasks) : parts}),
    })
  })
}
