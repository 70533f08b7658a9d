import {functionsOf} from '../core/code-blocks.ts'
import {defineRule} from '../core/rule.ts'

export default defineRule({
  id: 'no-function-bodies',
  summary: 'A function in a code block is implemented where a signature was asked for',
  group: 'code',
  severity: 'error',
  enabledByDefault: false,
  options: {
    allowElided: {
      type: 'boolean',
      default: true,
      description:
        'A body that stands for one to be written (`{}`, `{ ... }`, `panic("not implemented")`, `pass`) is fine',
    },
    allowUnder: {
      type: 'array',
      items: {type: 'string'},
      default: [],
      description: 'Titles of headings and labels under which bodies are fine, such as samples of generated code',
    },
  },
  messages: {
    implemented: '"{name}" is implemented here; keep the signature and say in words what it must do',
    elided: '"{name}" has an empty or elided body; keep the signature alone',
  },
  *check(plan, options, say) {
    for (const found of functionsOf(plan.document, options.allowUnder)) {
      if (found.body === 'none' || (found.body === 'elided' && options.allowElided)) continue
      const {name, language, lines, rest, bodyRange} = found
      const related = [{...bodyRange, message: 'The body'}]
      const suggestions = rest ? [{title: 'Keep the signature only', edits: [{...rest, text: ''}]}] : []
      const kind = found.body === 'elided' ? 'elided' : 'implemented'
      yield say(kind, found.nameRange, {name, language, lines}, {related, suggestions})
    }
  },
})
