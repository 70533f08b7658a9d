import {isInSubmodule} from '../submodules.ts'
import type {Workspace} from '../workspace.ts'
import {areAmong, folderOf, inFolder, nameOf, resolvedFrom} from '../workspace-paths.ts'

/** What a path written in a plan leads to. */
export type Resolved =
  | {kind: 'files'; paths: readonly string[]}
  /** Nothing in this repository; `path` is where it would be. */
  | {kind: 'missing'; path: string}
  /** Not to be told: outside of the repository, made by a build, in another repository. */
  | {kind: 'unknown'}

const unknown: Resolved = {kind: 'unknown'}

/**
 * What `written` means in `workspace`: a path from the root or from the folder of the plan, or the end of one. Without
 * a file of that name, whether one should be there.
 */
export function resolve(written: string, workspace: Workspace): Resolved {
  const folder = folderOf(workspace.planPath)
  const isUpwards = /^(?:\.\/)*\.\.\//.test(written)
  const fromPlan = resolvedFrom(folder, written)
  const fromRoot = isUpwards ? null : resolvedFrom('', written)
  const places = [...new Set(isAbsolute(written) ? [fromRoot] : [fromRoot, fromPlan])].filter(path => path !== null)
  const files = places.filter(path => workspace.kindOf(path) === 'file')
  if (files.length > 0) return {kind: 'files', paths: files}
  if (places.length === 0 || places.some(path => workspace.kindOf(path) !== null)) return unknown
  if (fromRoot !== null) {
    const shortened = workspace.filesEndingIn(fromRoot)
    // One that has gone since may have been meant as well.
    if (shortened.length > 0) return workspace.wasThere(fromRoot) ? unknown : {kind: 'files', paths: shortened}
  }
  // What begins with a slash may be anywhere on a machine.
  if (isAbsolute(written) || places.some(path => workspace.isIgnored(path) || isInSubmodule(path, workspace)))
    return unknown
  if (fromRoot !== null && isOfAnother(fromRoot, folder, workspace)) return unknown
  // A module that has become a folder has its lines somewhere in it.
  if (places.some(path => workspace.kindOf(path.replace(/\.\w+$/, '')) === 'folder')) return unknown
  if (fromRoot !== null && isShortFor(fromRoot, workspace)) return unknown
  return {kind: 'missing', path: fromRoot ?? fromPlan ?? written}
}

/**
 * Whether `path` leaves something of a file's path out, also between its folders, as `web/Gauge.tsx` does of
 * `src/web/gauges/Gauge.tsx`, or what stands before a blank in it.
 */
function isShortFor(path: string, workspace: Workspace): boolean {
  const names = path.split('/')
  const [first = ''] = names
  const isWhole = beginsHere(path, workspace)
  return workspace.filesEndingIn(nameOf(path)).some(other => {
    if (other.endsWith(` ${path}`)) return true
    return !isWhole && other.includes(first) && areAmong(names, other.split('/'))
  })
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/')
}

/** Whether a path begins with the name of a repository, this one or another beside it. */
function isOfAnother(path: string, folder: string, workspace: Workspace): boolean {
  const [first = '', ...rest] = path.split('/')
  if (rest.length === 0 || [first, inFolder(folder, first)].some(place => workspace.kindOf(place) !== null))
    return false
  return rest.length > 1 && workspace.kindOf(rest.join('/')) !== null
}

/** Whether the first folder of `path` is there, so that it is a path of this repository. */
export function beginsHere(path: string, workspace: Workspace): boolean {
  const [first = '', ...rest] = path.split('/')
  return rest.length > 0 && workspace.kindOf(first) === 'folder'
}
