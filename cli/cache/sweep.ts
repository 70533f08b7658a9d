import {rmSync} from 'node:fs'
import {join, resolve} from 'node:path'
import type {FileSystem} from '../../config/file-system.ts'
import type {EntryHead} from './entries.ts'
import {isEntryName, isTemporaryName} from './entry-names.ts'

/** Something temporary that is older was left by a process that was killed; in milliseconds. */
const longestWrite = 3_600_000

/**
 * Removes from `folder` the entries whose files are there no more, but for those called as in `used`, and what was left
 * by processes that were killed. Other files are not touched: somebody may have named a folder that holds more.
 */
export function sweep(fs: FileSystem, folder: string, used: ReadonlySet<string>): void {
  for (const name of namesIn(fs, folder)) {
    const path = join(folder, name)
    try {
      const isOutdated =
        (isTemporaryName(name) && Date.now() - fs.statSync(path).mtimeMs > longestWrite) ||
        (isEntryName(name) && !used.has(name) && !isOfFile(fs, folder, path))
      if (isOutdated) rmSync(path, {force: true})
    } catch {
      // Another process, or its user, may have removed it.
    }
  }
}

function namesIn(fs: FileSystem, folder: string): string[] {
  try {
    return fs.readdirSync(folder)
  } catch {
    return []
  }
}

function isOfFile(fs: FileSystem, folder: string, entry: string): boolean {
  const [first = ''] = fs.readFileSync(entry, 'utf8').split('\n', 1)
  try {
    const head: EntryHead = JSON.parse(first)
    return fs.existsSync(resolve(folder, head.path))
  } catch {
    return false
  }
}
