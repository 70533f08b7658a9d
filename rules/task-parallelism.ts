import {defineRule} from '../core/rule.ts'
import {conflictsOf} from '../core/tasks/parallel.ts'
import {silentPlaces} from '../core/tasks/samples.ts'

export default defineRule({
  id: 'task-parallelism',
  summary: 'Two tasks marked as parallel write the same file or wait for each other',
  group: 'tasks',
  severity: 'error',
  enabledByDefault: false,
  messages: {
    file: '{id} and {other} are both marked [P] but write {file}; drop a mark, or make it one task',
    order: '{id} and {other} are both marked [P] but one waits for the other; drop the mark of {id}',
  },
  *check(plan, _options, say) {
    const isSilent = silentPlaces(plan)
    for (const {task, other, place, file} of conflictsOf(plan)) {
      if (isSilent(task) || isSilent(other)) continue
      const {start, end} = file?.otherPlace ?? other.idRange
      const related = [{start, end, message: other.id}]
      const data = {id: task.id, other: other.id}
      yield file ? say('file', place, {...data, file: file.path}, {related}) : say('order', place, data, {related})
    }
  },
})
