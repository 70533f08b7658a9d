import type {FileSystem} from '../config/file-system.ts'
import {FileList} from './file-list.ts'
import {askGit} from './git.ts'
import {below} from './slashed.ts'

/** Of more files no list is made: the disk may be a whole home folder. */
const mostFiles = 500_000

const neverListed = new Set(['.git', 'node_modules'])

/**
 * The files of the repository at `root` as git knows them: those tracked, and those that are new and not left out. Where
 * git cannot tell, all that lie there but for those of `.git` and `node_modules`.
 */
export function filesListed(fs: FileSystem, root: string): FileList {
  const known = askGit(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
  return known === null ? FileList.of(filesBelow(fs, root)) : new FileList(known)
}

/** The files below `root`, the upper ones first; links are not followed. */
function filesBelow(fs: FileSystem, root: string): string[] {
  const files: string[] = []
  const folders = ['']
  // Folders are added while the list is gone through.
  for (const folder of folders) {
    for (const entry of entriesOf(fs, below(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory() && !neverListed.has(entry.name)) folders.push(path)
      else if (entry.isFile()) files.push(path)
    }
    if (files.length + folders.length > mostFiles) return files
  }
  return files
}

function entriesOf(fs: FileSystem, folder: string) {
  try {
    return fs.readdirSync(folder, {withFileTypes: true})
  } catch {
    return []
  }
}
