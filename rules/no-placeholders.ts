import {defineRule} from '../core/rule.ts'

export default defineRule({
  id: 'no-placeholders',
  summary: 'A slot of the template was never filled in',
  group: 'leftovers',
  severity: 'error',
  messages: {
    unfilled: '"{text}" was never filled in; write what belongs here, or "N/A - reason" where nothing does',
    comment: 'A note to do something was left in a comment; do it and delete the comment',
    taskId: 'Task id "{text}" stands for a number; give the task the next free one',
  },
  *check(plan, _options, say) {
    for (const slot of plan.leftovers.slots) {
      const text = slot.text.replace(/\s+/g, ' ')
      const message = text.startsWith('<!--') ? 'comment' : /^T[XN#]+$/.test(text) ? 'taskId' : 'unfilled'
      yield say(message, slot, {text})
    }
  },
})
