import {isDeepStrictEqual} from 'node:util'
import {isJsonFault, jsonTree} from '../../../config/json-tree.ts'
import {SourceText} from '../../../core/text.ts'
import {additionsFor, type Json, type JsonObject, Obstacle, withAdditions} from './additions.ts'
import {jsonIn, withJsonAdditions} from './json.ts'

/** How a file writes down values. */
export type Format = 'json' | 'yaml'

/** What became of a text that something was to be added to. */
export type Merge =
  | {kind: 'merged'; text: string}
  /** Nothing could be added without a change of what is there. */
  | {kind: 'obstructed'; path: readonly string[]}
  /** The text is not of its format. */
  | {kind: 'broken'; fault: Fault}

/** Where, both 1-based, and why a text is not of its format. */
export interface Fault {
  line: number
  column: number
  reason: string
}

/**
 * Adds to `text` what it lacks to hold all that `wanted` makes of its value. Not a character of it changes or goes, and
 * what it said before it still says.
 */
export async function merge(text: string, format: Format, wanted: (value: Json) => JsonObject): Promise<Merge> {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  const body = text.slice(mark.length)
  const dialect = format === 'json' ? json : await yaml()
  const fault = dialect.fault(body)
  if (fault !== null) return {kind: 'broken', fault}
  const value = dialect.value(body)
  try {
    const additions = additionsFor(value, wanted(value))
    const merged = additions.length === 0 ? body : dialect.add(body, additions)
    // Keys that stand twice, anchors and the like: what would say something else afterwards is left to a person.
    const isTrue = merged !== null && isDeepStrictEqual(dialect.value(merged), withAdditions(value, additions))
    return isTrue ? {kind: 'merged', text: mark + merged} : {kind: 'obstructed', path: additions[0]?.path ?? []}
  } catch (error) {
    if (error instanceof Obstacle) return {kind: 'obstructed', path: error.path}
    throw error
  }
}

interface Dialect {
  fault(text: string): Fault | null
  value(text: string): Json
  add(text: string, additions: ReturnType<typeof additionsFor>): string | null
}

const json: Dialect = {fault: jsonFault, value: jsonIn, add: withJsonAdditions}

async function yaml(): Promise<Dialect> {
  const {withYamlAdditions, yamlFault, yamlIn} = await import('./yaml.ts')
  return {fault: yamlFault, value: yamlIn, add: withYamlAdditions}
}

function jsonFault(text: string): Fault | null {
  const tree = jsonTree(text)
  if (!isJsonFault(tree)) return null
  return {...new SourceText(text).positionAt(tree.offset), reason: tree.reason}
}
