import {defineRule} from '../core/rule.ts'

export default defineRule({
  id: 'no-template-text',
  summary: 'Instructions or samples of the template are still there',
  group: 'leftovers',
  severity: 'error',
  messages: {
    comment: '"{instruction}" is an instruction of the template; follow it, then delete the comment',
    choice: '"{text}" is the template\'s choice of values; keep the one that holds',
    sample: '"{text}" is the template\'s own text; replace it with the plan\'s, or delete it',
  },
  *check(plan, _options, say) {
    for (const found of plan.leftovers.templateText) {
      const text = found.text.replace(/\s+/g, ' ')
      yield say(found.kind ?? 'sample', found, {text, instruction: found.instruction ?? ''})
    }
  },
})
