import {defineRule} from '../core/rule.ts'
import {misplacedTasks} from '../core/tasks/placement.ts'
import {silentPlaces} from '../core/tasks/samples.ts'

export default defineRule({
  id: 'task-stories',
  summary: "A task does not stand in its user story's phase, or the story has none",
  group: 'tasks',
  severity: 'error',
  enabledByDefault: false,
  messages: {
    elsewhere: '{id} is tagged for user story {story} but stands outside its phase; move it there, or correct the tag',
    unknown: '{id} is tagged for user story {story}, which has no phase; correct the tag, or add the phase',
  },
  *check(plan, _options, say) {
    const isSilent = silentPlaces(plan)
    for (const {task, story, phase} of misplacedTasks(plan)) {
      if (isSilent(task)) continue
      const tag = task.tags.find(({stories}) => stories.includes(story)) ?? task.idRange
      const data = {id: task.id, story}
      if (!phase) yield say('unknown', tag, data)
      else {
        const {start, end} = phase.section.heading.title
        yield say('elsewhere', tag, data, {related: [{start, end, message: `User story ${story}`}]})
      }
    }
  },
})
