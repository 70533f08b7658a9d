import {dirname, resolve} from 'node:path'
import type {Approvals} from '../../config/layers.ts'
import {configFileOf} from '../../config/load.ts'
import {shownPath} from '../../config/paths.ts'
import type {Plugin} from '../../core/plugin.ts'
import type {LoadedWorld} from '../commands/command.ts'
import {type KnownResults, whyUnreliable} from '../known-results.ts'
import type {LintRequest} from '../lint-request.ts'
import {complain} from '../terminal.ts'
import {CachedResults, cachedApprovals, makerOf} from './cached-results.ts'
import {Entries} from './entries.ts'
import {usualFolder} from './folder.ts'

/** What earlier runs have left on the disk for this one. */
export interface Cache {
  /** Absolute. */
  folder: string
  approvals: Approvals
  /** The results of a project with these plugins; none, which is told, where they cannot be relied on. */
  resultsFor(plugins: readonly Plugin[]): Promise<KnownResults | undefined>
  /** Ends the run: clears up, and tells what could not be kept. */
  close(): Promise<void>
}

/** Opens the cache of the project; `code` is the address of a module that leads to all that decides about results. */
export function openCache(world: LoadedWorld, {config, cache}: LintRequest, code: string): Cache {
  const {fs, cwd} = world
  const configFile = configFileOf(world, config)
  const folder =
    cache?.location === undefined
      ? usualFolder(fs, configFile === undefined ? cwd : dirname(configFile))
      : resolve(cwd, cache.location)
  const entries = new Entries(fs, folder)
  const maker = makerOf(code)
  return {
    folder,
    approvals: cachedApprovals(entries, maker),
    async resultsFor(plugins) {
      const reason = whyUnreliable(plugins)
      if (reason === null) return new CachedResults(entries, maker, plugins)
      await complain(world, [`the cache is not used: ${reason}`])
      return undefined
    },
    async close() {
      entries.close()
      if (entries.fault === null) return
      const shown = shownPath(cwd, folder) || '.'
      await complain(world, [`${shown}: the cache cannot be written: ${entries.fault}; --cache-location names another`])
    },
  }
}
