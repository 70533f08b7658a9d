import {longestAscending} from '../ascending.ts'
import type {Plan} from '../plan.ts'
import {startingIn} from '../ranges.ts'
import type {Task} from './definitions.ts'
import {compareTaskIds, idsBetween, type TaskId, writtenLike} from './ids.ts'
import type {TaskList} from './list.ts'
import {lostIds} from './lost.ts'

export interface MisnumberedTask {
  kind: 'duplicate' | 'order' | 'hole'
  task: Task
  /** The task with the same id, the one it should not follow or precede, the one before the hole. */
  other: Task
  /** Of a hole: the ids that no task has, as they would be written. */
  missing: readonly string[]
}

const firstOf = ({ids}: Task) => ids[0] as TaskId
const lastOf = ({ids}: Task) => ids.at(-1) as TaskId

const lastNumberOf = ({numbers}: TaskId) => numbers.at(-1) ?? 0

function duplicates({tasks, byKey}: TaskList): MisnumberedTask[] {
  const found: MisnumberedTask[] = []
  for (const task of tasks) {
    const taken = task.ids.find(({key}) => byKey.get(key) !== task)
    const other = taken && byKey.get(taken.key)
    if (other) found.push({kind: 'duplicate', task, other, missing: []})
  }
  return found
}

/** The tasks that keep no order, each with the nearest task that shows it. */
function misplaced(tasks: readonly Task[], kept: readonly Task[]): MisnumberedTask[] {
  if (kept.length === tasks.length) return []
  const inOrder = new Set(kept)
  let before = 0
  return tasks.flatMap(task => {
    if (inOrder.has(task)) {
      before++
      return []
    }
    const previous = kept[before - 1]
    const isLate = previous !== undefined && compareTaskIds(firstOf(previous), firstOf(task)) > 0
    const other = isLate ? previous : kept[before]
    return other ? [{kind: 'order' as const, task, other, missing: []}] : []
  })
}

/** Whether a phase or part begins its own ten or hundred on purpose: T023, then T030 under another heading. */
function beginsAnew({document}: Plan, other: Task, task: Task, left: number): boolean {
  const number = lastNumberOf(firstOf(task))
  const isRound = number % 10 === 0 || number % 100 === 1
  return isRound && left > 1 && startingIn(document.headings, {start: other.start + 1, end: task.start}).length > 0
}

/** Ids between tasks in order that no task of the plan has. */
function holes(plan: Plan, inOrder: readonly Task[], isKnown: (key: string) => boolean): MisnumberedTask[] {
  const found: MisnumberedTask[] = []
  inOrder.forEach((task, index) => {
    const other = inOrder[index - 1]
    if (!other || lastNumberOf(firstOf(task)) - lastNumberOf(lastOf(other)) < 2) return
    const between = idsBetween({...lastOf(other), suffix: ''}, {...firstOf(task), suffix: ''}).slice(1, -1)
    const missing = between.filter(({key}) => !isKnown(key)).map(id => writtenLike(id, task.id))
    if (missing.length === 0 || beginsAnew(plan, other, task, missing.length)) return
    found.push({kind: 'hole', task, other, missing})
  })
  return found
}

/** A test for ids that leave no hole: given up, told of otherwise, or there with a letter behind the number. */
function knownIn(plan: Plan, isTold: (key: string) => boolean): (key: string) => boolean {
  const {byKey, gone} = plan.taskList
  const isThere = (key: string) => [...'abcdefghijklmnopqrstuvwxyz'].some(letter => byKey.has(key + letter))
  return key => byKey.has(key) || gone.has(key) || lostIds(plan).has(key) || isTold(key) || isThere(key)
}

/**
 * Tasks whose id another has already, that stand out of order, or before which ids are left out, in document order.
 * An id that `isTold` of otherwise leaves no hole.
 */
export function misnumberedTasks(plan: Plan, isTold: (key: string) => boolean): MisnumberedTask[] {
  const list = plan.taskList
  const repeated = duplicates(list)
  const again = new Set(repeated.map(({task}) => task))
  const tasks = list.tasks.filter(task => !again.has(task))
  const inOrder = longestAscending(tasks, (a, b) => compareTaskIds(firstOf(a), firstOf(b))).map(
    index => tasks[index] as Task,
  )
  const isKnown = knownIn(plan, isTold)
  return [...repeated, ...misplaced(tasks, inOrder), ...holes(plan, inOrder, isKnown)].sort(
    (a, b) => a.task.start - b.task.start,
  )
}
