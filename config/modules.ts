import {isBuiltin} from 'node:module'
import {dirname, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {FileSystem} from './file-system.ts'
import {errorCode, firstLine, Problem} from './problem.ts'

/** How modules of the user's are loaded. */
export interface ModuleSource {
  fs: FileSystem
  /** False where no code may be run; default true. */
  runsCode?: boolean
  /** The folder, absolute, that no path in a configuration may lead out of; default: they may lead anywhere. */
  workspace?: string
  /** A mark of the state of a file, for a program that outlives changes of it; default: none. */
  stateOf?(file: string): string
}

/** A configuration that cannot be taken over without running code, where that is not allowed. */
export class CodeRefused extends Problem {
  readonly file: string

  constructor(file: string, fault: string) {
    super(`${fault}, and this workspace is not trusted`)
    this.file = file
  }
}

/** How the loader of the command imports, in whose file there is no `import()`; absent in all else. */
declare const importByLoader: ((address: string) => Promise<unknown>) | undefined

/**
 * Imports the module `file` (absolute), unless that was done in the state that it is in.
 * @throws what Node throws where it cannot be loaded, and what the module itself does
 */
export function importModule(source: ModuleSource, file: string): Promise<{default?: unknown}> {
  const address = moduleUrl(source, file)
  const imported = typeof importByLoader === 'undefined' ? import(address) : importByLoader(address)
  return imported as Promise<{default?: unknown}>
}

/** The address to import a module by; Node keeps a module by its address as long as it runs. */
function moduleUrl({stateOf}: ModuleSource, file: string): string {
  const url = pathToFileURL(file)
  if (stateOf) url.searchParams.set('state', stateOf(file))
  return url.href
}

/** Absolute path where `name` is a path, relative to the file `from`; undefined where it is the name of a package. */
export function pathNamed(name: string, from: string): string | undefined {
  return /^\.{0,2}\//.test(name) ? resolve(dirname(from), name) : undefined
}

/** Whether `name` can be that of a package, or of a file in one; Node would look for anything else elsewhere. */
export function isPackageName(name: string): boolean {
  return !isBuiltin(name) && !/^[#.]|[:\\]|(?:^|\/)\.\.(?:\/|$)/.test(name)
}

/** What people may write, for messages: all kinds of file, and those that every Node reads. */
interface Kinds {
  noun: string
  all: string
  everywhere: string
}

/** What to tell of a module of the user's that could not be imported, after its name. */
export function whyNotLoaded(file: string, error: unknown, {noun, all, everywhere}: Kinds): string {
  const reason = firstLine(error)
  // A file that it imports may be of the wrong kind as well.
  const isOfWrongKind = errorCode(error) === 'ERR_UNKNOWN_FILE_EXTENSION' && reason.includes(file)
  if (!isOfWrongKind) return `cannot be loaded: ${reason}`
  if (!/\.[mc]?ts$/.test(file)) return `is no kind of ${noun}; make it a ${all} file`
  const {node} = process.versions
  return `Node ${node} does not read TypeScript; use Node 22.18 or newer, or make it a ${everywhere} file`
}
