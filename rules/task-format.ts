import {defineRule} from '../core/rule.ts'
import {silentPlaces} from '../core/tasks/samples.ts'
import {misshapenTasks} from '../core/tasks/shape.ts'

export default defineRule({
  id: 'task-format',
  summary: 'A task is not written as box, id, tags and text',
  group: 'tasks',
  severity: 'warning',
  enabledByDefault: false,
  messages: {
    box: '{id} has no box; write it as "- [ ] {id} …"',
    id: 'This task has no id; give it one, as in "- [ ] T001 …"',
    order: '{id} has its tags the wrong way round; write [P] before the user story',
    late: '{id} has a tag behind its text; write it right after the id',
    empty: '{id} does not say what is to be done; add a text after its id',
  },
  *check(plan, _options, say) {
    const isSilent = silentPlaces(plan)
    for (const {kind, id, place} of misshapenTasks(plan)) {
      if (!isSilent(place)) yield say(kind, place, {id})
    }
  },
})
