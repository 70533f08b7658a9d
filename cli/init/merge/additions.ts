import {isDeepStrictEqual} from 'node:util'

export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}

/** What is to be added to the object or list that stands at `path`; nothing that is there changes. */
export type Addition = {path: readonly string[]} & ({entries: JsonObject} | {items: readonly Json[]})

/** Something else stands where something was to be added. */
export class Obstacle extends Error {
  readonly path: readonly string[]

  constructor(path: readonly string[]) {
    super(`${path.join('.')} holds something else`)
    this.path = path
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The items of a list; none of anything else. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

/**
 * What `existing` lacks to hold all of `wanted`: keys of objects, items of lists.
 * @throws {Obstacle} where `existing` would have to be changed
 */
export function additionsFor(existing: Json, wanted: Json, path: readonly string[] = []): Addition[] {
  if (isObject(existing) && isObject(wanted)) {
    const missing = Object.entries(wanted).filter(([key]) => !Object.hasOwn(existing, key))
    const deeper = Object.entries(wanted).flatMap(([key, value]) =>
      Object.hasOwn(existing, key) ? additionsFor(existing[key] as Json, value, [...path, key]) : [],
    )
    return missing.length > 0 ? [{path, entries: Object.fromEntries(missing)}, ...deeper] : deeper
  }
  if (Array.isArray(existing) && Array.isArray(wanted)) {
    const items = wanted.filter(item => !existing.some(other => isDeepStrictEqual(other, item)))
    return items.length > 0 ? [{path, items}] : []
  }
  if (isDeepStrictEqual(existing, wanted)) return []
  throw new Obstacle(path)
}

/** `value` with `additions`; `value` itself stays as it is. */
export function withAdditions(value: Json, additions: readonly Addition[]): Json {
  const whole = structuredClone(value)
  for (const addition of additions) {
    const container = addition.path.reduce<Json>((inner, key) => (inner as JsonObject)[key] as Json, whole)
    if ('items' in addition) (container as Json[]).push(...addition.items)
    else Object.assign(container as JsonObject, addition.entries)
  }
  return whole
}
