import type {Dirent} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import ignore, {type Ignore} from 'ignore'
import type {FileSystem} from '../config/file-system.ts'
import {shownPath} from '../config/paths.ts'
import {upToRepository} from '../config/repository.ts'

const neverRead = new Set(['.git', 'node_modules'])

/**
 * A view of the file system for a walk that begins at `start` (absolute). Its folders list neither what `.gitignore`
 * files leave out nor `.git` and `node_modules`, so that the walk never enters them. The `.gitignore` files count from
 * the root of the git repository downwards; without a repository from `start`. Links to files are files, links to
 * folders are not followed. `onError` hears of folders that cannot be read; they list nothing.
 */
export function withoutIgnored(
  fs: FileSystem,
  start: string,
  onError: (folder: string, error: unknown) => void,
): FileSystem {
  const isIgnored = ignoreFiles(fs)
  const upwards = upToRepository(fs, start)
  // Who asks for a folder by name gets it, even where the files above it say to leave it out.
  const inForce = isIgnored(start, true, upwards.slice(1)) ? [start] : upwards

  const isHidden = (path: string, isFolder: boolean) => {
    const below: string[] = []
    for (let folder = dirname(path); folder.length > start.length; folder = dirname(folder)) below.push(folder)
    return isIgnored(path, isFolder, [...below, ...inForce])
  }
  const list = (path: string): Dirent[] => {
    const folder = resolve(path)
    try {
      return fs.readdirSync(folder, {withFileTypes: true}).flatMap(entry => {
        const known = entry.isSymbolicLink() ? linkedFile(fs, folder, entry.name) : entry
        if (!known || neverRead.has(known.name) || isHidden(join(folder, known.name), known.isDirectory())) return []
        return [known]
      })
    } catch (error) {
      onError(folder, error)
      return []
    }
  }
  return {...fs, readdirSync: list as unknown as FileSystem['readdirSync']}
}

/** A test of a path against the ignore files of the given folders; as in git, the innermost that knows it decides. */
function ignoreFiles(fs: FileSystem) {
  const matchers = new Map<string, Ignore | undefined>()
  const matcherOf = (folder: string) => {
    if (!matchers.has(folder)) matchers.set(folder, readIgnoreFile(fs, folder))
    return matchers.get(folder)
  }
  return (path: string, isFolder: boolean, innermostFirst: readonly string[]): boolean => {
    for (const folder of innermostFirst) {
      const inside = shownPath(folder, path)
      if (inside.startsWith('../')) continue
      const verdict = matcherOf(folder)?.test(isFolder ? `${inside}/` : inside)
      if (verdict?.ignored) return true
      if (verdict?.unignored) return false
    }
    return false
  }
}

function readIgnoreFile(fs: FileSystem, folder: string): Ignore | undefined {
  const file = join(folder, '.gitignore')
  try {
    // As in git a link is none: it may lead anywhere.
    if (!fs.lstatSync(file, {throwIfNoEntry: false})?.isFile()) return undefined
    return ignore().add(fs.readFileSync(file, 'utf8'))
  } catch {
    // Most folders have none, and one that nobody can read ignores nothing, as in git.
    return undefined
  }
}

function linkedFile(fs: FileSystem, folder: string, name: string): Dirent | undefined {
  try {
    if (!fs.statSync(join(folder, name)).isFile()) return undefined
    return {name, isFile: () => true, isDirectory: () => false, isSymbolicLink: () => false} as Dirent
  } catch {
    // A link that leads nowhere, such as an editor's lock file.
    return undefined
  }
}
