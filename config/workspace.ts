import {dirname} from 'node:path'
import type {ModuleSource} from './modules.ts'
import {Problem} from './problem.ts'
import {ancestryOf, leadsOutOf} from './repository.ts'

/**
 * What the configuration `file`, that nobody has named, may reach: its repository. Without one it may reach anything, as
 * its code could, unless none of that is run.
 */
export function workspaceOf({fs, runsCode}: ModuleSource, file: string): Pick<ModuleSource, 'workspace'> {
  const folder = dirname(file)
  const workspace = ancestryOf(fs, folder).repository ?? (runsCode === false ? folder : null)
  return workspace === null ? {} : {workspace}
}

/** @throws {Problem} when `file`, which messages call `shown`, leads out of the workspace */
export function assertInWorkspace({fs, workspace}: ModuleSource, file: string, shown: string): void {
  if (workspace === undefined || !leadsOutOf(fs, workspace, file)) return
  throw new Problem(`${shown} leads out of the project; keep the file in it, or make it a package`)
}
