import type {Range, Related} from '../core/finding.ts'
import {defineRule} from '../core/rule.ts'
import {orderFaultsOf} from '../core/tasks/order.ts'
import {unknownTasks} from '../core/tasks/unknown.ts'

const relatedOf = (places: readonly Range[], message: string): Related[] =>
  places.map(({start, end}) => ({start, end, message}))

export default defineRule({
  id: 'task-references',
  summary: 'A task waits for one that does not exist, comes later or waits for it in turn',
  group: 'tasks',
  severity: 'error',
  enabledByDefault: false,
  messages: {
    unknown: 'There is no task {target}; name one that exists, or add it',
    later: '{id} waits for {target}, which comes after it; put {target} first, or drop the dependency',
    cycle: '{path} is a circle in which each waits for the next; drop one of these dependencies',
  },
  *check(plan, _options, say) {
    for (const {id, by, places} of unknownTasks(plan)) {
      const [place, ...others] = places
      const related = relatedOf(others, `${id} again`)
      if (place) yield say('unknown', place, {id: by, target: id}, related.length > 0 ? {related} : {})
    }
    const {cycles, forward} = orderFaultsOf(plan.taskList)
    for (const edge of forward) {
      const {task, target} = edge
      const related = relatedOf([target.idRange], target.id)
      yield say('later', edge, {id: task.id, target: target.id}, {related})
    }
    for (const [closing, ...others] of cycles) {
      if (!closing) continue
      const {task, target} = closing
      const path = [task, ...[closing, ...others].map(edge => edge.target)].map(({id}) => id).join(' → ')
      const related = others.flatMap(edge => relatedOf([edge], `${edge.task.id} waits for ${edge.target.id}`))
      yield say('cycle', closing, {id: task.id, target: target.id, path}, related.length > 0 ? {related} : {})
    }
  },
})
