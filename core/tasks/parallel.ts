import type {Range} from '../finding.ts'
import type {Phase, Plan} from '../plan.ts'
import {isParallel, type Task} from './definitions.ts'
import {filesWritten} from './files.ts'
import type {TaskEdge} from './list.ts'
import {orderFaultsOf} from './order.ts'
import type {PathMention} from './paths.ts'

/** Two tasks of one phase that may run at the same time and get into each other's way. */
export interface Conflict {
  /** The later of the two. */
  task: Task
  other: Task
  /** Where it shows in the later one. */
  place: Range
  /** What both write; null where one waits for the other. */
  file: {path: string; otherPlace: Range} | null
}

interface Writing {
  task: Task
  file: PathMention
}

function placeOf({task: {words}, file: {start, end}}: Writing): Range {
  return {start: words.start + start, end: words.start + end}
}

function sharedFiles(plan: Plan, tasks: readonly Task[]): Map<Task, Conflict> {
  const byPhase = new Map<Phase | null, Map<string, Writing>>()
  const conflicts = new Map<Task, Conflict>()
  for (const task of tasks) {
    const writers = byPhase.get(task.phase) ?? new Map<string, Writing>()
    byPhase.set(task.phase, writers)
    for (const file of filesWritten(plan, task)) {
      const {path} = file
      const writer = writers.get(path)
      if (!writer) writers.set(path, {task, file})
      else if (writer.task !== task && !conflicts.has(task)) {
        const place = placeOf({task, file})
        conflicts.set(task, {task, other: writer.task, place, file: {path, otherPlace: placeOf(writer)}})
      }
    }
  }
  return conflicts
}

/**
 * Tasks of one phase that are marked as parallel and write the same file or wait for one another; each later task is
 * told once, with the first that it meets. Dependencies that are wrong by themselves are left out.
 */
export function conflictsOf(plan: Plan): Conflict[] {
  const {tasks, edges} = plan.taskList
  const parallel = new Set(tasks.filter(task => task.phase !== null && isParallel(task)))
  const conflicts = sharedFiles(plan, [...parallel])
  const {cycles, forward} = orderFaultsOf(plan.taskList)
  const faulty = new Set<TaskEdge>([...cycles.flat(), ...forward])
  for (const edge of edges) {
    const {task, target} = edge
    const meet = task !== target && task.phase === target.phase && parallel.has(task) && parallel.has(target)
    if (!meet || faulty.has(edge)) continue
    const [later, other] = task.start < target.start ? [target, task] : [task, target]
    if (!conflicts.has(later)) conflicts.set(later, {task: later, other, place: edge, file: null})
  }
  return [...conflicts.values()]
}
