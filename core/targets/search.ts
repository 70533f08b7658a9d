import type {Workspace} from '../workspace.ts'
import {folderOf, nameOf, upwards} from '../workspace-paths.ts'
import {nearestName} from './near.ts'
import {joined} from './paths.ts'

/** Folders of what others wrote. */
const foreign = /(?:^|\/)(?:node_modules|vendor|\.venv|venv|site-packages)\//

/** The paths of all files of the project's own with one of `names`. */
export function filesNamed(workspace: Workspace, names: readonly string[]): string[] {
  return names.flatMap(name => workspace.filesEndingIn(name)).filter(path => !foreign.test(path))
}

/** The first of `names` that is a file in `folder`, as a path. */
export function fileIn(workspace: Workspace, folder: string, names: readonly string[]): string | null {
  for (const name of names) {
    const path = joined(folder, name)
    if (path !== null && workspace.kindOf(path) === 'file') return path
  }
  return null
}

/** The nearest file with one of `names` in `folder` or the folders around it. */
export function fileAbove(workspace: Workspace, folder: string, names: readonly string[]): string | null {
  for (const at of upwards(folder)) {
    const path = fileIn(workspace, at, names)
    if (path !== null) return path
  }
  return null
}

/**
 * What `written`, which means `path`, is most likely a slip for: a file or folder that is there, the same but for one of
 * its names. Null where none is near.
 */
export function nearestPath(workspace: Workspace, path: string, written: string): string | null {
  let missing = path
  while (missing !== '' && workspace.kindOf(folderOf(missing)) !== 'folder') missing = folderOf(missing)
  const folder = folderOf(missing)
  const name = nameOf(missing)
  const found = nearestName(workspace, name, workspace.namesIn(folder))
  const at = written.lastIndexOf(name)
  const isThere =
    found !== null && workspace.kindOf((joined(folder, found) ?? '') + path.slice(missing.length)) !== null
  return isThere && at >= 0 ? written.slice(0, at) + found + written.slice(at + name.length) : null
}
