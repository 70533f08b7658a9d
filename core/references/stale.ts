import {openBoxes} from '../boxes.ts'
import {doneWorkIn} from '../done-work.ts'
import {oncePer} from '../once.ts'
import type {Plan} from '../plan.ts'
import {isSetAside} from '../plan-age.ts'
import {isCompleted} from '../status.ts'
import type {Workspace} from '../workspace.ts'
import {explainedBy} from './explained.ts'
import {outdatedIn} from './outdated.ts'
import {beginsHere, resolve} from './resolve.ts'
import {speaksOfAnother} from './saying.ts'
import {type Reference, referencesIn} from './written.ts'

/** A reference that leads nowhere, and what is known of where it may lead to. */
export type Stale =
  | {fault: 'moved' | 'slip'; reference: Reference; path: string; target: string}
  | {fault: 'missing'; reference: Reference; path: string}
  /** The file has `count` lines, and not the line that is named. */
  | {fault: 'beyond'; reference: Reference; path: string; line: number; count: number}

/** From so many references on of which none leads anywhere the plan is about another repository. */
const telling = 3

/** The references of a plan that the repository belies, in order. None of a plan whose work is done: it tells of then. */
export function staleReferences(plan: Plan): Stale[] {
  const {workspace} = plan
  if (!workspace || isDone(plan)) return []
  const stale: Stale[] = []
  const sound = new Set<string>()
  const isDoneWork = doneWorkIn(plan)
  for (const reference of referencesIn(plan.document)) {
    if (isDoneWork(reference.start)) continue
    const found = judged(plan, reference, workspace)
    if (typeof found === 'string') sound.add(found)
    else if (found) stale.push(found)
  }
  const isElsewhere = sound.size === 0 && stale.length >= telling && stale.every(({fault}) => fault !== 'beyond')
  const told = isElsewhere ? stale.filter(({fault}) => fault === 'moved') : stale
  const isOutdated = outdatedIn(workspace, sound)
  return told.filter(reference => !isOutdated(reference))
}

const explanationsOf = oncePer(explainedBy)

/** What is wrong with a reference, or the file that it leads to; null where nobody can tell. */
function judged(plan: Plan, reference: Reference, workspace: Workspace): Stale | string | null {
  if (plan.isUnreadable(reference.start) || plan.holdsLeftovers(reference)) return null
  const resolved = resolve(reference.path, workspace)
  if (resolved.kind === 'unknown') return null
  if (resolved.kind === 'files') return beyond(reference, resolved.paths, workspace) ?? resolved.paths[0] ?? null
  if (!reference.isCertain || speaksOfAnother(plan, reference) || explanationsOf(plan)(reference)) return null
  const {path} = resolved
  const moved = workspace.movedTo(path)
  if (moved !== null) return {fault: 'moved', reference, path, target: moved}
  const near = workspace.nearestTo(path)
  if (near !== null && near !== workspace.planPath) return {fault: 'slip', reference, path, target: near}
  return beginsHere(path, workspace) ? {fault: 'missing', reference, path} : null
}

function beyond(reference: Reference, paths: readonly string[], workspace: Workspace): Stale | null {
  const [path, ...others] = paths
  // Which of several is meant nobody can tell.
  if (path === undefined || others.length > 0) return null
  const text = workspace.read(path)
  if (text === null) return null
  const count = linesIn(text)
  // What is to be added at the end goes on the line after the last.
  const line = reference.lines.find(line => line > count + 1)
  return line === undefined ? null : {fault: 'beyond', reference, path, line, count}
}

function linesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return text === '' || text.endsWith('\n') ? count : count + 1
}

function isDone(plan: Plan): boolean {
  const {status, document} = plan
  if (isSetAside(plan)) return true
  if (status) return isCompleted(status)
  return document.items.some(({checked}) => checked === true) && openBoxes(plan).length === 0
}
