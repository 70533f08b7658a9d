import {didYouMean} from '../words.ts'

/**
 * Looks at a value that somebody wrote by hand. `name` is its key, `owners` say what it belongs to, the innermost first.
 * @throws {TypeError} when it has another form
 */
export type Check = (value: unknown, name: string, owners: readonly string[]) => void

type Keyed = Readonly<Record<string, unknown>>

/** @throws {TypeError} always: `Field "Date" of preset "rfc": …` */
export function fail(owners: readonly string[], problem: string): never {
  const place = owners.join(' of ')
  throw new TypeError(`${place.charAt(0).toUpperCase()}${place.slice(1)}${place && ': '}${problem}`)
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : (JSON.stringify(value) ?? `a ${typeof value}`)
}

function isKeyed(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const text: Check = (value, name, owners) => {
  if (typeof value !== 'string' || value.trim() === '') fail(owners, `"${name}" must be a text, not ${shown(value)}.`)
}

export const number: Check = (value, name, owners) => {
  if (typeof value !== 'number' || Number.isNaN(value)) fail(owners, `"${name}" must be a number, not ${shown(value)}.`)
}

export const kebabCase: Check = (value, name, owners) => {
  if (typeof value === 'string' && /^[a-z][a-z0-9-]*$/.test(value)) return
  fail(owners, `"${name}" must be lower-case words joined by hyphens, not ${shown(value)}.`)
}

export function oneOf(...members: readonly (string | boolean)[]): Check {
  return (value, name, owners) => {
    if (members.some(member => member === value)) return
    const hint = typeof value === 'string' ? didYouMean(value, members.map(String)) : ''
    fail(owners, `"${name}" is ${shown(value)}; it can be ${members.join(', ')}.${hint}`)
  }
}

/** A list; no two of its items share the value of the key `unique`. */
export function list(item: Check, unique?: string): Check {
  return (value, name, owners) => {
    if (!Array.isArray(value)) fail(owners, `"${name}" must be a list, not ${shown(value)}.`)
    const seen = new Set<unknown>()
    for (const [index, one] of value.entries()) {
      item(one, `${name}[${index}]`, owners)
      const id = unique === undefined ? undefined : (one as Keyed)[unique]
      if (id === undefined) continue
      if (seen.has(id)) fail(owners, `the ${unique} "${id}" stands twice in "${name}"; rename one.`)
      seen.add(id)
    }
  }
}

export function either(isFirst: (value: unknown) => boolean, first: Check, second: Check): Check {
  return (value, name, owners) => (isFirst(value) ? first : second)(value, name, owners)
}

/** An object with any keys. */
export function record(item: Check): Check {
  return (value, name, owners) => {
    if (!isKeyed(value)) fail(owners, `"${name}" must be an object, not ${shown(value)}.`)
    for (const [key, one] of Object.entries(value)) item(one, `${name}.${key}`, owners)
  }
}

/** What is known of a key of an object. */
export interface Key<Optional extends boolean = boolean> {
  readonly optional: Optional
  readonly check: Check
}

export function must(check: Check): Key<false> {
  return {optional: false, check}
}

export function may(check: Check): Key<true> {
  return {optional: true, check}
}

/** For each key of `T` what its value looks like; `satisfies Keys<T>` tells of a key that is missing or too many. */
export type Keys<T> = {
  readonly [Name in keyof T]-?: Key<Record<never, never> extends Pick<T, Name> ? true : false>
}

/**
 * An object with just these keys. Messages call it `noun` with the value of its key `named`; without a noun by its own
 * name, as a part of what it belongs to.
 */
export function shape(keys: Readonly<Record<string, Key>>, noun?: string, named?: string): Check {
  const known = Object.entries(keys)
  const names = known.map(([key]) => key)
  return (value, name, owners) => {
    if (!isKeyed(value)) fail(owners, `"${name}" must be an object, not ${shown(value)}.`)
    const own = noun === undefined ? `"${name}"` : calledBy(value, noun, named) || `"${name}"`
    const place = [own, ...owners]
    for (const key of Object.keys(value)) {
      if (!names.includes(key)) fail(place, `the key "${key}" is unknown.${didYouMean(key, names)}`)
    }
    const lacking = known
      .filter(([key, {optional}]) => !optional && value[key] === undefined)
      .map(([key]) => `"${key}"`)
    if (lacking.length > 0) fail(place, `${lacking.join(' and ')} ${lacking.length === 1 ? 'is' : 'are'} missing.`)
    for (const [key, {check}] of known) if (value[key] !== undefined) check(value[key], key, place)
  }
}

function calledBy(value: Keyed, noun: string, named: string | undefined): string {
  const id = named === undefined ? undefined : value[named]
  return typeof id === 'string' ? `${noun} "${id}"` : ''
}
