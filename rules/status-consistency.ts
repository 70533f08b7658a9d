import {openBoxes} from '../core/boxes.ts'
import {phaseStatuses} from '../core/phase-statuses.ts'
import {defineRule} from '../core/rule.ts'
import {isCompleted} from '../core/status.ts'

/** `1 stage is`, `3 stages are`. */
function amountOf(count: number, noun: string): string {
  return count === 1 ? `1 ${noun} is` : `${count} ${noun.replace(/x$/, 'xe')}s are`
}

export default defineRule({
  id: 'status-consistency',
  summary: 'The status of the plan disagrees with its boxes or its stages',
  group: 'questions',
  severity: 'error',
  messages: {
    boxes: 'The status is "{status}", but {amount} still open; tick what is done, or set the status back',
    phases: 'The status is "{status}", but {amount} not completed; finish the work, or set the status back',
    behind: 'Every {noun} is completed, but the status is still "{status}"; bring it up to date',
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
    if (others > 0) {
      yield say('phases', status, {status: status.value, count: others, noun, amount: amountOf(others, noun)})
    } else if (open[0]) {
      const related = [{start: open[0].start, end: open[0].end, message: 'The first open box'}]
      const amount = amountOf(open.length, 'check box')
      yield say('boxes', status, {status: status.value, count: open.length, amount}, {related})
    }
  },
})
