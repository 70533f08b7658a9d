import type {Directive} from '../core/directives.ts'
import type {Range} from '../core/finding.ts'
import {defineRule} from '../core/rule.ts'
import {unusedDirectives} from '../core/unused-directives.ts'
import {didYouMean} from '../core/words.ts'

/** The names of a directive that are none of `known`, with or without the prefix that rules have elsewhere. */
function unknownNames(
  {names, nameRanges, start, end}: Directive,
  known: readonly string[],
): (Range & {name: string})[] {
  return names.flatMap((name, index) => {
    if (known.includes(name.replace(/^plan-/, '')) || known.includes(name)) return []
    return [{...(nameRanges[index] ?? {start, end}), name}]
  })
}

export default defineRule({
  id: 'directives',
  summary: 'A plan-lint directive names nothing that exists, keeps nothing back or gives no reason',
  group: 'directives',
  severity: 'error',
  fixable: true,
  options: {
    reportUnused: {type: 'boolean', default: true, description: 'Tell of directives that keep nothing back'},
    requireReason: {type: 'boolean', default: false, description: 'Ask for the reason of what is kept back'},
  },
  messages: {
    rule: 'There is no rule "{name}"; correct the name or delete it.{hint}',
    preset: 'There is no preset "{name}"; correct the name or delete the directive.{hint}',
    nameless: 'This directive names no preset; write one, as in "plan-lint preset: {example}"',
    unused: 'This directive keeps nothing back; delete it',
    unusedName: 'This directive keeps back nothing of "{name}"; take the name out',
    reason: 'This directive gives no reason; add one, as in "-- the customer picks the name"',
  },
  *check(plan, {reportUnused, requireReason}, say) {
    const {directives, ruleIds, presetIds} = plan.directives
    for (const directive of directives) {
      const isPreset = directive.kind === 'preset'
      const known = isPreset ? presetIds : ruleIds
      if (isPreset && directive.names.length === 0) yield say('nameless', directive, {example: plan.preset.id})
      for (const {name, ...place} of unknownNames(directive, known)) {
        yield say(isPreset ? 'preset' : 'rule', place, {name, hint: didYouMean(name, known)})
      }
      const lacksReason = directive.kind.startsWith('disable') && directive.reason === ''
      if (requireReason && lacksReason) yield say('reason', directive, {})
    }
    for (const {name, fix, ...place} of reportUnused ? unusedDirectives(plan) : []) {
      yield say(name === '' ? 'unused' : 'unusedName', place, {name}, {severity: 'warning', fix})
    }
  },
})
