import {dirname, join} from 'node:path'
import type {FileSystem} from '../config/file-system.ts'

/** `start` and the folders above it up to the root of its git repository, innermost first; without one `start` alone. */
export function upToRepository(fs: FileSystem, start: string): string[] {
  const folders: string[] = []
  for (let folder = start; ; folder = dirname(folder)) {
    folders.push(folder)
    if (fs.existsSync(join(folder, '.git'))) return folders
    if (folder === dirname(folder)) return [start]
  }
}
