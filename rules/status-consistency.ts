import {openBoxes} from '../core/boxes.ts'
import {fieldsOf} from '../core/fields.ts'
import type {Plan} from '../core/plan.ts'
import {defineRule} from '../core/rule.ts'
import {isCompleted} from '../core/status.ts'

/** How many phases say that they are completed, and how many that they are not; those without a status count in neither. */
function phaseStatuses(plan: Plan): {completed: number; others: number} {
  const phases = new Set(plan.phases.map(({number}) => number))
  const values = [...fieldsOf(plan)]
    .filter(({spec, parent, value}) => spec.type === 'enum' && value && phases.has(parent))
    .map(({value}) => plan.text.slice(value?.start, value?.end))
  const completed = values.filter(value => isCompleted({value, start: 0, end: 0})).length
  return {completed, others: values.length - completed}
}

export default defineRule({
  id: 'status-consistency',
  summary: 'The status of the plan disagrees with its boxes or its stages',
  group: 'questions',
  severity: 'error',
  messages: {
    boxes: 'The status is "{status}", but {count} of its boxes are open; check them, or take the status back',
    phases: 'The status is "{status}", but {count} {noun}s are not completed; finish them, or take the status back',
    behind: 'All {noun}s are completed, but the status is "{status}"; bring it up to date',
  },
  *check(plan, _options, say) {
    const {status} = plan
    if (!status) return
    const noun = plan.preset.phases?.noun ?? 'phase'
    const {completed, others} = phaseStatuses(plan)
    if (!isCompleted(status)) {
      const severity = 'warning'
      if (completed > 0 && others === 0) yield say('behind', status, {status: status.value, noun}, {severity})
      return
    }
    const open = openBoxes(plan)
    if (others > 0) yield say('phases', status, {status: status.value, count: others, noun})
    else if (open[0]) {
      const related = [{start: open[0].start, end: open[0].end, message: 'The first open box'}]
      yield say('boxes', status, {status: status.value, count: open.length}, {related})
    }
  },
})
