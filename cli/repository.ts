import {dirname, join} from 'node:path'
import type {FileSystem} from '../config/file-system.ts'

/** Where a folder lies; all paths are absolute where that of the folder is. */
export interface Ancestry {
  /** The folder and those above it, innermost first, up to the root of its git repository, without one up to that of the disk. */
  folders: readonly string[]
  /** The root of the git repository; null where there is none. */
  repository: string | null
}

export function ancestryOf(fs: FileSystem, start: string): Ancestry {
  const folders: string[] = []
  for (let folder = start; ; folder = dirname(folder)) {
    folders.push(folder)
    if (fs.existsSync(join(folder, '.git'))) return {folders, repository: folder}
    if (folder === dirname(folder)) return {folders, repository: null}
  }
}

/** `start` and the folders above it up to the root of its git repository, innermost first; without one `start` alone. */
export function upToRepository(fs: FileSystem, start: string): readonly string[] {
  const {folders, repository} = ancestryOf(fs, start)
  return repository === null ? [start] : folders
}
