import type {Plan} from '../plan.ts'
import type {Workspace} from '../workspace.ts'

/** Where the paths of a plan lead in its repository. */
export interface Locator {
  /** Whether a path can be told to be there or not: one of the repository that is kept in it. */
  isJudged(path: string): boolean
  /** Where a path leads as it is written; null where nothing is. */
  find(path: string): string | null
  /** The same for a path that may begin at some folder, such as a package of the repository. */
  findBelow(path: string): string | null
  /** The file that a path was likely to name: where it has moved, or one with a name like it. */
  meant(path: string): {path: string; isMoved: boolean} | null
}

/** Made, fetched or kept by each person for themselves. */
const unkept =
  /(?:^|\/)(?:node_modules|dist|build|out|target|coverage|\.next|\.git|__pycache__|\.venv|venv|tmp)\/|(?:^|\/)\.env(?:\.(?!example|sample|template)[\w.]+)?$|\.local\.\w+$|\.(?:db|sqlite3?|log|pyc)$/
const elsewhere = /^(?:~|\/|\.\.\/|[A-Za-z]:)/

const plain = (path: string) => path.replace(/\/$/, '')
const join = (folder: string, path: string) => (folder === '' ? path : `${folder}/${path}`)

/** The folders around a path, from the innermost to the root. */
function foldersAround(path: string): string[] {
  const names = path.split('/').slice(0, -1)
  return names.map((_, index) => names.slice(0, names.length - index).join('/')).concat('')
}

/** Words that say where the paths of a plan begin, and the folder after them. */
const stated =
  /(?:\b(?:paths?|files?)\b[^.\n`]{0,40}\brelative to\b[^.\n`]{0,30}|\b(?:working directory|project root|root directory|base (?:path|directory))\b[*_]*\s*[:：][*_]*\s*)[`"]?([\w@.-]+(?:\/[\w@.-]+)*)\/?[`"]?/gi

/** The folders that a plan says its paths begin at. */
function statedRoots({text}: Plan, workspace: Workspace): string[] {
  const roots = [...text.matchAll(stated)].map(([, folder = '']) => folder.replace(/^\.\//, ''))
  return roots.filter(folder => workspace.kindOf(folder) === 'folder')
}

/** Finds the paths of `plan` in `workspace`. */
export function locatorOf(plan: Plan, workspace: Workspace): Locator {
  const roots = statedRoots(plan, workspace)
  // What belongs to the plan is written with it.
  const ownFolder = `${workspace.planPath.slice(0, workspace.planPath.lastIndexOf('/') + 1) || workspace.planPath}`
  const around = foldersAround(workspace.planPath)
  const firstOf = (path: string) => path.slice(0, (path.indexOf('/') + path.length + 1) % (path.length + 1))
  const isIn = (folder: string, path: string) => workspace.kindOf(join(folder, firstOf(path))) !== null
  /** The folder that a path begins at. */
  const rootOf = (path: string): string => {
    if (!path.includes('/')) return roots[0] ?? ''
    return roots.find(folder => isIn(folder, path)) ?? around.find(folder => isIn(folder, path)) ?? ''
  }
  const at = (path: string) => (workspace.kindOf(path) === null ? null : path)
  const isKept = (path: string) => !elsewhere.test(path) && !workspace.isIgnored(plain(join(rootOf(path), path)))
  const find = (path: string) => at(plain(join(rootOf(path), path)))
  return {
    isJudged: path => isKept(path) && !unkept.test(path) && !path.startsWith(ownFolder),
    find,
    findBelow(path) {
      const inner = path.slice(path.indexOf('/') + 1)
      const isBelow = () => !path.endsWith('/') && workspace.filesEndingIn(path).length > 0
      const whole = find(path) ?? at(plain(path))
      if (whole !== null || isBelow()) return whole ?? path
      // A path may begin with the name of the repository itself.
      return inner.includes('/') ? at(plain(inner)) : null
    },
    meant(path) {
      const whole = plain(join(rootOf(path), path))
      const moved = workspace.movedTo(whole)
      if (moved !== null) return {path: moved, isMoved: true}
      const near = path.endsWith('/') ? null : workspace.nearestTo(whole)
      return near === null ? null : {path: near, isMoved: false}
    },
  }
}
