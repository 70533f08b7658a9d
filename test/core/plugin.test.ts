import {describe, expect, test} from 'vitest'
import {definePreset, defineRule, fixUntilStable, lint, type Plugin, presets, type Rule, rules} from '../../index.ts'

/** Finds a word; its fix writes it small. */
function wordRule(id: string, word: string): Rule {
  return defineRule({
    id,
    summary: `There is ${word}`,
    severity: 'warning',
    options: {most: {type: 'integer', default: 0, description: 'How many may be.'}},
    messages: {found: '"{word}" is here'},
    *check(plan, {most}, say) {
      const found = [...plan.text.matchAll(new RegExp(word, 'g'))]
      for (const {index: start} of found.slice(most)) {
        const end = start + word.length
        const related = [{start: 0, end: 1, message: 'The beginning'}]
        yield say('found', {start, end}, {word}, {related, fix: [{start, end, text: word.toLowerCase()}]})
      }
    },
  })
}

const rule = wordRule('no-help', 'HELP')
const preset = definePreset({
  id: 'memo',
  summary: 'Memos',
  fingerprints: [{of: [{section: 'Memo'}]}],
  sections: [{id: 'decision', title: 'Decision', expectation: 'required'}],
})
const memo = '# Memo\n\nHELP and HELP\n'

describe('rules and presets of a plugin', () => {
  const run = (text: string, options: Parameters<typeof lint>[1] = {}) =>
    lint(text, {plugins: [{rules: [rule], presets: [preset]}], ...options})
  const told = (text: string, options = {}) => run(text, options).findings.map(({rule: id, severity}) => [id, severity])

  test('take part as those of this package do', () => {
    expect(run(memo)).toMatchObject({
      preset: 'memo',
      presetSource: 'detected',
      evidence: ['Memo (line 1)'],
      isPlan: true,
    })
    expect(run(memo).findings).toEqual([
      expect.objectContaining({rule: 'required-sections', data: expect.objectContaining({section: 'decision'})}),
      {
        rule: 'no-help',
        severity: 'warning',
        message: '"HELP" is here',
        data: {word: 'HELP'},
        start: 8,
        end: 12,
        related: [{start: 0, end: 1, message: 'The beginning'}],
        fix: [{start: 8, end: 12, text: 'help'}],
      },
      expect.objectContaining({rule: 'no-help', start: 17}),
    ])
  })

  test('are fixed', () => {
    const findingsIn = (text: string) => run(text).findings
    expect(fixUntilStable(memo, findingsIn)).toEqual({text: '# Memo\n\nhelp and help\n', fixed: 2})
  })

  test('obey settings of users and presets', () => {
    const missing = ['required-sections', 'error']
    expect(told(memo, {rules: {'no-help': 'off'}})).toEqual([missing])
    expect(told(memo, {rules: {'no-help': ['error', {most: 1}]}})).toEqual([missing, ['no-help', 'error']])
    const strict = definePreset({...preset, id: 'strict', rules: {'no-help': ['info', {most: 1}]}})
    const plugins = [{rules: [rule], presets: [strict]}]
    expect(told(memo, {plugins})).toEqual([missing, ['no-help', 'info']])
    expect(told(memo, {plugins, rules: {'no-help': 'error'}})).toEqual([missing, ['no-help', 'error']])
  })

  test('are known to directives', () => {
    const silenced =
      '# A\n\n<!-- plan-lint preset: memo -->\n<!-- plan-lint-disable-next-line no-help -- so -->\nHELP\n'
    expect(run(silenced)).toMatchObject({preset: 'memo', presetSource: 'directive', suppressed: 1})
    expect(told(silenced)).toEqual([['required-sections', 'error']])
    expect(run('# A\n\nx\n\n<!-- plan-lint preset: mem -->\n').findings).toMatchObject([
      {rule: 'directives', message: expect.stringContaining('Did you mean "memo"?')},
    ])
  })

  test('are known by name', () => {
    expect(run('# A\n', {preset: 'memo'})).toMatchObject({preset: 'memo', presetSource: 'config'})
    expect(() => run(memo, {preset: 'mema'})).toThrow('Unknown preset "mema". Did you mean "memo"?')
    expect(() => run(memo, {rules: {'no-halp': 'off'}})).toThrow('Unknown rule "no-halp". Did you mean "no-help"?')
    expect(() => run(memo, {rules: {'no-help': ['error', {mst: 1}]}})).toThrow(
      /^Rule "no-help" has no option "mst"\. Did you mean "most"\?$/,
    )
  })

  test('leave other documents to the presets of this package', () => {
    const plan = '# A Implementation Plan\n\n## Overview\n\nx\n\n## Phase 1: B\n\nx\n'
    expect(run(plan).preset).toBe(lint(plan).preset)
  })
})

test('of presets that fit, the one of greater priority is taken', () => {
  const weak = definePreset({...preset, id: 'weak', priority: 1})
  const strong = definePreset({...preset, id: 'strong', priority: 101})
  expect(lint(memo, {plugins: [{presets: [weak, preset, strong]}]}).preset).toBe('strong')
  expect(lint(memo, {plugins: [{presets: [weak]}]}).preset).toBe('weak')
})

test('the same rule and the same preset may come by several ways', () => {
  const plugin = {rules: [rule], presets: [preset]}
  const {findings} = lint(memo, {plugins: [plugin, {...plugin}, {rules, presets}]})
  expect(findings.filter(finding => finding.rule === 'no-help')).toHaveLength(2)
})

describe('a plugin that does not fit is refused', () => {
  const other = wordRule('no-help', 'OTHER')
  const twice = definePreset({...preset, summary: 'Other memos'})

  test.each<[unknown[], string]>([
    [
      [{rules: [wordRule('no-placeholders', 'X')]}],
      'Plugin 1: the rule "no-placeholders" is taken, plan-lint itself has one too; choose another id.',
    ],
    [
      [{presets: [definePreset({...preset, id: 'phased'})]}],
      'Plugin 1: the preset "phased" is taken, plan-lint itself has one too; choose another id.',
    ],
    [
      [{name: 'a', rules: [rule]}, {rules: [other]}],
      'Plugin 2: the rule "no-help" is taken, plugin "a" has one too; choose another id.',
    ],
    [[{presets: [preset, twice]}], 'Plugin 1: the preset "memo" is taken, it has two; choose another id.'],
    [[{}], 'Plugin 1: holds neither "rules" nor "presets"; add what defineRule and definePreset give.'],
    [[null], 'Plugin 1: holds neither "rules" nor "presets"; add what defineRule and definePreset give.'],
    [['./rules.mjs'], 'Plugin 1: holds neither "rules" nor "presets"; add what defineRule and definePreset give.'],
    [[{name: 'a', rules: rule}], 'Plugin "a": "rules" must be a list.'],
    [[{rules: [{id: 'x', check: () => []}]}], 'Plugin 1: "rules[0]" is no rule; make it with defineRule.'],
    [[{presets: [{id: 'x', sections: []}]}], /^Plugin 1: Preset "x": "summary" and .* are missing\.$/ as never],
    [[{presets: ['x']}], 'Plugin 1: "presets[0]" must be an object, not "x".'],
    [
      [{presets: [definePreset({...preset, rules: {'no-halp': 'off'}})], rules: [rule]}],
      'Preset "memo": Unknown rule "no-halp". Did you mean "no-help"?',
    ],
    [
      [{presets: [definePreset({...preset, rules: {'no-help': ['error', {mst: 1}]}})], rules: [rule]}],
      'Preset "memo": Rule "no-help" has no option "mst". Did you mean "most"?',
    ],
  ])('%#', (plugins, message) => {
    const run = () => lint(memo, {plugins: plugins as Plugin[]})
    expect(run).toThrow(TypeError)
    expect(run).toThrow(message)
  })
})
