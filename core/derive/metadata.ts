import {lettersOf} from '../members.ts'
import {type JsonEntry, type JsonObject, type JsonValue, parseJson, valueAt} from '../metadata/json.ts'
import type {MetadataKey, MetadataSpec} from '../preset.ts'
import {firstAtOrAfter} from '../ranges.ts'
import {dateLabel, dateSlot} from './fields.ts'
import {metadataInSections} from './metadata-in-sections.ts'
import type {TemplatePhases} from './phases.ts'
import type {Reading} from './reading.ts'
import {choicesIn} from './slot-shapes.ts'

/** A block of metadata that a template holds. */
export interface TemplateMetadata {
  spec: MetadataSpec
  /** Enumerations in it from which nobody has chosen yet. */
  choices: readonly string[]
}

const marked = /^json\b[^\n]*\bmetadata\b/i
const listName = /^(?:stages|phases|milestones|sprints|iterations|increments|waves|steps|tasks|slices)$/i
const waiting = /depend|require|need|after|block|wait/i
const datedSlug = /^YYYY-MM-DD-[a-z0-9[\]{}<>_-]+$/i
const slug = String.raw`\d{4}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*`
const namedKey = /[[{<]([\w -]{1,60})[\]}>]/g

/** Reads the block of JSON that a template marks as metadata; null where it has none, or one that is no object. */
export function metadataIn(reading: Reading, phases: TemplatePhases | null): TemplateMetadata | null {
  const {document} = reading
  const fence = document.fences.find(({info}) => marked.test(reading.textOf(info).trim()))
  if (!fence) return null
  const {value} = parseJson(reading.textOf(fence.content), fence.content.start)
  if (value?.type !== 'object') {
    reading.note(fence.start, 'the metadata cannot be read as an object in JSON')
    return null
  }
  const before = document.blocks[firstAtOrAfter(document.blocks, fence.start) - 1]
  const isRemarked =
    before?.kind === 'comment' && reading.annotations.in({start: before.start, end: fence.start}).isOptional
  const read = new MetadataReader(reading, value, phases)
  const keys = read.keysOf([value])
  if (keys.length === 0) return null
  const spec: MetadataSpec = {
    fence: reading.textOf(fence.info).trim().toLowerCase().replace(/\s+/g, ' '),
    expectation: isRemarked ? 'optional' : 'required',
    keys,
  }
  return {spec: reading.from(fence.start, spec), choices: read.choices}
}

class MetadataReader {
  /** Enumerations from which nobody has chosen yet. */
  readonly choices: string[] = []
  readonly #reading: Reading
  readonly #root: JsonObject
  readonly #phases: TemplatePhases | null

  constructor(reading: Reading, root: JsonObject, phases: TemplatePhases | null) {
    this.#reading = reading
    this.#root = root
    this.#phases = phases
  }

  /** The keys of objects that are of one kind: what is in all of them is asked for, what is in some may be in any. */
  keysOf(objects: readonly JsonObject[]): MetadataKey[] {
    const names = new Map<string, JsonEntry>()
    for (const {entries} of objects) {
      for (const entry of entries) if (!names.has(entry.key.text)) names.set(entry.key.text, entry)
    }
    return [...names.values()].flatMap(entry => {
      const values = objects.flatMap(object => valueAt(object, entry.key.text) ?? [])
      const kind = this.#kindOf(entry, values)
      if (!kind) return []
      const isSpare = values.length < objects.length || values.some(isOptional)
      const expectation = isSpare ? ('optional' as const) : ('required' as const)
      return [this.#reading.from(entry.key.start, {key: entry.key.text, expectation, ...kind})]
    })
  }

  #kindOf({key, value}: JsonEntry, values: readonly JsonValue[]): Omit<MetadataKey, 'key' | 'expectation'> | null {
    if (value.type === 'string') return this.#textOf(key.text, value.text)
    if (value.type === 'array') {
      const items = values.flatMap(each => (each.type === 'array' ? each.items : []))
      const objects = items.filter(item => item.type === 'object')
      if (objects.length > 0 && this.#isListOfPhases(key.text)) return {type: 'objects', items: this.#itemKeys(objects)}
      const areIds = items.every(item => item.type === 'string') && waiting.test(key.text)
      if (areIds) return {type: 'ids'}
    }
    this.#reading.note(key.start, `what "${key.text}" holds in the metadata is not checked`)
    return null
  }

  #textOf(key: string, value: string): Omit<MetadataKey, 'key' | 'expectation'> {
    const choices = choicesIn(value)
    if (choices) {
      this.choices.push(value)
      return {type: 'enum', values: choices}
    }
    if (datedSlug.test(value)) return {type: 'text', pattern: slug, form: value}
    const isDate = dateSlot.test(value) || (value === '' && dateLabel.test(key.replace(/[-_]/g, ' ')))
    return {type: isDate ? 'date' : 'text'}
  }

  /** Only one list stands for the phases. */
  #isListOfPhases(key: string): boolean {
    const lists = this.#root.entries.filter(entry => listName.test(entry.key.text))
    return lists[0]?.key.text === key
  }

  #itemKeys(objects: readonly JsonObject[]): MetadataKey[] {
    const told = metadataInSections(this.#reading, objects, this.#phases)
    return this.keysOf(objects).map(key => {
      const names = this.#namesIn(objects, key.key)
      const where = told.get(key.key)
      const isUnique = key.key === 'id' || names.includes('id')
      return Object.assign(key, {
        ...(isUnique && {unique: true as const}),
        ...(names.length > 0 && {names}),
        ...(where !== undefined && {told: where}),
      })
    })
  }

  /** The keys whose values the slots of a value ask for: `feature/[plan-id]-[stage-id]`. */
  #namesIn(objects: readonly JsonObject[], key: string): string[] {
    const [first] = objects
    const value = first && valueAt(first, key)
    if (value?.type !== 'string') return []
    const slots = Array.from(value.text.matchAll(namedKey), ([, words = '']) => lettersOf(words))
    const {noun = ''} = this.#phases ?? {}
    const ofPlan = this.#root.entries.map(entry => entry.key.text).filter(name => slots.includes(lettersOf(name)))
    return [...ofPlan, ...(noun !== '' && slots.includes(`${noun}id`) ? ['id'] : [])]
  }
}

function isOptional(value: JsonValue): boolean {
  return value.type === 'string' && /\boptional\b/i.test(value.text)
}
