import ignore, {type Ignore} from 'ignore'
import {oncePerKey} from '../core/once.ts'
import {folderOf, nameOf} from '../core/workspace-paths.ts'

const alwaysIgnored = new Set(['.git', 'node_modules'])

interface Located {
  matcher: Ignore
  /** Where the paths that it knows begin in those from the root. */
  start: number
}

/**
 * A test whether the ignore files of a repository leave a path out. `read` gives what a file of the repository holds,
 * or null.
 */
export function ignoredIn(read: (path: string) => string | null): (path: string) => boolean {
  /** What the ignore files right in a folder say; `place` ends in a slash, but for the root. */
  const matcherOf = (place: string): Ignore | null => {
    const files = [`${place}.gitignore`, ...(place === '' ? ['.git/info/exclude'] : [])]
    const rules = files.flatMap(file => read(file) ?? [])
    return rules.length > 0 ? rules.reduce((all, text) => all.add(text), ignore()) : null
  }

  /** The ignore files of `folder` and of those around it, the innermost first. */
  const matchersFor = oncePerKey((folder): readonly Located[] => {
    const around = folder === '' ? [] : matchersFor(folderOf(folder))
    const place = folder === '' ? '' : `${folder}/`
    const matcher = matcherOf(place)
    return matcher ? [{matcher, start: place.length}, ...around] : around
  })

  /** Whether the innermost ignore file that knows `path` leaves it out; `path` ends in a slash where it is a folder. */
  const isLeftOut = (path: string, folder: string): boolean => {
    for (const {matcher, start} of matchersFor(folder)) {
      const verdict = matcher.test(path.slice(start))
      if (verdict.ignored) return true
      if (verdict.unignored) return false
    }
    return false
  }

  /** What lies in a folder that is left out is left out, whatever is said of it. */
  const isFolderLeftOut = oncePerKey((folder): boolean => {
    if (folder === '') return false
    const above = folderOf(folder)
    return alwaysIgnored.has(nameOf(folder)) || isFolderLeftOut(above) || isLeftOut(`${folder}/`, above)
  })

  return path => {
    const folder = folderOf(path)
    return alwaysIgnored.has(nameOf(path)) || isFolderLeftOut(folder) || isLeftOut(path, folder)
  }
}
