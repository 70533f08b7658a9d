import {describe, expect, test} from 'vitest'
import type {Plan} from '../../core/plan.ts'
import {defaultOptions, defineRule} from '../../core/rule.ts'

function messageOf(words: string): string {
  const rule = defineRule({
    id: 'example',
    summary: 'An example',
    group: 'sections',
    severity: 'error',
    messages: {found: 'Found "{words}" ({words})'},
    *check(_plan, _options, say) {
      yield say('found', {start: 0, end: 0}, {words})
    },
  })
  const [report] = rule.check({} as Plan, {})
  return report?.message ?? ''
}

describe('a message', () => {
  test('is filled from the data', () => {
    expect(messageOf('one')).toBe('Found "one" (one)')
  })

  test('quotes long words by their beginning, cut between words', () => {
    const words = 'The quick brown fox jumps over the lazy dog and runs on'
    expect(messageOf(words)).toBe(`Found "The quick brown fox jumps over the lazy dog…" (${words})`)
  })

  test('cuts through a long word, but never through a character', () => {
    expect(messageOf('x'.repeat(60))).toContain(`"${'x'.repeat(47)}…"`)
    expect(messageOf(`${'x'.repeat(46)}😀😀`)).toContain(`"${'x'.repeat(46)}…"`)
  })

  test('quotes a path whole', () => {
    const path = `src/${'folder/'.repeat(8)}file.ts`
    expect(messageOf(path)).toBe(`Found "${path}" (${path})`)
  })

  test('quotes on one line', () => {
    expect(messageOf(' a\n  b\u0000c ').startsWith('Found "a b c" ')).toBe(true)
  })

  test('leaves braces in the data alone', () => {
    expect(messageOf('{words}')).toBe('Found "{words}" ({words})')
  })
})

describe('a rule', () => {
  const definition = {summary: 'x', group: 'sections', severity: 'error', *check() {}} as const

  test('has an id in kebab-case and a message', () => {
    expect(() => defineRule({...definition, id: 'NoCaps', messages: {a: 'b'}})).toThrow(/"NoCaps" is not kebab-case/)
    expect(() => defineRule({...definition, id: 'no-message', messages: {}})).toThrow(/"no-message" has no message/)
  })

  test('is on unless it says otherwise, and knows the defaults of its options', () => {
    const options = {deep: {type: 'boolean', default: true, description: 'x'}} as const
    const rule = defineRule({...definition, id: 'example', messages: {a: 'b'}, options})
    expect(rule.enabledByDefault).toBe(true)
    expect(defaultOptions(rule)).toEqual({deep: true})
  })
})
