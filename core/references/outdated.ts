import {isNewPlan} from '../plan-age.ts'
import type {Workspace} from '../workspace.ts'
import type {Stale} from './stale.ts'

/** So many files as they were when the plan came show that its work has not begun. */
const enough = 3

/**
 * A test for references that were right once, in a plan that has likely been carried out since: most plans stay as they are
 * when the work is done, and are committed with it or after it. `named` are the files that the plan names and that are there.
 */
export function outdatedIn(workspace: Workspace, named: ReadonlySet<string>): (stale: Stale) => boolean {
  const isNew = isNewPlan(workspace)
  // What is kept out of the history may be of any age.
  const isAgeless = workspace.isIgnored(workspace.planPath)
  const isUntouched = (path: string) => workspace.changedSincePlan(path) === false

  let areUntouched: boolean | undefined

  /** Whether a file was only moved, and the work on the others that the plan names has not begun. */
  const isOnlyMoved = ({path, target}: {path: string; target: string}): boolean => {
    const count = named.size + (named.has(target) ? 1 : 2)
    if (isAgeless || count <= enough || !isUntouched(path) || !isUntouched(target)) return false
    areUntouched ??= [...named].every(isUntouched)
    return areUntouched
  }

  return stale => {
    const isOfNewPlan = isNew && workspace.changedSincePlan(stale.path) !== true
    if (isOfNewPlan || !wasRight(stale, workspace)) return false
    return stale.fault !== 'moved' || !isOnlyMoved(stale)
  }
}

/** Whether the history has, or may have, the place that a reference names. */
function wasRight(stale: Stale, workspace: Workspace): boolean {
  const {fault, path} = stale
  if (fault === 'moved') return true
  if (fault !== 'beyond') return workspace.wasThere(path) !== false
  if (workspace.changedSincePlan(path) !== false) return true
  const lost = workspace.shrunkBy(path)
  return lost === null || stale.line <= stale.count + lost + 1
}
