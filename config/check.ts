import {type OutputUnit, type Schema, Validator} from '@cfworker/json-schema'
import {didYouMean} from './did-you-mean.ts'
import type {Schema as ConfigSchema} from './schema.ts'

export type Path = readonly string[]

export interface Fault {
  /** Where in the value; for an unknown key that key. */
  path: Path
  /** Whether the key itself is at fault, not its value. */
  isKey: boolean
  message: string
}

/** Tells of a fault only that something deeper down is wrong. */
const collective = new Set(['properties', 'additionalProperties', 'items', 'anyOf', '$ref'])
/** Of several faults at one place the one with the greater weight says more. */
const weight: Record<string, number> = {type: 0, enum: 1}

/** What in `value` the schema does not allow, worded for people; nothing where all is well. */
export function faultsIn(value: unknown, schema: ConfigSchema): Fault[] {
  const units = new Validator(schema as Schema, '7', false).validate(value).errors
  const byPlace = new Map<string, Fault & {weight: number}>()
  units.forEach((unit, index) => {
    if (collective.has(unit.keyword)) return
    const gravity = weight[unit.keyword] ?? 2
    if (gravity <= (byPlace.get(unit.instanceLocation)?.weight ?? -1)) return
    byPlace.set(unit.instanceLocation, {...fault(unit, units[index - 1], value, schema), weight: gravity})
  })
  const places = [...byPlace.keys()]
  // Where alternatives are allowed, the one that got furthest is the one that was meant.
  const isDeepest = (place: string) => !places.some(other => other.startsWith(`${place}/`))
  return [...byPlace]
    .filter(([place]) => isDeepest(place))
    .map(([, {path, isKey, message}]) => ({path, isKey, message}))
}

function fault(unit: OutputUnit, before: OutputUnit | undefined, root: unknown, schema: ConfigSchema): Fault {
  const path = segments(unit.instanceLocation)
  if (unit.keyword === 'false' && before) {
    const parent = inSchema(schema, segments(before.keywordLocation).slice(0, -1)) as {properties?: object}
    return {path, isKey: true, message: unknownKey(path, Object.keys(parent.properties ?? {}))}
  }
  const limit = inSchema(schema, segments(unit.keywordLocation))
  return {path, isKey: false, message: describe(unit, path, at(root, path), limit)}
}

function describe(unit: OutputUnit, path: Path, found: unknown, limit: unknown): string {
  const name = path.length === 0 ? 'the configuration' : `"${path.join('.').replace(/\.(\d+)(?=\.|$)/g, '[$1]')}"`
  switch (unit.keyword) {
    case 'enum':
      return notAMember(name, path, found, (limit as string[]).map(String))
    case 'type':
      return `${name} must be ${withArticle(String(limit))}, not ${withArticle(typeName(found))}`
    case 'required': {
      const lacking = (limit as string[]).filter(key => !Object.hasOwn(found as object, key))
      return `${name} lacks ${lacking.map(key => `"${key}"`).join(', ')}`
    }
    case 'minItems':
    case 'maxItems':
      return `${name} needs ${limit} item${limit === 1 ? '' : 's'}, not ${(found as unknown[]).length}`
    case 'minimum':
      return `${name} must be at least ${limit}, not ${found}`
    default:
      return `${name} is not allowed: ${unit.error}`
  }
}

function notAMember(name: string, path: Path, found: unknown, members: readonly string[]): string {
  const what =
    path.at(-1) === 'preset' ? `unknown preset ${JSON.stringify(found)}` : `${name} is ${JSON.stringify(found)}`
  const hint = typeof found === 'string' ? didYouMean(found, members) : ''
  return `${what}${hint || `; it can be ${members.join(', ')}`}`
}

function unknownKey(path: Path, known: readonly string[]): string {
  const key = path.at(-1) ?? ''
  const isOption = path.at(-4) === 'rules'
  const owner = isOption ? ` of rule "${path.at(-3)}"` : ''
  const noun = `${path.at(-2) === 'rules' ? 'rule' : isOption ? 'option' : 'key'} "${key}"${owner}`
  const hint = didYouMean(key, known)
  if (hint || known.length === 0) return `unknown ${noun}${hint || '; it has none'}`
  return `unknown ${noun}; there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`
}

function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}

function withArticle(type: string): string {
  return type === 'null' ? type : `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`
}

/** The parts of a JSON pointer such as `#/rules/no-placeholders`. */
function segments(pointer: string): string[] {
  const parts = pointer.split('/').slice(1)
  return parts.map(part => decodeURI(part).replaceAll('~1', '/').replaceAll('~0', '~'))
}

function inSchema(schema: ConfigSchema, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => {
    const next = (inner as Record<string, unknown>)[key]
    return key === '$ref' ? at(schema, segments(String(next))) : next
  }, schema)
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value)
}
