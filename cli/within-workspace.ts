import type {Dirent} from 'node:fs'
import {join, relative, resolve, sep} from 'node:path'
import type {FileSystem} from '../config/file-system.ts'
import {isWithin} from '../config/paths.ts'

/** The file system for a walk that keeps to a folder. */
export interface BoundedView {
  fs: FileSystem
  /** The links, as absolute paths, that folders have listed. */
  links: ReadonlySet<string>
  /** Whether the walk has tried to leave the folder. */
  hasLeft(): boolean
}

/** A view of `fs` in which folders outside of `workspace` (absolute) list nothing, those above it only the way to it. */
export function withinWorkspace(fs: FileSystem, workspace: string): BoundedView {
  const links = new Set<string>()
  let hasLeft = false
  const list = (path: string): Dirent[] => {
    const folder = resolve(path)
    if (!isWithin(folder, workspace)) {
      hasLeft = true
      return isWithin(workspace, folder) ? [wayTo(workspace, folder)] : []
    }
    const entries = fs.readdirSync(folder, {withFileTypes: true})
    for (const entry of entries) if (entry.isSymbolicLink()) links.add(join(folder, entry.name))
    return entries
  }
  return {fs: {...fs, readdirSync: list as unknown as FileSystem['readdirSync']}, links, hasLeft: () => hasLeft}
}

function wayTo(workspace: string, folder: string): Dirent {
  const [name = ''] = relative(folder, workspace).split(sep)
  return {name, isFile: () => false, isDirectory: () => true, isSymbolicLink: () => false} as Dirent
}
