import {isIsoDate, isoDateOf} from '../dates.ts'
import type {Range} from '../finding.ts'
import {memberLike} from '../members.ts'
import type {MetadataKey, MetadataSpec} from '../preset.ts'
import type {Extras} from '../rule.ts'
import {nearest} from '../words.ts'
import {type JsonEntry, type JsonObject, type JsonValue, valueAt} from './json.ts'

/** A value that is not as the preset's metadata ask for, or a key that is not there. */
export interface ShapeFault {
  kind: 'absent' | 'misspelt' | 'bare' | 'empty' | 'type' | 'member' | 'date' | 'form' | 'twice'
  place: Range
  /** The id of the object in the list, where the fault is in one that has an id. */
  stage: string
  /** What has the fault, in words: `The metadata`, `Stage x`, `"author"`. */
  subject: string
  key: string
  expected: string
  actual: string
  extras: Extras
}

const none: Extras = {}
const mild: Extras = {severity: 'warning'}

interface Owner {
  object: JsonObject
  stage: string
  subject: string
}

const typeWords: Record<MetadataKey['type'], string> = {
  text: 'a string',
  date: 'a string',
  enum: 'a string',
  ids: 'a list of ids',
  objects: 'a list of objects',
}

/** Where the lack of a key is told: the object's id, else its brace. */
export function placeOfObject(object: JsonObject): Range {
  const id = valueAt(object, 'id')
  return id?.type === 'string' ? {start: id.start, end: id.end} : {start: object.start, end: object.start + 1}
}

function milder({expectation}: MetadataKey): Extras {
  return expectation === 'required' ? none : mild
}

const kindWords: Record<JsonValue['type'], string> = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
}

class ShapeCheck {
  readonly found: ShapeFault[] = []
  readonly #noun: string
  readonly #isUnset: (place: Range) => boolean

  constructor(noun: string, isUnset: (place: Range) => boolean) {
    this.#noun = noun
    this.#isUnset = isUnset
  }

  root(object: JsonObject, keys: readonly MetadataKey[]): void {
    this.#object({object, stage: '', subject: 'The metadata'}, keys)
  }

  #object(owner: Owner, keys: readonly MetadataKey[]): void {
    const {object} = owner
    if (object.entries.length > 1) this.#repeated(owner)
    const absent = keys.filter(key => key.expectation !== 'optional' && !valueAt(object, key.key))
    if (absent.length > 1 && absent.length === keys.length) this.found.push(this.#bare(owner, absent))
    else for (const key of absent) this.found.push(this.#absent(owner, key, keys))
    for (const key of keys) {
      const value = valueAt(object, key.key)
      if (value) this.#value(owner, key, value)
    }
  }

  #repeated({object, stage}: Owner): void {
    const seen = new Map<string, JsonEntry>()
    for (const entry of object.entries) {
      const key = entry.key.text
      const first = seen.get(key)
      if (first) {
        const related = [{start: first.key.start, end: first.key.end, message: 'The first'}]
        const told = {stage, key, expected: '', actual: key, subject: `"${key}"`, extras: {related}}
        this.found.push({kind: 'twice', place: entry.key, ...told})
      } else seen.set(key, entry)
    }
  }

  #bare({object, stage, subject}: Owner, absent: readonly MetadataKey[]): ShapeFault {
    const names = absent.map(({key}) => key).join(', ')
    return {
      kind: 'bare',
      place: placeOfObject(object),
      stage,
      key: '',
      expected: names,
      actual: '',
      subject,
      extras: none,
    }
  }

  #absent({object, stage, subject}: Owner, key: MetadataKey, keys: readonly MetadataKey[]): ShapeFault {
    const fault = {place: placeOfObject(object), stage, key: key.key, expected: key.key, subject, extras: milder(key)}
    const strangers = object.entries.filter(entry => !keys.some(known => known.key === entry.key.text))
    const names = strangers.slice(0, 50).map(entry => entry.key.text)
    const name = memberLike(key.key, names) ?? nearest(key.key, names)
    const stranger = strangers.find(entry => entry.key.text === name)
    if (!stranger || !name) return {...fault, kind: 'absent', actual: ''}
    const {start, end} = stranger.key
    const suggestions = [{title: `Rename it to "${key.key}"`, edits: [{start, end, text: key.key}]}]
    return {...fault, kind: 'misspelt', actual: name, extras: {...fault.extras, suggestions}}
  }

  #value(owner: Owner, key: MetadataKey, value: JsonValue): void {
    if (key.type === 'objects') this.#objects(owner, key, value)
    else if (key.type === 'ids') this.#ids(owner, key, value)
    else this.#text(owner, key, value)
  }

  #objects(owner: Owner, key: MetadataKey, value: JsonValue): void {
    if (value.type !== 'array') this.found.push(this.#wrongType(owner, key, value))
    else if (value.items.length === 0) this.found.push(this.#empty(owner, key, value))
    else {
      for (const item of value.items) {
        if (item.type === 'object') this.#item(item, key.items ?? [])
        else this.found.push(this.#wrongItem(owner, key, item, 'an object'))
      }
    }
  }

  #item(object: JsonObject, keys: readonly MetadataKey[]): void {
    const id = valueAt(object, 'id')
    const stage = id?.type === 'string' ? id.text : ''
    const capital = this.#noun.charAt(0).toUpperCase() + this.#noun.slice(1)
    this.#object({object, stage, subject: stage === '' ? `This ${this.#noun}` : `${capital} ${stage}`}, keys)
  }

  #ids(owner: Owner, key: MetadataKey, value: JsonValue): void {
    if (value.type !== 'array') {
      this.found.push(this.#wrongType(owner, key, value))
      return
    }
    for (const item of value.items) {
      if (item.type !== 'string') this.found.push(this.#wrongItem(owner, key, item, 'a string'))
      else if (item.text.trim() === '') this.found.push({...this.#empty(owner, key, item), subject: itemOf(key)})
    }
  }

  #text(owner: Owner, key: MetadataKey, value: JsonValue): void {
    if (value.type === 'null' || (value.type === 'string' && value.text.trim() === '')) {
      this.found.push(this.#empty(owner, key, value))
    } else if (value.type !== 'string') {
      this.found.push(this.#wrongType(owner, key, value))
    } else if (!this.#isUnset(value)) {
      const fault = {place: value, stage: owner.stage, key: key.key, actual: value.text, subject: `"${key.key}"`}
      if (key.type === 'date' && !isIsoDate(value.text)) {
        const extras = replacement(value, isoDateOf(value.text))
        this.found.push({...fault, kind: 'date', expected: 'YYYY-MM-DD', extras})
      } else if (key.values && !key.values.includes(value.text)) {
        const extras = replacement(value, memberLike(value.text, key.values))
        this.found.push({...fault, kind: 'member', expected: key.values.join(', '), extras})
      } else if (key.pattern && !patternOf(key.pattern).test(value.text)) {
        this.found.push({...fault, kind: 'form', expected: key.form ?? key.pattern, extras: none})
      }
    }
  }

  #wrongType({stage}: Owner, key: MetadataKey, value: JsonValue): ShapeFault {
    return typeFault(value, stage, key.key, `"${key.key}"`, typeWords[key.type])
  }

  #wrongItem({stage}: Owner, key: MetadataKey, item: JsonValue, expected: string): ShapeFault {
    return typeFault(item, stage, key.key, itemOf(key), expected)
  }

  #empty({stage}: Owner, key: MetadataKey, place: JsonValue): ShapeFault {
    const expected = typeWords[key.type]
    const subject = `"${key.key}"`
    return {kind: 'empty', place, stage, key: key.key, expected, actual: '', subject, extras: milder(key)}
  }
}

function itemOf({key}: MetadataKey): string {
  return `An item of "${key}"`
}

function typeFault(value: JsonValue, stage: string, key: string, subject: string, expected: string): ShapeFault {
  return {
    kind: 'type',
    place: headOf(value),
    stage,
    key,
    subject,
    expected,
    actual: kindWords[value.type],
    extras: none,
  }
}

/** Of a list or an object its bracket, as the whole may be long. */
function headOf(value: JsonValue): Range {
  const isLong = value.type === 'object' || value.type === 'array'
  return isLong ? {start: value.start, end: value.start + 1} : value
}

function replacement({start, end}: Range, text: string | null): Extras {
  return text === null ? none : {fix: [{start, end, text}]}
}

const patterns = new Map<string, RegExp>()

function patternOf(source: string): RegExp {
  let pattern = patterns.get(source)
  if (!pattern) {
    pattern = new RegExp(`^(?:${source})$`)
    patterns.set(source, pattern)
  }
  return pattern
}

/**
 * What in `value` is not as `spec` has it; `noun` is what the preset calls an object of the list. Values that `isUnset` tells to be slots of the template are left alone.
 * The schema in `docs/` says the same; see `scripts/metadata-schema.ts`.
 */
export function shapeFaults(
  value: JsonValue,
  spec: MetadataSpec,
  noun: string,
  isUnset: (place: Range) => boolean,
): ShapeFault[] {
  if (value.type !== 'object') return [typeFault(value, '', '', 'The metadata', 'an object')]
  const check = new ShapeCheck(noun, isUnset)
  check.root(value, spec.keys)
  return check.found
}
