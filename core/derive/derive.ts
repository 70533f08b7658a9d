import {commonWordsOf, knownSections} from '../common-words.ts'
import {completePreset, type PresetDefinition} from '../complete-preset.ts'
import type {Range} from '../finding.ts'
import type {PhaseSpec, Preset, SectionSpec} from '../preset.ts'
import type {Section} from '../sections.ts'
import type {TemplateFault} from './annotations.ts'
import {headFields} from './fields.ts'
import {leftoversIn} from './leftovers.ts'
import {metadataIn} from './metadata.ts'
import {phaseSpec, phasesIn, type TemplatePhases} from './phases.ts'
import {type Note, Reading} from './reading.ts'
import {labelledSections, sectionSpecs} from './sections.ts'
import {templateOf} from './template.ts'
import {titleFormOf} from './titles.ts'

/** What a template was read as. */
export interface Derived {
  /** Data: JSON holds all of it. */
  definition: PresetDefinition
  /** From which line of the template a part of the definition is, 1-based. */
  lines: ReadonlyMap<object, number>
  /** The same for slots and other words that are looked for. */
  wordLines: ReadonlyMap<string, number>
  /** What the template holds and the definition does not. */
  notes: readonly Note[]
  /** What cannot be meant so; whoever gets one does not use the definition. */
  faults: readonly PlacedFault[]
}

export interface PlacedFault extends Pick<TemplateFault, 'message'> {
  /** 1-based. */
  line: number
  column: number
}

/** Rules that only presets with metadata use. */
const rulesOfMetadata = {'stage-metadata': 'error', 'stage-graph': 'error', 'stage-sync': 'error'} as const

/** How the preset is called. */
export type PresetName = Pick<Preset, 'id' | 'summary'>

/**
 * Makes a preset of a template: its sections and their order, fields, phases, tables and lists, and what of it no plan
 * keeps. Any string is valid input. `presets` are those that there are, for the words that all kinds share.
 */
export function derive(text: string, name: PresetName, presets: readonly Preset[]): Derived {
  const reading = new Reading(templateOf(text), commonWordsOf(presets).vocabulary, knownSections(presets))
  const {document, annotations, lines, notes} = reading
  const titles = document.sections.filter(({level}) => level === 1)
  const [title] = titles
  const phases = phasesIn(reading)
  const metadata = metadataIn(reading, phases)
  const sections = topSections(document.sections)
  const hasHeadings = document.sections.length > 1
  const specs = hasHeadings ? sectionSpecs(reading, sections, phases?.sections ?? new Set()) : labelledSections(reading)
  const placed = phases && withPhases(reading, phases, sections, specs)
  const own = placed?.sections ?? specs
  const form = title && titles.length === 1 ? titleFormOf(title.title, reading.meant) : null
  if (title && form === null)
    reading.note(title.start, `"${title.title}" is not made of fixed words and slots; a plan may have any title`)
  const fields = hasHeadings ? headFields(reading, headOf(document.sections, title, document.text)) : []
  const {literals, templateText, places} = leftoversIn(reading, metadata?.choices ?? [])
  const wordLines = new Map([...places].map(([words, offset]) => [words, reading.lineOf(offset)]))
  const isAnyOrder = annotations.in({start: 0, end: sections[0]?.start ?? 0}).isAnyOrder
  const rules = {
    ...(titles.length !== 1 && {'document-title': 'off' as const}),
    ...(metadata && rulesOfMetadata),
  }
  const definition: PresetDefinition = {
    ...name,
    ...(form !== null && {titleForms: [form]}),
    ...(fields.length > 0 && {fields}),
    ...(metadata && {metadata: metadata.spec}),
    sections: isAnyOrder ? own.map(spec => Object.assign(spec, {anywhere: true as const})) : own,
    ...(placed && {phases: placed.phases}),
    literals,
    templateText,
    ...(Object.keys(rules).length > 0 && {rules}),
  }
  const faults = annotations.faults.map(({start, message}) => {
    const {column} = document.source.positionAt(start)
    return {line: reading.lineOf(start), column, message}
  })
  return {definition, lines, wordLines, notes: notes.sort((a, b) => a.line - b.line), faults}
}

/**
 * The preset of a template; see `derive`.
 * @throws {TypeError} where an annotation of the template is none
 */
export function derivedPreset(text: string, name: PresetName, presets: readonly Preset[]): Preset {
  const {definition, faults} = derive(text, name, presets)
  const [fault] = faults
  if (fault) throw new TypeError(`Line ${fault.line} of the template: ${fault.message.replace(/\?$/, '')}.`)
  return completePreset(definition, commonWordsOf(presets))
}

/** The sections right under the title; those at the top where there is none, or where there are several titles. */
function topSections(all: readonly Section[]): Section[] {
  const tops = all.filter(({parent}) => parent === null)
  const titles = tops.filter(({level}) => level === 1)
  const [title] = titles
  if (!title) return tops
  return [...title.children, ...tops.filter(section => section.start > title.start)]
}

/** What stands before the first section. */
function headOf(all: readonly Section[], title: Section | undefined, text: string): Range {
  const first = all.find(section => section !== title)
  return {start: 0, end: first?.start ?? text.length}
}

/** The sections and the phases among them. */
function withPhases(
  reading: Reading,
  phases: TemplatePhases,
  tops: readonly Section[],
  specs: readonly SectionSpec[],
): {sections: readonly SectionSpec[]; phases: PhaseSpec} {
  const [first] = phases.all
  let around = first?.section.parent ?? null
  while (around && !tops.includes(around)) around = around.parent
  const lineOfAround = around && reading.lineOf(around.start)
  const holder = specs.find(spec => reading.lines.get(spec) === lineOfAround)
  if (holder) {
    const isOnlyAround = holder.sections === undefined && holder.fields === undefined
    const own = isOnlyAround ? {expectation: 'optional' as const} : {holdsPhases: true as const}
    Object.assign(holder, own)
    return {sections: specs, phases: phaseSpec(reading, phases, {id: isOnlyAround ? holder.id : 'phases'})}
  }
  const last = phases.all.at(-1)?.section.start ?? 0
  const next = specs.find(spec => (reading.lines.get(spec) ?? 0) > reading.lineOf(last))
  return {sections: specs, phases: phaseSpec(reading, phases, {id: 'phases', ...(next && {before: next.id})})}
}
