import {defineRule} from '../core/rule.ts'

export default defineRule({
  id: 'no-placeholders',
  summary: 'A slot of the template was never filled in',
  group: 'leftovers',
  severity: 'error',
  messages: {
    unfilled: '"{text}" is a placeholder; fill it in, or write "N/A" and why',
    comment: 'A note of something to do is left in a comment; do it, then delete the comment',
    taskId: 'Task id "{text}" has no number; give the task the next free one',
  },
  *check(plan, _options, say) {
    for (const slot of plan.leftovers.slots) {
      const text = slot.text.replace(/\s+/g, ' ')
      const message = text.startsWith('<!--') ? 'comment' : /^T[XN#]+$/.test(text) ? 'taskId' : 'unfilled'
      yield say(message, slot, {text})
    }
  },
})
