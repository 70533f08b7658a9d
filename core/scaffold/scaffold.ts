import {detectPreset} from '../detect.ts'
import {parseDocument} from '../document.ts'
import {fallbackId} from '../lint.ts'
import type {FieldSpec, PhaseKind, Preset, SectionSpec} from '../preset.ts'
import {hasTitleForm} from '../title-forms.ts'
import {matcherOf} from '../titles.ts'
import {contentLines, type TaskNumbers} from './contents.ts'
import {knownValues, metadataBlock} from './metadata.ts'
import {fieldSlot, slot, written} from './slots.ts'

/**
 * A document to begin with: all that `preset` asks for, in its order, with slots that the linter asks to fill. Where
 * the document would be taken for one of another of `presets`, it says which it is by a directive.
 */
export function scaffold(preset: Preset, presets: readonly Preset[], title = ''): string {
  const text = scaffoldWithoutId(preset, title)
  const taken = detectPreset(parseDocument(text), presets)?.preset.id ?? fallbackId
  return taken === preset.id ? text : `<!-- plan-lint preset: ${preset.id} -->\n\n${text}`
}

/** The same without that directive, for a preset that is not known by its id wherever the document is judged. */
export function scaffoldWithoutId(preset: Preset, title = ''): string {
  return `${new Scaffolder(preset).blocks(title).join('\n\n')}\n`
}

const isAsked = ({expectation}: {expectation: string}) => expectation !== 'optional'
const topLevel = 2

/** Writes blocks of Markdown, to be joined by blank lines. */
class Scaffolder {
  readonly #preset: Preset
  readonly #tasks: TaskNumbers
  #phase = 0

  constructor(preset: Preset) {
    let task = 0
    this.#preset = preset
    this.#tasks = {tag: '', next: () => `T${String(++task).padStart(3, '0')}`}
  }

  blocks(title: string): string[] {
    const {fields = [], metadata, mentions = []} = this.#preset
    const head = fields.filter(isAsked).map(field => this.#field(field))
    const sections = this.#sections()
    return [
      `# ${this.#title(title)}`,
      ...(metadata && isAsked(metadata) ? [metadataBlock(this.#preset, metadata, this.#phaseCount())] : []),
      ...(head.length > 0 ? [head.join('\n')] : []),
      ...mentions.filter(isAsked).map(({topic, words}) => slot(`How ${topic} (${words[0] ?? topic}) comes into it`)),
      ...sections,
      ...(sections.length === 0 ? [slot('What is to be done, and why')] : []),
    ]
  }

  #section(spec: SectionSpec, level: number): string[] {
    const count = Math.max(1, spec.repeat?.min ?? 1)
    return Array.from({length: count}, (_, index) => this.#one(spec, level, index + 1)).flat()
  }

  #title(title: string): string {
    const words = title.replace(/\s+/g, ' ').trim()
    const forms = this.#preset.titleForms ?? []
    if (words && hasTitleForm(words, forms)) return words
    // In capitals it counts as a slot amidst other words, too.
    return (forms[0] ?? '{name}').replaceAll('{name}', () => words || '[FEATURE NAME]')
  }

  /** The sections in their order, and the phases where they belong. */
  #sections(): string[] {
    const {sections, phases} = this.#preset
    const wantsPhases = phases !== undefined && isAsked(phases)
    const around = sections.find(({id}) => id === phases?.id)
    const holder = around ?? sections.findLast(({holdsPhases}) => holdsPhases)
    const before = around ? undefined : phases?.before
    const nested = () => (wantsPhases ? this.#phases(topLevel + 1) : [])
    const blocks = sections.flatMap(spec => {
      const own = isAsked(spec) || (spec === around && wantsPhases)
      const lead = wantsPhases && spec.id === before ? this.#phases(topLevel) : []
      if (!own) return lead
      if (spec !== holder || before !== undefined) return [...lead, ...this.#section(spec, topLevel)]
      return spec === around
        ? [this.#heading(spec, topLevel, 1), ...nested()]
        : [...this.#section(spec, topLevel), ...nested()]
    })
    return wantsPhases && !holder && before === undefined ? [...blocks, ...this.#phases(topLevel)] : blocks
  }

  #heading({title, numbered, as}: SectionSpec, level: number, number: number): string {
    const words = numbered
      ? `${number}. ${slot(`Name of the ${written(title).toLowerCase()}`)}`
      : written(title, this.#phase || number)
    return level > 6 || (as && !as.includes('heading')) ? `**${words}**:` : `${'#'.repeat(level)} ${words}`
  }

  #one(spec: SectionSpec, level: number, number: number): string[] {
    const {title, content = [], fields = [], sections = []} = spec
    const parts = sections.filter(part => isAsked(part) || part.numbered)
    // Numbered parts are the list that is asked for.
    const contents = parts.some(({numbered}) => numbered) ? content.filter(({kind}) => kind !== 'numbered') : content
    const lines = [
      ...fields.filter(isAsked).map(field => this.#field(field)),
      ...contentLines(contents, written(title, this.#phase || number), this.#tasks),
    ]
    const isBare = lines.length === 0 && parts.length === 0
    return [
      this.#heading(spec, level, number),
      ...(lines.length > 0 ? [lines.join('\n')] : []),
      ...(isBare ? [this.#bareSlot(title)] : []),
      ...parts.flatMap(part => this.#section(part, level + 1)),
    ]
  }

  #bareSlot(title: string): string {
    const asks = this.#preset.vocabulary.questions.includes(title)
    return asks ? `- ${slot(`First of ${written(title)}, or None`)}` : slot(`${written(title)} in a few sentences`)
  }

  #phaseCount(): number {
    const {phases} = this.#preset
    if (!phases) return 0
    const kinds = phases.kinds?.filter(isAsked).length ?? 0
    // What only the last of several does without can be shown where there are several.
    const least = phases.fields?.some(({exceptLast}) => exceptLast) ? 2 : 1
    return kinds > 0 ? kinds : Math.max(least, phases.min ?? 1)
  }

  #phases(level: number): string[] {
    const {phases} = this.#preset
    const kinds: (PhaseKind | undefined)[] = phases?.kinds?.filter(isAsked) ?? []
    const all = kinds.length > 0 ? kinds : Array.from({length: this.#phaseCount()}, () => undefined)
    const blocks = all.flatMap((kind, index) => this.#onePhase(level, index + 1, kind, index === all.length - 1))
    this.#phase = 0
    return blocks
  }

  #onePhase(level: number, number: number, kind: PhaseKind | undefined, isLast: boolean): string[] {
    const {titles = [], noun = 'phase', fields: common = [], parts = []} = this.#preset.phases ?? {}
    this.#phase = number
    const name = kind ? kindName(kind, noun) : slot(`Name of the ${noun}`)
    const fields = [...common, ...(kind?.fields ?? [])].filter(field => isAsked(field) && !(field.exceptLast && isLast))
    const lines = fields.map(field => this.#field(field, number))
    const story = kind?.names.some(title => title.includes('{n}')) && this.#preset.vocabulary.tasks
    const tasks = {...this.#tasks, tag: story ? '[US1] ' : ''}
    const contents = contentLines(kind?.content ?? [], name, tasks)
    return [
      `${'#'.repeat(level)} ${written(titles[0] ?? noun, number)}: ${name}`,
      ...(lines.length > 0 ? [lines.join('\n')] : []),
      ...(contents.length > 0 ? [contents.join('\n')] : []),
      ...this.#checkpoint(kind, fields),
      ...(kind?.parts ?? parts).filter(isAsked).flatMap(part => this.#section(part, level + 1)),
    ]
  }

  /** What shows a phase of this kind done, where none of its fields does; a part of it would be a heading. */
  #checkpoint(kind: PhaseKind | undefined, fields: readonly FieldSpec[]): string[] {
    const {phases, vocabulary} = this.#preset
    const shows = matcherOf([...vocabulary.checkpoints, ...vocabulary.validation])
    const shown = [...fields.map(({label}) => label), ...(kind?.parts ?? phases?.parts ?? []).map(({title}) => title)]
    if ((kind ?? phases)?.validation !== 'checkpoint' || shown.some(title => shows.matches(title))) return []
    return [`**Checkpoint**: ${slot('What shows that it is done')}`]
  }

  #field(field: FieldSpec, phase?: number): string {
    return `- **${written(field.label)}**: ${this.#told(field, phase) ?? fieldSlot(field)}`
  }

  /** What the metadata of a phase says of it already. */
  #told({label}: FieldSpec, phase: number | undefined): string | undefined {
    if (phase === undefined) return undefined
    const items = this.#preset.metadata?.keys.flatMap(({items: keys = []}) => keys) ?? []
    const key = items.find(({told}) => typeof told === 'object' && told.field === label)
    if (key?.type === 'ids') return 'None'
    return key && knownValues(this.#preset, phase).get(key.key)
  }
}

/** `Setup`, `User Story 1 - [Name of the phase]`: by the first of its names. */
function kindName({names}: PhaseKind, noun: string): string {
  const [first = noun] = names
  return first.includes('{n}') ? `${written(first)} - ${slot(`Name of the ${noun}`)}` : written(first)
}
