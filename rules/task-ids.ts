import {defineRule} from '../core/rule.ts'
import {misnumberedTasks} from '../core/tasks/numbering.ts'
import {silentPlaces} from '../core/tasks/samples.ts'
import {unknownTasks} from '../core/tasks/unknown.ts'

export default defineRule({
  id: 'task-ids',
  summary: 'The ids of tasks repeat, run out of order or leave numbers out',
  group: 'tasks',
  severity: 'error',
  enabledByDefault: false,
  messages: {
    duplicate: 'There is a task {id} already; give this one an id of its own',
    order: '{id} stands {side} {other}; move it, or number the tasks anew',
    hole: 'No task is numbered {missing}; add what is missing before {id}, or number the tasks on from {other}',
  },
  *check(plan, _options, say) {
    const isSilent = silentPlaces(plan)
    const told = new Set(unknownTasks(plan).map(({key}) => key))
    for (const {kind, task, other, missing} of misnumberedTasks(plan, key => told.has(key))) {
      if (isSilent(task)) continue
      const [first = ''] = missing
      const ids = missing.length > 1 ? `${first} to ${missing.at(-1)}` : first
      const side = task.start < other.start ? 'before' : 'after'
      const data = {id: task.id, kind, other: other.id, side, missing: ids}
      const related = [{...other.idRange, message: other.id}]
      yield say(kind, task.idRange, data, kind === 'hole' ? {related, severity: 'warning'} : {related})
    }
  },
})
