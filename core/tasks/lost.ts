import {oncePer} from '../once.ts'
import type {Plan} from '../plan.ts'
import {nextTaskId, type TaskId} from './ids.ts'
import {namelessTasks} from './nameless.ts'

/**
 * Keys of ids that a task would have, had it not the id of another, or none: no hole, and no task to look for in vain.
 */
export const lostIds = oncePer((plan: Plan): ReadonlySet<string> => {
  const {tasks, byKey} = plan.taskList
  const lost = new Set<string>()
  const places = [
    ...tasks.map(task => ({
      start: task.start,
      id: task.ids.every(({key}) => byKey.get(key) === task) ? task.ids.at(-1) : undefined,
    })),
    ...namelessTasks(plan).map(({start}) => ({start, id: undefined})),
  ].sort((a, b) => a.start - b.start)
  let previous: TaskId | undefined
  for (const {id} of places) {
    const next = previous && nextTaskId(previous)
    if (!id && next) lost.add(next.key)
    previous = id ?? next
  }
  return lost
})
