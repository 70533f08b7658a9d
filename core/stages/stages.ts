import type {Range} from '../finding.ts'
import {entriesOf, listKeyOf} from '../metadata/block.ts'
import {type JsonObject, type JsonString, valueAt} from '../metadata/json.ts'
import type {Plan} from '../plan.ts'
import type {MetadataKey} from '../preset.ts'
import {titleKey} from '../titles.ts'
import {type StageSection, stageSections} from './section.ts'

/** One stage as the metadata and its section have it; at most one of the two is missing. */
export interface Stage {
  entry: JsonObject | null
  section: StageSection | null
  /** Whether nothing but its place says that this section belongs to this entry. */
  byPlace: boolean
}

/** The stages of a plan, those of the metadata in their order, then the sections that the metadata lack. */
export interface Stages {
  all: readonly Stage[]
  keys: readonly MetadataKey[]
  /** What the preset calls a stage. */
  noun: string
  isUnset(place: Range): boolean
}

/** A value of the metadata that somebody filled in, or null. */
export function stringIn(entry: JsonObject | null, key: string, isUnset: Stages['isUnset']): JsonString | null {
  const value = entry ? valueAt(entry, key) : undefined
  return value?.type === 'string' && value.text.trim() !== '' && !isUnset(value) ? value : null
}

/** What a stage is called in messages: its id in the metadata, else in its section, else its number. */
export function labelOf({entry, section}: Stage, {isUnset}: Stages): string {
  return stringIn(entry, 'id', isUnset)?.text ?? section?.values.get('id')?.text ?? section?.phase.number ?? ''
}

/** The form in which ids are compared: `Stage 1` is `stage-1`. */
export function idKey(id: string): string {
  return id.trim().toLowerCase().replace(/\s+/g, '-')
}

/** Pairs entries and sections by what they share: first what no two stages do, then names and numbers, then place. */
class Matcher {
  readonly #pairs = new Map<JsonObject, {section: StageSection; byPlace: boolean}>()
  readonly #taken = new Set<StageSection>()
  readonly #entries: readonly JsonObject[]
  readonly #sections: readonly StageSection[]
  readonly #isUnset: Stages['isUnset']

  constructor(entries: readonly JsonObject[], sections: readonly StageSection[], isUnset: Stages['isUnset']) {
    this.#entries = entries
    this.#sections = sections
    this.#isUnset = isUnset
  }

  match(keys: readonly MetadataKey[], noun: string): Stage[] {
    for (const {key, unique, told} of keys) if (unique && told) this.#by(key, idKey)
    for (const {key, told} of keys) if (told === 'heading') this.#by(key, titleKey)
    this.#byNumber(noun)
    this.#byPlace()
    const matched = this.#entries.map((entry): Stage => {
      const pair = this.#pairs.get(entry)
      return {entry, section: pair?.section ?? null, byPlace: pair?.byPlace ?? false}
    })
    const rest = this.#sections.filter(section => !this.#taken.has(section))
    return [...matched, ...rest.map((section): Stage => ({entry: null, section, byPlace: false}))]
  }

  #pair(entry: JsonObject, section: StageSection, byPlace = false): void {
    this.#pairs.set(entry, {section, byPlace})
    this.#taken.add(section)
  }

  #freeSections(keyOf: (section: StageSection) => string | null): Map<string, StageSection> {
    const free = new Map<string, StageSection>()
    for (const section of this.#sections) {
      const key = this.#taken.has(section) ? null : keyOf(section)
      if (key && !free.has(key)) free.set(key, section)
    }
    return free
  }

  #pairAll(key: string, form: (text: string) => string, free: ReadonlyMap<string, StageSection>): void {
    if (free.size === 0) return
    for (const entry of this.#entries) {
      const section = free.get(form(stringIn(entry, key, this.#isUnset)?.text ?? ''))
      if (section && !this.#pairs.has(entry) && !this.#taken.has(section)) this.#pair(entry, section)
    }
  }

  #by(key: string, form: (text: string) => string): void {
    this.#pairAll(
      key,
      form,
      this.#freeSections(({values}) => form(values.get(key)?.text ?? '')),
    )
  }

  /** `stage-2` for a section that says no id of its own but is number 2. */
  #byNumber(noun: string): void {
    const numberOf = ({values, phase}: StageSection) => (values.has('id') ? null : idKey(`${noun} ${phase.number}`))
    this.#pairAll('id', idKey, this.#freeSections(numberOf))
  }

  /** Those left over between two neighbours that are paired belong together where they are as many on both sides. */
  #byPlace(): void {
    const indexes = new Map(this.#sections.map((section, index) => [section, index]))
    let at = 0
    let entries: JsonObject[] = []
    const close = (sections: StageSection[]) => {
      const free = sections.filter(section => !this.#taken.has(section))
      if (free.length === entries.length) {
        for (const [index, entry] of entries.entries()) this.#pair(entry, free[index] as StageSection, true)
      }
      entries = []
    }
    for (const entry of this.#entries) {
      const pair = this.#pairs.get(entry)
      if (!pair) entries.push(entry)
      else {
        const end = indexes.get(pair.section) ?? -1
        if (end < at) continue
        close(this.#sections.slice(at, end))
        at = end + 1
      }
    }
    close(this.#sections.slice(at))
  }
}

/** The stages of `plan` by its metadata and by the sections of its phases; null where the metadata names none. */
export function stagesOf(plan: Plan): Stages | null {
  const {metadata, preset} = plan
  if (typeof metadata === 'string' || !preset.phases) return null
  const keys = listKeyOf(metadata.spec)?.items ?? []
  const entries = entriesOf(metadata)
  if (entries.length === 0) return null
  const isUnset = (place: Range) => plan.holdsLeftovers(place)
  const sections = stageSections(plan, keys, isUnset)
  const {noun} = preset.phases
  return {all: new Matcher(entries, sections, isUnset).match(keys, noun), keys, noun, isUnset}
}
