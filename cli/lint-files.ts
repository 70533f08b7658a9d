import {setImmediate} from 'node:timers/promises'
import type {LazyConfig} from '../config/load.ts'
import {shownPath} from '../config/paths.ts'
import type {Plugin} from '../core/plugin.ts'
import type {Preset} from '../core/preset.ts'
import type {LintAhead} from './ahead/lint-ahead.ts'
import type {LoadedWorld} from './commands/command.ts'
import {type FileRequest, type Handled, handleFile, openQuestion, wantsOf} from './lint-file.ts'
import {type Progress, progressOf} from './progress.ts'
import type {LintedFile} from './reporters/reporter.ts'
import {faultOf} from './rule-fault.ts'
import type {Statistics} from './stats/statistics.ts'
import {complainOf, write} from './terminal.ts'

/** What became of the files of a run. */
export interface HandledFiles {
  handled: Handled[]
  /** Why the other files could not be checked, a line each. */
  unchecked: string[]
}

/** What to do with each file. */
export interface FilesRequest extends FileRequest {
  /** `linted`, which was read from `file`, with only the findings that count. */
  narrowed(file: string, linted: LintedFile): Promise<LintedFile>
  /** What is printed of a file before the next one is linted; whole lines, which may be none. */
  printed?(linted: LintedFile): string
  /** Notes what each file takes; absent where nobody asks. */
  statistics?: Statistics
  /** Ends the run before its time, by an error; absent where only the process can be ended. */
  signal?: AbortSignal
}

/** From so many files on that have to be linted others are worth their start. */
const worthHelp = 100
/** After so many files that had to be linted the rest may be known. */
const fewUnknown = 8

/** Lints `files` (absolute) one by one; what goes wrong with one is told at once, and keeps no other from its turn. */
export async function lintFiles(
  world: LoadedWorld,
  files: readonly string[],
  config: LazyConfig,
  {narrowed, printed, statistics, signal, ...request}: FilesRequest,
): Promise<HandledFiles> {
  const handled: Handled[] = []
  const unchecked: string[] = []
  const progress = progressOf(world, files.length)
  const worldBelow = progress ? {...world, stderr: progress.stderr} : world
  let ahead: LintAhead | undefined
  let unknown = 0
  try {
    for (const [index, file] of files.entries()) {
      if (signal) await endedBy(signal)
      const path = shownPath(world.cwd, file)
      await progress?.show(index, path)
      // Who knows most of the results already is done sooner alone.
      if (!ahead && unknown === fewUnknown && files.length - index >= worthHelp && !statistics && !signal)
        ahead = await helpFor(worldBelow, files, config, request)
      ahead?.reach(index)
      const more = {...(statistics && {timer: statistics}), ...(ahead && {ahead})}
      const handle = () => handleFile(worldBelow, file, config, {...request, ...more})
      let done: Handled
      try {
        const {linted, ...changes} = statistics ? await statistics.timeFile(handle) : await handle()
        done = {...changes, linted: await narrowed(file, linted)}
      } catch (error) {
        unchecked.push(...(await complainOf(worldBelow, await faultOf(error, path), `${path}: `)))
        continue
      }
      handled.push(done)
      if (!done.isKnown) unknown++
      // Where the output cannot be written no plan is to blame, and there is nobody to lint the others for.
      await printAbove(progress, world, printed?.(done.linted))
    }
  } finally {
    progress?.wipe()
    await ahead?.close()
  }
  return {handled, unchecked}
}

async function printAbove(progress: Progress | undefined, {stdout}: LoadedWorld, text = ''): Promise<void> {
  if (text === '') return
  progress?.wipe()
  await write(stdout, text)
}

/** @throws when the user has ended the run: a signal is heard only while nothing is computed */
async function endedBy(signal: AbortSignal): Promise<void> {
  await setImmediate()
  signal.throwIfAborted()
}

/** Others to lint `files` before their turn; none where there are none, or where they cannot do the same. */
async function helpFor(
  world: LoadedWorld,
  files: readonly string[],
  config: LazyConfig,
  request: FileRequest,
): Promise<LintAhead | undefined> {
  const {lintWorkers} = world
  if (!lintWorkers) return undefined
  const {tuneForLongRun} = await import('./long-run.ts')
  tuneForLongRun()
  const presets = [...config.presetFiles.values()]
  // What a plugin holds may be functions, which stay in this thread; a fix is linted anew after each round.
  if (request.fix || request.standIn || !config.plugins.every(plugin => areOfFiles(plugin, presets))) return undefined
  const {LintAhead, workersThatHelp} = await import('./ahead/lint-ahead.ts')
  const {module, count = workersThatHelp()} = lintWorkers
  if (count === 0) return undefined
  const {LintPool} = await import('./ahead/pool.ts')
  const pool = new LintPool(module, count, presets)
  return new LintAhead(pool, files, wantsOf(request), file => openQuestion(world, file, config, request))
}

/** Whether all that a plugin brings are presets of templates, which are data. */
function areOfFiles({rules = [], presets = []}: Plugin, ofFiles: readonly Preset[]): boolean {
  return rules.length === 0 && presets.every(preset => ofFiles.includes(preset))
}
