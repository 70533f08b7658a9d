import {joined} from './joined.ts'
import {type ListKind, patched} from './list-changes.ts'
import type {
  FieldSpec,
  Mention,
  MetadataKey,
  MetadataSpec,
  PhaseKind,
  PhaseSpec,
  Preset,
  RuleSetting,
  RuleSettings,
  SectionSpec,
  TemplateText,
  Vocabulary,
} from './preset.ts'
import {checkPreset} from './shapes/preset.ts'
import {fail} from './shapes/shape.ts'

/** New values by key; null takes off what need not be there. */
export type Patch<T> = {readonly [Key in keyof T]?: T[Key] | (Record<never, never> extends Pick<T, Key> ? null : never)}

/**
 * What is different in a list. `change` and `remove` name its items, `before` and `after` say beside which of them an
 * added one goes, else it goes to the end. Changes come first, then additions, then removals.
 */
export interface ListChanges<Item, Own> {
  readonly change?: Readonly<Record<string, Own>>
  readonly add?: readonly (Item & {before?: string; after?: string})[]
  readonly remove?: readonly string[]
}

/**
 * The same for a list whose items hold others of their kind. A name is the path to an item, such as
 * `testing/unit-tests`, or as much of its end as no other has; `in` adds as the last one into another.
 */
export interface TreeChanges<Item, Own> extends Pick<ListChanges<Item, Own>, 'change' | 'remove'> {
  readonly add?: readonly (Item & {before?: string; after?: string; in?: string})[]
}

/** By label. */
export type FieldChanges = ListChanges<FieldSpec, Patch<Omit<FieldSpec, 'label'>>>
/** By id. */
export type SectionChanges = TreeChanges<
  SectionSpec,
  Patch<Omit<SectionSpec, 'id' | 'sections' | 'fields'>> & {readonly fields?: FieldChanges | null}
>
/** By id. */
export type PhaseKindChanges = ListChanges<
  PhaseKind,
  Patch<Omit<PhaseKind, 'id' | 'parts' | 'fields'>> & {
    readonly parts?: SectionChanges | null
    readonly fields?: FieldChanges | null
  }
>
export type PhaseChanges = Patch<Omit<PhaseSpec, 'parts' | 'fields' | 'kinds'>> & {
  readonly parts?: SectionChanges | null
  readonly fields?: FieldChanges | null
  readonly kinds?: PhaseKindChanges | null
}
/** Keys by name. */
export type MetadataChanges = Patch<Omit<MetadataSpec, 'keys'>> & {
  readonly keys?: TreeChanges<MetadataKey, Patch<Omit<MetadataKey, 'key' | 'items'>>>
}

/** How a preset differs from the one it is made of. What is not mentioned stays, fingerprints included;
 * the priority is just above the base's. */
export interface PresetChanges
  extends Patch<Pick<Preset, 'summary' | 'titleForms' | 'fingerprints' | 'priority' | 'fileName'>> {
  readonly id: string
  readonly fields?: FieldChanges | null
  readonly sections?: SectionChanges
  /** Changes, or all about the phases where the base has none. */
  readonly phases?: PhaseChanges | PhaseSpec | null
  /** Changes, or all about the metadata where the base has none. */
  readonly metadata?: MetadataChanges | MetadataSpec | null
  readonly mentions?: ListChanges<Mention, Patch<Omit<Mention, 'id'>>> | null
  /** Added to those of the base, as are `literals` and `templateText`. */
  readonly vocabulary?: Partial<Vocabulary>
  readonly literals?: readonly string[]
  readonly templateText?: TemplateText
  /** Over the settings of the base: a severity leaves its options as they are, options are merged. */
  readonly rules?: RuleSettings
}

const field: ListKind = {noun: 'field', named: 'label'}
const section: ListKind = {noun: 'section', named: 'id', parts: 'sections', lists: {fields: field}}
const phaseKind: ListKind = {noun: 'kind', named: 'id', lists: {parts: section, fields: field}}
const mention: ListKind = {noun: 'mention', named: 'id'}
const metadataKey: ListKind = {noun: 'key', named: 'key', parts: 'items'}
const phaseLists = {parts: section, fields: field, kinds: phaseKind}

/** A document that fits the base fits what is made of it too; less than between any two presets of this package. */
const aboveBase = 0.01

/**
 * Makes a preset of another one and what is different. Where both fit a document, the new one is chosen.
 * @throws {TypeError} when the changes name something that is not there, or what comes out is no preset
 */
export function extendPreset(base: Preset, changes: PresetChanges): Preset {
  if (changes.id === undefined || changes.id === base.id)
    fail([`a preset made of "${base.id}"`], 'give it an "id" of its own.')
  const owners = [`preset "${changes.id}"`]
  const {phases, metadata, vocabulary, literals, templateText, rules, ...others} = changes
  const preset = patched({...base}, {...others}, {fields: field, sections: section, mentions: mention}, owners)
  const whole: unknown = withoutAbsent({
    ...preset,
    priority: changes.priority ?? base.priority + aboveBase,
    phases: part(base.phases, phases, phaseLists, ['"phases"', ...owners]),
    metadata: part(base.metadata, metadata, {keys: metadataKey}, ['"metadata"', ...owners]),
    vocabulary: joined(base.vocabulary, vocabulary),
    literals: joined(base.literals, literals),
    templateText: joined(base.templateText, templateText),
    rules: overSettings(base.rules, rules),
  })
  checkPreset(whole)
  return whole
}

function part(
  base: object | undefined,
  own: object | null | undefined,
  lists: Readonly<Record<string, ListKind>>,
  owners: readonly string[],
): object | undefined {
  if (own === undefined) return base
  return base && own ? patched({...base}, {...own}, lists, owners) : (own ?? undefined)
}

function withoutAbsent(preset: object): object {
  return Object.fromEntries(Object.entries(preset).filter(([, value]) => value !== undefined))
}

function overSettings(base: RuleSettings, own: RuleSettings = {}): RuleSettings {
  const settings = Object.entries(own).map(([id, setting]) => [id, overSetting(base[id], setting)] as const)
  return {...base, ...Object.fromEntries(settings)}
}

function overSetting(base: RuleSetting | undefined, own: RuleSetting): RuleSetting {
  const options = typeof base === 'object' ? base[1] : undefined
  if (options === undefined || own === 'off') return own
  return typeof own === 'string' ? [own, options] : [own[0], {...options, ...own[1]}]
}
