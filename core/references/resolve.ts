import type {Workspace} from '../workspace.ts'

/** What a path written in a plan leads to. */
export type Resolved =
  | {kind: 'files'; paths: readonly string[]}
  /** Nothing in this repository; `path` is where it would be. */
  | {kind: 'missing'; path: string}
  /** Not to be told: outside of the repository, made by a build, in another repository. */
  | {kind: 'unknown'}

const unknown: Resolved = {kind: 'unknown'}

const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))
const joined = (folder: string, path: string) => (folder === '' ? path : `${folder}/${path}`)

/** `path` without `.` and `..`; null where it leads out of the root. */
function plain(path: string): string | null {
  const names: string[] = []
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue
    if (name !== '..') names.push(name)
    else if (names.pop() === undefined) return null
  }
  return names.join('/')
}

/**
 * What `written` means in `workspace`: a path from the root or from the folder of the plan, or the end of one. Without
 * a file of that name, whether one should be there.
 */
export function resolve(written: string, workspace: Workspace): Resolved {
  const folder = parentOf(workspace.planPath)
  const isUpwards = /^(?:\.\/)*\.\.\//.test(written)
  const fromPlan = plain(joined(folder, written))
  const fromRoot = isUpwards ? null : plain(written)
  const places = [...new Set(isAbsolute(written) ? [fromRoot] : [fromRoot, fromPlan])].filter(path => path !== null)
  const files = places.filter(path => workspace.kindOf(path) === 'file')
  if (files.length > 0) return {kind: 'files', paths: files}
  if (places.length === 0 || places.some(path => workspace.kindOf(path) !== null)) return unknown
  if (fromRoot !== null) {
    const shortened = workspace.filesEndingIn(fromRoot)
    if (shortened.length > 0) return {kind: 'files', paths: shortened}
  }
  // What begins with a slash may be anywhere on a machine.
  if (isAbsolute(written) || places.some(path => workspace.isIgnored(path))) return unknown
  if (fromRoot !== null && isOfAnother(fromRoot, folder, workspace)) return unknown
  return {kind: 'missing', path: fromRoot ?? fromPlan ?? written}
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/')
}

/** Whether a path begins with the name of a repository, this one or another beside it. */
function isOfAnother(path: string, folder: string, workspace: Workspace): boolean {
  const [first = '', ...rest] = path.split('/')
  if (rest.length === 0 || [first, joined(folder, first)].some(place => workspace.kindOf(place) !== null)) return false
  return rest.length > 1 && workspace.kindOf(rest.join('/')) !== null
}

/** Whether the first folder of `path` is there, so that it is a path of this repository. */
export function beginsHere(path: string, workspace: Workspace): boolean {
  const [first = '', ...rest] = path.split('/')
  return rest.length > 0 && workspace.kindOf(first) === 'folder'
}
