import {oncePerKey} from '../once.ts'
import type {Plan} from '../plan.ts'
import {isInSubmodule} from '../submodules.ts'
import type {Workspace} from '../workspace.ts'
import {folderOf, inFolder, nameOf, upwards} from '../workspace-paths.ts'

/** Where the paths of a plan lead in its repository. */
export interface Locator {
  /** Whether a path can be told to be there or not: one of the repository that is kept in it. */
  isJudged(path: string): boolean
  /** Whether the first folder of a path is there, or something that it may be a slip for: else it may be of another place. */
  isPlaced(path: string): boolean
  /** Where a path leads as it is written; null where nothing is. */
  find(path: string): string | null
  /** The same for a path that may begin at some folder, such as a package of the repository. */
  findBelow(path: string): string | null
  /** The file that a path was likely to name: where it has moved, or one with a name like it. */
  meant(path: string): {path: string; isMoved: boolean} | null
}

/** Made, fetched or kept by each person for themselves. */
const unkept =
  /(?:^|\/)(?:node_modules|dist|build|out|target|coverage|\.next|\.git|__pycache__|\.venv|venv|tmp)\/|(?:^|\/)\.env(?:\.(?!example|sample|template)[\w.]+)?$|\.local\.\w+$|\.(?:db|sqlite3?|log|pyc|xcodeproj|xcworkspace)\/?$/
/** A folder for one plan alone, by its number or date: `specs/012-gauges`. */
const ownName = /(?:^|\/)\d{2,}[-_][^/]+$/
const samples = ['.example', '.sample', '.template', '.dist']
const elsewhere = /^(?:~|\/|\.\.\/|[A-Za-z]:)/

const plain = (path: string) => path.replace(/\/$/, '')

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
  const planFolder = folderOf(workspace.planPath)
  const own = planFolder === '' ? workspace.planPath : `${planFolder}/`
  // So it is when the folder of the plan has moved.
  const isBesidePlan = (path: string) => ownName.test(planFolder) && nameOf(folderOf(path)) === nameOf(planFolder)
  const around = [...upwards(planFolder)]
  const isIn = (folder: string, path: string) => {
    const [first = ''] = path.split('/', 1)
    return workspace.kindOf(inFolder(folder, first)) !== null
  }
  /** The folder that a path begins at. */
  const rootOf = (path: string): string => {
    if (!path.includes('/')) return roots[0] ?? ''
    return roots.find(folder => isIn(folder, path)) ?? around.find(folder => isIn(folder, path)) ?? ''
  }
  const at = (path: string) => (workspace.kindOf(path) === null ? null : path)
  // What has a sample beside it each person makes for themselves.
  const hasSample = (path: string) => samples.some(ending => workspace.kindOf(path + ending) === 'file')
  const wholeOf = oncePerKey(path => plain(inFolder(rootOf(path), path)))
  const isKept = (path: string) => {
    if (elsewhere.test(path)) return false
    const whole = wholeOf(path)
    return !workspace.isIgnored(whole) && !isInSubmodule(whole, workspace) && !hasSample(whole)
  }
  const find = (path: string) => at(wholeOf(path))
  const meant = (path: string) => {
    const whole = wholeOf(path)
    const moved = workspace.movedTo(whole)
    if (moved !== null) return {path: moved, isMoved: true}
    const near = path.endsWith('/') ? null : workspace.nearestTo(whole)
    return near === null ? null : {path: near, isMoved: false}
  }
  return {
    isPlaced: path => [...roots, ...around].some(folder => isIn(folder, path)) || meant(path) !== null,
    isJudged: path => isKept(path) && !unkept.test(path) && !path.startsWith(own) && !isBesidePlan(path),
    find,
    findBelow(path) {
      const inner = path.slice(path.indexOf('/') + 1)
      const isBelow = () => !path.endsWith('/') && workspace.filesEndingIn(path).length > 0
      const whole = find(path) ?? at(plain(path))
      if (whole !== null || isBelow()) return whole ?? path
      // A path may begin with the name of the repository itself.
      return inner.includes('/') ? at(plain(inner)) : null
    },
    meant,
  }
}
