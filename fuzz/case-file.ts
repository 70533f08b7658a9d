import {createHash} from 'node:crypto'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {causeOf, Problem} from '../config/problem.ts'

/** A case that has a fault, to be tried again. */
export interface FaultyCase {
  kind: string
  /** Of the batch that it comes from; it may have been made smaller since. */
  seed: number
  faults: readonly string[]
  value: unknown
}

/** Relative to the working folder. */
const folder = 'fuzz/faults'

/** Writes a case into a file of its own, and returns the path, relative to `cwd`. */
export function keepCase(cwd: string, faulty: FaultyCase): string {
  const hash = createHash('sha256').update(JSON.stringify(faulty.value)).digest('hex').slice(0, 8)
  const path = join(folder, `${faulty.kind.replaceAll(' ', '-')}-${hash}.json`)
  mkdirSync(resolve(cwd, folder), {recursive: true})
  writeFileSync(resolve(cwd, path), `${JSON.stringify(faulty, null, 2)}\n`)
  return path
}

/** @throws {Problem} when there is no such case */
export function readCase(cwd: string, path: string): Pick<FaultyCase, 'kind' | 'value'> {
  let text: string
  try {
    text = readFileSync(resolve(cwd, path), 'utf8')
  } catch (error) {
    throw new Problem(`${path}: cannot be read: ${causeOf(error)}`)
  }
  const content: unknown = jsonOf(text)
  if (isCase(content)) return content
  throw new Problem(`${path}: is no case of a fuzz run`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isCase(content: unknown): content is Pick<FaultyCase, 'kind' | 'value'> {
  const isRecord = typeof content === 'object' && content !== null
  return isRecord && 'kind' in content && typeof content.kind === 'string' && 'value' in content
}
