import ignore, {type Ignore} from 'ignore'
import {folderOf, nameOf} from '../core/workspace-paths.ts'

const alwaysIgnored = new Set(['.git', 'node_modules'])

/**
 * A test whether the ignore files of a repository leave a path out. `read` gives what a file of the repository holds,
 * or null.
 */
export function ignoredIn(read: (path: string) => string | null): (path: string) => boolean {
  const matchers = new Map<string, Ignore | null>()

  const matcherOf = (folder: string): Ignore | null => {
    let matcher = matchers.get(folder)
    if (matcher === undefined) {
      const files = [`${folder}.gitignore`, ...(folder === '' ? ['.git/info/exclude'] : [])]
      const rules = files.flatMap(file => read(file) ?? [])
      matcher = rules.length > 0 ? rules.reduce((all, text) => all.add(text), ignore()) : null
      matchers.set(folder, matcher)
    }
    return matcher
  }

  /** Whether the innermost ignore file that knows `path` leaves it out; `path` ends in a slash where it is a folder. */
  const isLeftOut = (path: string): boolean => {
    const slashes = [...path.slice(0, -1).matchAll(/\//g)].map(({index}) => index + 1)
    for (const start of [...slashes.reverse(), 0]) {
      const verdict = matcherOf(path.slice(0, start))?.test(path.slice(start))
      if (verdict?.ignored) return true
      if (verdict?.unignored) return false
    }
    return false
  }

  const folders = new Map<string, boolean>()

  /** What lies in a folder that is left out is left out, whatever is said of it. */
  const isFolderLeftOut = (folder: string): boolean => {
    if (folder === '') return false
    let verdict = folders.get(folder)
    if (verdict === undefined) {
      verdict = alwaysIgnored.has(nameOf(folder)) || isFolderLeftOut(folderOf(folder)) || isLeftOut(`${folder}/`)
      folders.set(folder, verdict)
    }
    return verdict
  }

  return path => alwaysIgnored.has(nameOf(path)) || isFolderLeftOut(folderOf(path)) || isLeftOut(path)
}
