import {isUtf8} from 'node:buffer'
import {lstatSync} from 'node:fs'
import {join} from 'node:path'
import {causeOf, errorCode} from '../../config/problem.ts'
import {isObject, type Json, type JsonObject} from './merge/additions.ts'
import {asJson} from './merge/json-text.ts'
import {type Format, merge} from './merge/merge.ts'
import type {Step} from './step.ts'
import type {Surroundings} from './surroundings.ts'

export type Wanted = JsonObject | ((value: JsonObject) => JsonObject)

/**
 * The step after which the file at `path` holds all of `wanted`, which may depend on what it holds now. A file that is
 * code, or that something else stands in, is left to a person.
 */
export async function holding(around: Surroundings, path: string, wanted: Wanted): Promise<Step> {
  const wantedOf = (value: Json) => (typeof wanted === 'function' ? wanted(isObject(value) ? value : {}) : wanted)
  const format = formatOf(path)
  const before = textOf(around, path)
  if (typeof before !== 'string' && before !== null) return before
  if (before === null) return {kind: 'create', path, text: await printed(wantedOf({}), format ?? 'json')}
  const paste = async () => printed(wantedOf({}), format ?? 'json')
  if (format === null) {
    // What code comes to is not known; its words are.
    if (stringsIn(wantedOf({})).every(words => before.includes(words)))
      return {kind: 'settled', path, why: 'has it already'}
    return {kind: 'left', path, why: 'is code; add this to what it exports', paste: await paste()}
  }
  const merged = await merge(before, format, wantedOf)
  switch (merged.kind) {
    case 'broken': {
      const {line, column, reason} = merged.fault
      const why = `is no ${format.toUpperCase()}: ${reason}; it is left as it is`
      return {kind: 'failed', path, place: `:${line}:${column}`, why}
    }
    case 'obstructed':
      return {kind: 'left', path, why: `${obstacleIn(merged.path)}; put this in by hand`, paste: await paste()}
    case 'merged':
      if (merged.text === before) return {kind: 'settled', path, why: 'has it already'}
      return {kind: 'change', path, before, after: merged.text}
  }
}

/** The text of the file at `path`; null where there is none, and why where it cannot be read. */
export function textOf({fs, root}: Surroundings, path: string): string | null | Step {
  const file = join(root, path)
  try {
    const bytes = fs.readFileSync(file)
    if (isUtf8(bytes)) return bytes.toString('utf8')
    return {kind: 'failed', path, why: 'holds bytes that are no UTF-8; it is left as it is'}
  } catch (error) {
    // A link that leads nowhere stands in the way of a file, too.
    const isAbsent = errorCode(error) === 'ENOENT' && !lstatSync(file, {throwIfNoEntry: false})
    return isAbsent ? null : {kind: 'failed', path, why: `cannot be read: ${causeOf(error)}`}
  }
}

/** Null for code. `.remarkrc` is JSON, as is `.lintstagedrc` where somebody is kind. */
function formatOf(path: string): Format | null {
  if (/\.ya?ml$/.test(path)) return 'yaml'
  return /\.jsonc?$/.test(path) || /(?:^|\/)\.\w+rc$/.test(path) ? 'json' : null
}

async function printed(value: JsonObject, format: Format): Promise<string> {
  if (format === 'json') return `${asJson(value)}\n`
  const {asYaml} = await import('./merge/yaml.ts')
  return asYaml(value)
}

function obstacleIn(path: readonly string[]): string {
  return path.length === 0 ? 'is of another form' : `has another "${path.join('.')}"`
}

function stringsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
