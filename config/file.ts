import {basename} from 'node:path'
import {findNodeAtLocation, getNodeValue, type Node} from 'jsonc-parser'
import {SourceText} from '../core/text.ts'
import type {Path} from './check.ts'
import type {FileSystem} from './file-system.ts'
import {isJsonFault, jsonTree} from './json-tree.ts'
import {CodeRefused, importModule, type ModuleSource, whyNotLoaded} from './modules.ts'
import {causeOf, firstLine, Problem} from './problem.ts'

/** Not yet checked content of a configuration file. */
export interface ConfigFile {
  /** As JSON would hold it. */
  value: unknown
  /** What stands under the key `plugins`, as it is: rules are more than JSON holds. */
  plugins: unknown
  /** `:line:column` of a key or value, where the file is one that has places. */
  placeOf(path: Path, isKey: boolean): string
}

/**
 * Reads and, where it is a module, runs a configuration file; `shown` is what messages call it.
 * @throws {Problem} when it cannot be read, parsed or run
 */
export async function readConfigFile(source: ModuleSource, file: string, shown: string): Promise<ConfigFile> {
  if (/\.jsonc?$/.test(file)) return readJson(source.fs, file, shown)
  const value = await runModule(source, file, shown)
  return {value: plain(value, shown), plugins: pluginsOf(value), placeOf: () => ''}
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
  const tree = jsonTree(text)
  if (isJsonFault(tree)) throw new Problem(`${shown}${place(tree.offset)}: is no JSON: ${tree.reason}`)
  const root: Path = basename(file) === 'package.json' ? ['plan-lint'] : []
  const node = nodeAt(tree, root)
  if (!node) throw new Problem(`${shown}: has no key "plan-lint"; add it, or name another file`)
  const value: unknown = getNodeValue(node)
  return {
    value,
    plugins: pluginsOf(value),
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

const kinds = {noun: 'configuration file', all: '.json, .jsonc, .mjs or .ts', everywhere: '.mjs or .json'}

async function runModule(source: ModuleSource, file: string, shown: string): Promise<unknown> {
  if (source.runsCode === false) throw new CodeRefused(file, `${shown}: is code`)
  try {
    const module: {default?: unknown} = await importModule(source, file)
    if (module.default !== undefined) return module.default
  } catch (error) {
    throw new Problem(`${shown}: ${whyNotLoaded(file, error, kinds)}`)
  }
  throw new Problem(`${shown}: has no default export; write "export default defineConfig({…})"`)
}

function pluginsOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'plugins' in value ? value.plugins : undefined
}

/** `value` as JSON would hold it, with an empty object for each plugin. */
function plain(value: unknown, shown: string): unknown {
  const plugins = pluginsOf(value)
  const replacer = function (this: unknown, key: string, item: unknown) {
    if (this === plugins && typeof item === 'object') return {}
    if (!['bigint', 'function', 'symbol'].includes(typeof item)) return item
    throw new Problem(
      `${shown}: ${key ? `"${key}"` : 'the default export'} is a ${typeof item}; only plain values count`,
    )
  }
  try {
    return JSON.parse(JSON.stringify(value, replacer))
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem(`${shown}: cannot be loaded: ${firstLine(error)}`)
  }
}
