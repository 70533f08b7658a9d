import {setImmediate} from 'node:timers/promises'
import type {LazyConfig} from '../config/load.ts'
import {shownPath} from '../config/paths.ts'
import type {LoadedWorld} from './commands/command.ts'
import {type FileRequest, type Handled, handleFile} from './lint-file.ts'
import {progressOf} from './progress.ts'
import type {LintedFile} from './reporters/reporter.ts'
import {faultOf} from './rule-fault.ts'
import type {Statistics} from './stats/statistics.ts'
import {complainOf} from './terminal.ts'

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
  /** Notes what each file takes; absent where nobody asks. */
  statistics?: Statistics
  /** Ends the run before its time, by an error; absent where only the process can be ended. */
  signal?: AbortSignal
}

/** Lints `files` (absolute) one by one; what goes wrong with one is told at once, and keeps no other from its turn. */
export async function lintFiles(
  world: LoadedWorld,
  files: readonly string[],
  config: LazyConfig,
  {narrowed, statistics, signal, ...request}: FilesRequest,
): Promise<HandledFiles> {
  const handled: Handled[] = []
  const unchecked: string[] = []
  const progress = progressOf(world, files.length)
  const worldBelow = progress ? {...world, stderr: progress.stderr} : world
  try {
    for (const [index, file] of files.entries()) {
      if (signal) await endedBy(signal)
      const path = shownPath(world.cwd, file)
      await progress?.show(index, path)
      const handle = () => handleFile(worldBelow, file, config, {...request, ...(statistics && {timer: statistics})})
      try {
        const {linted, ...changes} = statistics ? await statistics.timeFile(handle) : await handle()
        handled.push({...changes, linted: await narrowed(file, linted)})
      } catch (error) {
        unchecked.push(...(await complainOf(worldBelow, await faultOf(error, path), `${path}: `)))
      }
    }
  } finally {
    progress?.wipe()
  }
  return {handled, unchecked}
}

/** @throws when the user has ended the run: a signal is heard only while nothing is computed */
async function endedBy(signal: AbortSignal): Promise<void> {
  await setImmediate()
  signal.throwIfAborted()
}
