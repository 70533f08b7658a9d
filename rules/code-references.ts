import {replacement} from '../core/references/replacement.ts'
import {staleReferences} from '../core/references/stale.ts'
import {defineRule} from '../core/rule.ts'

export default defineRule({
  id: 'code-references',
  summary: 'A place in a file, such as src/a.ts:10, names a file or a line that is not there',
  group: 'repository',
  severity: 'warning',
  messages: {
    missing: 'there is no file {path}; name the one that is meant',
    slip: 'there is no file {path}; is {target} meant?',
    moved: '{path} has moved to {target}; name it there, and look its lines up again',
    beyond: '{path} ends with line {count}, before line {line}; look the place up again',
  },
  *check(plan, _options, say) {
    for (const stale of staleReferences(plan)) {
      const {reference} = stale
      const {path} = reference
      if (stale.fault === 'missing') yield say('missing', reference, {path})
      else if (stale.fault === 'beyond') {
        const {line, count} = stale
        yield say('beyond', reference.linesRange, {path, line, count})
      } else {
        const {fault, target} = stale
        const suggestion = replacement(reference, target, plan.workspace?.planPath ?? '')
        yield say(fault, reference, {path, target}, {suggestions: [suggestion]})
      }
    }
  },
})
