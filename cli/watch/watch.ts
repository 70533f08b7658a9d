import {resolve} from 'node:path'
import {upToRepository} from '../../config/repository.ts'
import {assertNoRef} from '../changed-asked.ts'
import type {LoadedWorld} from '../commands/command.ts'
import type {LintRequest} from '../lint-request.ts'
import {pathsAsked} from '../paths-asked.ts'
import {loadReports} from '../report.ts'
import {run} from '../run.ts'
import type {Session} from '../session.ts'
import {complain, complainOf, write} from '../terminal.ts'
import {announce} from './announce.ts'
import {assertWatchable, type GivenToWatch} from './assert-watchable.ts'
import {Bell} from './bell.ts'
import {changesOf, type Drawn} from './changes.ts'
import {Dependencies} from './dependencies.ts'
import {listenForEnd} from './ending.ts'
import {FolderWatch} from './folder-watch.ts'
import {historyIn} from './history.ts'
import {MemoryResults} from './memory-results.ts'

/**
 * Runs, and runs again whenever something changes that the report depends on, until the user ends it. What goes wrong is
 * told, and waited for to be mended. Returns the exit code, which is 0 whatever the last run found.
 * @throws {Problem} when the options are wrong
 */
export async function watch(world: LoadedWorld, request: LintRequest, given: GivenToWatch): Promise<number> {
  assertWatchable(given)
  assertNoRef(world, given)
  // No change of a plan would mend an unknown format.
  await loadReports(world, request.reports)
  const {cwd, fs: disk, stderr} = world
  const ending = listenForEnd(world)
  const bell = new Bell()
  const project = upToRepository(disk, cwd).at(-1) ?? cwd
  const folders = new FolderWatch(project, () => bell.ring())
  const memory = new MemoryResults()
  const own = new Set(request.reports.flatMap(({file}) => (file === undefined ? [] : [resolve(cwd, file)])))
  let changed: readonly string[] = []
  try {
    while (!ending.signal.aborted) {
      const dependencies = new Dependencies(disk, (path, interest) => folders.add(path, interest))
      const drawn = {disk, dependencies, memory, own}
      await announce(world, changed)
      if (request.changed) for (const file of await historyIn(cwd)) dependencies.stateOf(file)
      await draw({...world, fs: dependencies.fs}, request, given, sessionOf(drawn, ending.signal))
      changed = await changesOf(drawn, bell, ending.signal)
    }
  } finally {
    folders.close()
    ending.close()
  }
  // A terminal has shown "^C".
  if (stderr.isTTY) await write(stderr, '\n')
  return 0
}

function sessionOf({disk, dependencies, memory, own}: Drawn, signal: AbortSignal): Session {
  return {
    resultsFor(plugins) {
      memory.begin(plugins)
      return memory
    },
    stateOf: file => dependencies.stateOf(file),
    disk,
    own: path => own.add(path),
    signal,
  }
}

async function draw(world: LoadedWorld, request: LintRequest, given: GivenToWatch, session: Session): Promise<void> {
  try {
    await run(world, {...request, paths: await pathsAsked(world, given)}, session)
  } catch (error) {
    if (!session.signal.aborted) await complainOf(world, error)
  }
  if (session.signal.aborted) return
  if (world.stdout.isTTY) await write(world.stdout, '\n')
  await complain(world, ['watching for changes; Ctrl+C ends'])
}
