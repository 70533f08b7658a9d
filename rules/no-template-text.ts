import {defineRule} from '../core/rule.ts'

export default defineRule({
  id: 'no-template-text',
  summary: 'Instructions or samples of the template are still there',
  group: 'leftovers',
  severity: 'error',
  messages: {
    comment: '"{instruction}" is meant for the author; follow it, then delete the comment',
    choice: '"{text}" is a choice that the template offers; keep the one that applies',
    sample: '"{text}" is sample text of the template; replace it or delete it',
  },
  *check(plan, _options, say) {
    for (const found of plan.leftovers.templateText) {
      const text = found.text.replace(/\s+/g, ' ')
      yield say(
        found.kind ?? 'sample',
        found,
        {text, instruction: found.instruction ?? ''},
        found.whole ? {fix: [{...found.whole, text: ''}]} : {},
      )
    }
  },
})
