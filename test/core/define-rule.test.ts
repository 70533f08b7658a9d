import {describe, expect, test} from 'vitest'
import {defineRule, lint, type Rule, RuleFailure} from '../../index.ts'

const definition = {
  id: 'no-shouting',
  summary: 'Something is shouted',
  severity: 'error',
  messages: {shouted: '"{words}" is shouted'},
  check: (): never[] => [],
} as const

const plan = '<!-- plan-lint preset: plan -->\n# A\n\nHELP\n'

function run(rule: Rule) {
  return lint(plan, {plugins: [{rules: [rule]}]}).findings
}

test('what a definition leaves out is filled in', () => {
  expect(defineRule(definition)).toMatchObject({group: 'own', enabledByDefault: true, options: {}})
  expect(defineRule(definition)).not.toHaveProperty('url')
})

test('its findings carry its page, if it has one', () => {
  const check = function* (_plan: unknown, _options: unknown, say: CallableFunction) {
    yield say('shouted', {start: 0, end: 4}, {words: 'HELP'})
  }
  const url = 'https://example.org/no-shouting'
  expect(run(defineRule({...definition, check, url}))).toMatchObject([{message: '"HELP" is shouted', url}])
  expect(run(defineRule({...definition, check}))[0]).not.toHaveProperty('url')
})

describe('a mistake in a definition is told', () => {
  test.each<[object, string]>([
    [{id: 'noShouting'}, 'Rule id "noShouting" is not kebab-case; use lower-case words joined by hyphens.'],
    [{id: undefined}, 'Rule id "undefined" is not kebab-case; use lower-case words joined by hyphens.'],
    [{messages: {}}, 'Rule "no-shouting" has no message; add at least one to "messages".'],
    [{messages: undefined}, 'Rule "no-shouting" has no message; add at least one to "messages".'],
    [{severity: 'fatal'}, 'Rule "no-shouting" has the severity "fatal"; it can be error, warning or info.'],
    [{severity: undefined}, 'Rule "no-shouting" has no severity; give it error, warning or info.'],
    [{check: undefined}, 'Rule "no-shouting" has no function "check"; add it.'],
    [{summary: ''}, 'Rule "no-shouting" has no summary; say in a line what it finds.'],
    [{url: 'rules/no-shouting'}, 'Rule "no-shouting" has the address "rules/no-shouting"; begin it with "https://".'],
    [{options: {most: {type: 'integer'}}}, 'Option "most" of rule "no-shouting" has no default; give it one.'],
  ])('%j', (mistake, message) => {
    const define = () => defineRule({...definition, ...mistake} as never)
    expect(define).toThrow(new TypeError(message))
  })
})

describe('a rule that breaks down says so', () => {
  test.each<[string, (...args: never[]) => Iterable<never>, string]>([
    [
      'by throwing',
      () => {
        throw new Error('boom')
      },
      'Rule "no-shouting" failed: boom',
    ],
    [
      'by a message that it has not',
      (_plan: never, _options: never, say: CallableFunction) => [say('shuted', {start: 0, end: 1}, {}) as never],
      'Rule "no-shouting" failed: there is no message "shuted"; it has shouted',
    ],
    [
      'by a place outside of the text',
      (_plan: never, _options: never, say: CallableFunction) => [say('shouted', {start: 0, end: 99}, {}) as never],
      `Rule "no-shouting" failed: nothing can stand at 0 to 99 in a text of ${plan.length} characters`,
    ],
    [
      'by a place that is none',
      (_plan: never, _options: never, say: CallableFunction) => [
        say('shouted', {start: Number.NaN, end: 1}, {}) as never,
      ],
      `Rule "no-shouting" failed: nothing can stand at NaN to 1 in a text of ${plan.length} characters`,
    ],
    [
      'by an edit outside of the text',
      (_plan: never, _options: never, say: CallableFunction) => {
        const place = {start: 0, end: 4}
        return [
          say('shouted', place, {}, {suggestions: [{title: 'x', edits: [{start: -1, end: 2, text: ''}]}]}) as never,
        ]
      },
      `Rule "no-shouting" failed: nothing can stand at -1 to 2 in a text of ${plan.length} characters`,
    ],
    [
      'by giving no findings',
      () => undefined as never,
      'Rule "no-shouting" failed: "check" gave nothing to go through; make it a generator ("*check(…)"), or return a list',
    ],
  ])('%s', (_, check, message) => {
    const lintIt = () => run(defineRule({...definition, check} as never))
    expect(lintIt).toThrow(RuleFailure)
    expect(lintIt).toThrow(message)
  })
})
