import {basename} from 'node:path'
import {pathToFileURL} from 'node:url'
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import {SourceText} from '../core/text.ts'
import type {Path} from './config-check.ts'
import {causeOf, errorCode, firstLine, Problem} from './problem.ts'
import type {FileSystem} from './world.ts'

/** Not yet checked content of a configuration file. */
export interface ConfigFile {
  value: unknown
  /** `:line:column` of a key or value, where the file is one that has places. */
  placeOf(path: Path, isKey: boolean): string
}

/**
 * Reads and, where it is a module, runs a configuration file; `shown` is what messages call it.
 * @throws {Problem} when it cannot be read, parsed or run
 */
export async function readConfigFile(fs: FileSystem, file: string, shown: string): Promise<ConfigFile> {
  if (/\.jsonc?$/.test(file)) return readJson(fs, file, shown)
  return {value: await runModule(file, shown), placeOf: () => ''}
}

function readJson(fs: FileSystem, file: string, shown: string): ConfigFile {
  let text: string
  try {
    text = fs.readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    throw new Problem(`${shown}: cannot be read: ${causeOf(error)}`)
  }
  const source = new SourceText(text)
  const place = (offset: number) => {
    const {line, column} = source.positionAt(offset)
    return `:${line}:${column}`
  }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, {allowTrailingComma: true})
  const [error] = errors
  if (error || !tree)
    throw new Problem(`${shown}${place(error?.offset ?? 0)}: is no JSON: ${error ? inWords(error) : 'it is empty'}`)
  const root: Path = basename(file) === 'package.json' ? ['plan-lint'] : []
  const node = nodeAt(tree, root)
  if (!node) throw new Problem(`${shown}: has no key "plan-lint"; add it, or name another file`)
  return {
    value: getNodeValue(node),
    placeOf(path, isKey) {
      const found = nodeAt(tree, [...root, ...path])
      return place((isKey ? found?.parent : found)?.offset ?? node.offset)
    },
  }
}

function nodeAt(tree: Node, path: Path): Node | undefined {
  return findNodeAtLocation(
    tree,
    path.map(key => (/^\d+$/.test(key) ? Number(key) : key)),
  )
}

/** `PropertyNameExpected` as "property name expected". */
function inWords({error}: ParseError): string {
  return printParseErrorCode(error)
    .replace(/\B[A-Z]/g, letter => ` ${letter}`)
    .toLowerCase()
}

async function runModule(file: string, shown: string): Promise<unknown> {
  try {
    const module: {default?: unknown} = await import(pathToFileURL(file).href)
    if (module.default !== undefined) return plain(module.default, shown)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem(`${shown}: ${whyNotLoaded(file, error)}`)
  }
  throw new Problem(`${shown}: has no default export; write "export default defineConfig({…})"`)
}

function whyNotLoaded(file: string, error: unknown): string {
  if (errorCode(error) !== 'ERR_UNKNOWN_FILE_EXTENSION') return `cannot be loaded: ${firstLine(error)}`
  if (!/\.[mc]?ts$/.test(file)) return 'is no kind of configuration file; make it a .json, .jsonc, .mjs or .ts file'
  return `Node ${process.versions.node} does not read TypeScript; use Node 22.18 or newer, or make it a .mjs or .json file`
}

/** `value` as JSON would hold it. */
function plain(value: unknown, shown: string): unknown {
  const text = JSON.stringify(value, (key, item: unknown) => {
    if (!['bigint', 'function', 'symbol'].includes(typeof item)) return item
    throw new Problem(
      `${shown}: ${key ? `"${key}"` : 'the default export'} is a ${typeof item}; only plain values count`,
    )
  })
  return JSON.parse(text)
}
