import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import process from 'node:process'
import {pathToFileURL} from 'node:url'
import {Problem} from '../../config/problem.ts'
import {bundleProgram, type ProgramBundle} from '../../scripts/bundle-program.ts'
import {planOf} from '../plans.ts'

const root = resolve(import.meta.dirname, '../..')
const observer = pathToFileURL(join(import.meta.dirname, 'observer.mjs')).href

/** A module that a run of the command has loaded. */
export interface LoadedModule {
  /** Relative to the project. */
  path: string
  /** In what is built; of UTF-8. */
  bytes: number
  /**
   * What its own code has taken, without the modules that it imports; 0 where it holds but functions, and of those that
   * load all others.
   */
  milliseconds: number
}

/** What the observer notes: a module, and when it has begun and ended. */
type Mark = [path: string, begin: number, end: number]

/** The command as it is built, but for what notes the modules that it runs. */
export class ObservedCommand {
  readonly #folder: string
  readonly #bundle: ProgramBundle

  private constructor(folder: string, bundle: ProgramBundle) {
    this.#folder = folder
    this.#bundle = bundle
  }

  /** Builds it, in a folder that {@link remove} takes away. */
  static async build(): Promise<ObservedCommand> {
    const folder = mkdtempSync(join(tmpdir(), 'plan-lint-startup-'))
    return new ObservedCommand(folder, await bundleProgram(root, join(folder, 'dist'), 'observedModule'))
  }

  /**
   * Lints one plan in a process of its own; returns what it has loaded. As at a user's, the first run keeps the code that
   * it compiles, and the others take it.
   * @throws {Problem} when there are findings
   */
  modulesLoadedFor(preset: string): LoadedModule[] {
    writeFileSync(join(this.#folder, 'plan.md'), planOf(preset, 15_000))
    const marks = join(this.#folder, 'marks.json')
    const env = {...process.env, MODULE_MARKS: marks, NODE_OPTIONS: undefined, NODE_V8_COVERAGE: undefined}
    const args = ['--import', observer, join(this.#folder, 'dist/bin/plan-lint.js'), 'plan.md']
    const {status, stdout, stderr} = spawnSync(process.execPath, args, {cwd: this.#folder, env, encoding: 'utf8'})
    if (status !== 0) throw new Problem(`plan-lint plan.md ends with exit code ${status}: ${stdout}${stderr}`)
    const times = ownTimes(JSON.parse(readFileSync(marks, 'utf8')))
    const {modules} = this.#bundle
    return [...this.#withImports(['cli/bin/plan-lint.ts', 'cli/program/program.ts', ...times.keys()])]
      .filter(path => modules.has(path))
      .map(path => ({
        // Packages may be installed above the project.
        path: path.replace(/^.*?(?=node_modules\/)/, ''),
        bytes: modules.get(path) ?? 0,
        milliseconds: times.get(path) ?? 0,
      }))
  }

  /** Where a module holds but functions, nothing of it runs before one of them is called, and nobody notes that. */
  #withImports(paths: readonly string[]): Set<string> {
    const all = new Set(paths)
    for (const path of all) for (const imported of this.#bundle.imports.get(path) ?? []) all.add(imported)
    return all
  }

  remove(): void {
    rmSync(this.#folder, {recursive: true, force: true})
  }
}

/** What each module takes without those that it runs meanwhile. */
function ownTimes(marks: readonly Mark[]): Map<string, number> {
  const times = new Map<string, number>()
  const open: Mark[] = []
  for (const mark of [...marks].sort(([, a], [, b]) => a - b)) {
    const [path, begin, end] = mark
    while (open.length > 0 && (open.at(-1)?.[2] ?? 0) <= begin) open.pop()
    const outer = open.at(-1)?.[0]
    if (outer !== undefined) times.set(outer, (times.get(outer) ?? 0) - (end - begin))
    times.set(path, (times.get(path) ?? 0) + end - begin)
    open.push(mark)
  }
  return times
}
