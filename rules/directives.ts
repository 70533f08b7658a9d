import {defineRule} from '../core/rule.ts'
import {didYouMean} from '../core/words.ts'

export default defineRule({
  id: 'directives',
  summary: 'A plan-lint directive names a rule or preset that does not exist',
  group: 'directives',
  severity: 'error',
  messages: {
    rule: 'There is no rule "{name}"; correct the name or delete it.{hint}',
    preset: 'There is no preset "{name}"; correct the name or delete the directive.{hint}',
    nameless: 'This directive names no preset; write one, as in "plan-lint preset: {example}"',
  },
  *check({directives: {directives, ruleIds, presetIds}, preset}, _options, say) {
    for (const {kind, names, nameRanges, start, end} of directives) {
      const known = kind === 'preset' ? presetIds : ruleIds
      if (kind === 'preset' && names.length === 0) yield say('nameless', {start, end}, {example: preset.id})
      for (const [index, name] of names.entries()) {
        if (known.includes(name.replace(/^plan-/, '')) || known.includes(name)) continue
        const message = kind === 'preset' ? 'preset' : 'rule'
        yield say(message, nameRanges[index] ?? {start, end}, {name, hint: didYouMean(name, known)})
      }
    }
  },
})
