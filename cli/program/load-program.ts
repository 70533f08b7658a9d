import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import process from 'node:process'
import {pathToFileURL} from 'node:url'
import {Script} from 'node:vm'
import {CompiledCode} from './compiled-code.ts'

type Program = typeof import('./program.ts')

/** What the file of the program holds: a function, which the build makes of all its modules. */
type ProgramFile = (
  module: {exports: unknown},
  require: NodeJS.Require,
  folder: string,
  file: string,
  address: string,
  modules: string[],
  importByLoader: (address: string) => Promise<unknown>,
) => void

/** The name of that file, which the build puts in; it follows from what the file holds. */
declare const programName: string

interface Loaded {
  program: Program
  /** Keeps the compiled code for the next run, once this one has done what `parts` name. */
  keepCompiled(parts: readonly string[]): void
}

/**
 * Loads all that the command is made of from one file, without compiling again what earlier runs have. Its modules run
 * when they are asked for.
 */
export function loadProgram(): Loaded {
  const folder = join(import.meta.dirname, '../program')
  const file = join(folder, programName)
  // The build leaves no letter beyond ASCII in it, and this is the shortest way to read those.
  const code = readFileSync(file, 'latin1')
  const compiled = CompiledCode.of(file, process)
  const script = new Script(code, {filename: file, ...(compiled?.data && {cachedData: compiled.data})})
  const module: {exports: unknown} = {exports: {}}
  const modules: string[] = []
  const runFile: ProgramFile = script.runInThisContext()
  // In Node 20 code that was compiled by an earlier run cannot import. This file is compiled by each.
  const importByLoader = (address: string): Promise<unknown> => import(address)
  runFile(module, require, folder, file, pathToFileURL(file).href, modules, importByLoader)
  return {
    program: module.exports as Program,
    keepCompiled(parts) {
      if (parts.length > 0) compiled?.keep(script, [...modules, ...parts])
    },
  }
}
