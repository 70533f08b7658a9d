import type {Field} from '../core/fields.ts'
import type {Edit, Range} from '../core/finding.ts'
import {anyScript} from '../core/patterns.ts'
import type {Plan} from '../core/plan.ts'
import {haveAny} from '../core/ranges.ts'
import {defineRule} from '../core/rule.ts'
import {checkValue} from '../core/values.ts'

/** Where a broken fence makes code of text, what is missing may only be hidden. */
function isHidden({document}: Plan, {start, end}: Range): boolean {
  const isBroken = document.fenceTroubles.some(trouble => start <= trouble.start && trouble.start < end)
  return isBroken || document.unreadableFrom !== null
}

const said = anyScript(String.raw`[\p{L}\p{N}\p{Extended_Pictographic}]`)

interface Fault {
  message: 'missing' | 'empty' | 'invalid'
  place: Range
  value: string
  expected: string
  fix?: Edit[]
}

function faultOf(plan: Plan, {spec, owner, within, name, value}: Field): Fault | null {
  const fault = {value: '', expected: ''}
  if (!name || !value) return isHidden(plan, within) ? null : {...fault, message: 'missing', place: owner}
  const words = plan.text.slice(value.start, value.end)
  if (haveAny(plan.leftovers.all, {start: name.start, end: value.end})) return null
  if (!said.test(words)) return {...fault, message: 'empty', place: name}
  const bad = checkValue(words, spec)
  if (!bad) return null
  const {expected, corrected} = bad
  const fix = corrected ? {fix: [{...value, text: corrected}]} : {}
  return {message: 'invalid', place: value, value: words.split('\n')[0] ?? '', expected, ...fix}
}

export default defineRule({
  id: 'required-fields',
  summary: 'A labelled value that the template asks for is missing, empty or not valid',
  group: 'sections',
  severity: 'error',
  fixable: true,
  messages: {
    missing: 'The field "{field}" is missing; add "**{field}**: …"',
    empty: 'The field "{field}" is empty; give it a value',
    invalid: 'The field "{field}" needs {expected}, not "{value}"',
  },
  *check(plan, _options, say) {
    for (const field of plan.fields) {
      const {spec, parent, owner} = field
      if (spec.expectation === 'optional' || plan.isUnreadable(owner.start)) continue
      const fault = faultOf(plan, field)
      if (!fault) continue
      const {message, place, value, expected, fix} = fault
      const severity = spec.expectation === 'required' ? 'error' : 'warning'
      yield say(message, place, {field: spec.label, parent, value, expected}, {severity, ...(fix && {fix})})
    }
  },
})
