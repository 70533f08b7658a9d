import {defineRule} from '../core/rule.ts'
import {silentPlaces} from '../core/tasks/samples.ts'
import {unplacedTasks} from '../core/tasks/unplaced.ts'

export default defineRule({
  id: 'task-files',
  summary: 'A task that implements part of a user story does not say in which file',
  group: 'tasks',
  severity: 'warning',
  enabledByDefault: false,
  messages: {
    none: '{id} names no file; say which it creates or changes',
  },
  *check(plan, _options, say) {
    const isSilent = silentPlaces(plan)
    for (const {id, idRange} of unplacedTasks(plan)) {
      if (!isSilent(idRange)) yield say('none', idRange, {id})
    }
  },
})
