import {haveAny} from '../core/ranges.ts'
import {defineRule} from '../core/rule.ts'
import {isDraft} from '../core/status.ts'

export default defineRule({
  id: 'no-open-questions',
  summary: 'A question of the plan has no answer',
  group: 'questions',
  severity: 'error',
  messages: {
    open: '"{question}" has no answer; write one after it, as in "Resolved: …"',
  },
  *check(plan, _options, say) {
    const severity = isDraft(plan.status) ? 'warning' : 'error'
    for (const question of plan.questions) {
      // A question that is the template's sample, or a slot, has its finding already.
      const isTold = haveAny(plan.leftovers.all, question)
      if (!question.resolved && !isTold) yield say('open', question, {question: question.text}, {severity})
    }
  },
})
