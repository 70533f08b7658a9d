import {dirname, join} from 'node:path'
import type {FileSystem} from './file-system.ts'
import {isWithin} from './paths.ts'

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

/**
 * Whether `file` lies outside of `folder`, both absolute, once all links on the way to them are followed. What is not
 * there lies where its path says.
 */
export function leadsOutOf(fs: FileSystem, folder: string, file: string): boolean {
  let [place, target] = [folder, file]
  try {
    ;[place, target] = [fs.realpathSync(folder), fs.realpathSync(file)]
  } catch {
    // Who reads it tells that it cannot be had.
  }
  return !isWithin(target, place)
}
