import {openBoxes} from '../boxes.ts'
import type {Plan} from '../plan.ts'
import {isCompleted} from '../status.ts'
import type {Workspace} from '../workspace.ts'
import {beginsHere, resolve} from './resolve.ts'
import {speaksOfAnother} from './saying.ts'
import {type Reference, referencesIn} from './written.ts'

/** A reference that leads nowhere, and what is known of where it may lead to. */
export type Stale =
  | {fault: 'moved' | 'slip'; reference: Reference; target: string}
  | {fault: 'missing'; reference: Reference}
  /** The file has `count` lines, and not the line that is named. */
  | {fault: 'beyond'; reference: Reference; line: number; count: number}

/** From so many references on of which none leads anywhere the plan is about another repository. */
const telling = 3

/** The references of a plan that the repository belies, in order. None of a plan whose work is done: it tells of then. */
export function staleReferences(plan: Plan): Stale[] {
  const {workspace} = plan
  if (!workspace || isDone(plan)) return []
  const stale: Stale[] = []
  let sound = 0
  for (const reference of referencesIn(plan.document)) {
    const found = judged(plan, reference, workspace)
    if (found === 'sound') sound++
    else if (found) stale.push(found)
  }
  const isElsewhere = sound === 0 && stale.length >= telling && stale.every(({fault}) => fault !== 'beyond')
  return isElsewhere ? stale.filter(({fault}) => fault === 'moved') : stale
}

function judged(plan: Plan, reference: Reference, workspace: Workspace): Stale | 'sound' | null {
  const {start} = reference
  if (plan.isUnreadable(start) || plan.holdsLeftovers(reference)) return null
  if (plan.phases.some(({state, section}) => state === 'done' && section.start <= start && start < section.end))
    return null
  const resolved = resolve(reference.path, workspace)
  if (resolved.kind === 'unknown') return null
  if (resolved.kind === 'files') return beyond(reference, resolved.paths, workspace) ?? 'sound'
  if (!reference.isCertain || speaksOfAnother(plan, reference)) return null
  const {path} = resolved
  const moved = workspace.movedTo(path)
  if (moved !== null) return {fault: 'moved', reference, target: moved}
  const near = workspace.nearestTo(path)
  if (near !== null && near !== workspace.planPath) return {fault: 'slip', reference, target: near}
  return beginsHere(path, workspace) ? {fault: 'missing', reference} : null
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
  return line === undefined ? null : {fault: 'beyond', reference, line, count}
}

function linesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return text === '' || text.endsWith('\n') ? count : count + 1
}

/** Folders for plans whose work is done, or that were given up. */
const doneFolder = /(?:^|\/)_?(?:completed?|done|archived?|implemented|finished|shipped|closed|old|history)\//i

function isDone(plan: Plan): boolean {
  const {status, document, workspace} = plan
  if (doneFolder.test(workspace?.planPath ?? '')) return true
  if (status) return isCompleted(status)
  return document.items.some(({checked}) => checked === true) && openBoxes(plan).length === 0
}
