import {applyFixes, type LintError} from 'markdownlint'
import {lint as markdownlint} from 'markdownlint/sync'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import customRules, {markdownlintConfig, markdownlintRules} from '../../hosts/markdownlint.ts'
import {remarkPlanLint} from '../../hosts/remark.ts'
import {definePreset, defineRule, type Plugin, rules} from '../../index.ts'

const help = defineRule({
  id: 'no-help',
  summary: 'There is a call for help',
  severity: 'warning',
  url: 'https://example.org/no-help',
  options: {most: {type: 'integer', default: 0, description: 'How many may be.'}},
  messages: {found: '"{word}" is here'},
  *check(plan, {most}, say) {
    for (const {index: start} of [...plan.text.matchAll(/HELP/g)].slice(most)) {
      const place = {start, end: start + 4}
      const related = [{...plan.place, message: 'The title'}]
      yield say('found', place, {word: 'HELP'}, {related, fix: [{...place, text: 'help'}]})
    }
  },
})
const memo = definePreset({
  id: 'memo',
  summary: 'Memos',
  fingerprints: [{of: [{section: 'Memo'}]}],
  sections: [{id: 'decision', title: 'Decision', expectation: 'required'}],
  rules: {'no-open-questions': 'off'},
})
const plugin: Plugin = {rules: [help], presets: [memo]}

const text = '# Memo\n\nHELP and HELP\n'

describe('markdownlint', () => {
  const own = markdownlintRules({plugins: [plugin]})

  function run(document: string, config: Record<string, unknown> = {}): LintError[] {
    const options = {strings: {'a.md': document}, customRules: own, config: {default: false, plan: true, ...config}}
    return markdownlint(options)['a.md'] ?? []
  }
  const told = (...args: Parameters<typeof run>) =>
    run(...args).map(({ruleNames, lineNumber, errorRange}) => [ruleNames[0], lineNumber, errorRange?.[0]])

  test('has the rules of this package and those of plugins', () => {
    expect(own.map(({names}) => names[0])).toEqual([...rules, help].map(({id}) => `plan-${id}`))
    expect(customRules.map(({names}) => names[0])).toEqual(rules.map(({id}) => `plan-${id}`))
    expect(own.at(-1)).toMatchObject({
      description: 'There is a call for help',
      tags: ['plan', 'plan-own'],
      information: new URL('https://example.org/no-help'),
    })
  })

  test('knows their presets by fingerprint', () => {
    expect(told(text)).toEqual([
      ['plan-no-help', 3, 1],
      ['plan-no-help', 3, 10],
      ['plan-required-sections', 1, 3],
    ])
    expect(told('# Letter\n\nHELP\n')).toEqual([])
  })

  test('takes options, severities, comments and groups for them', () => {
    const [, ...missing] = told(text, {'plan-no-help': {most: 1}})
    expect(missing).toEqual([['plan-required-sections', 1, 3]])
    expect(run(text, {'plan-no-help': {severity: 'warning'}})[0]).toMatchObject({severity: 'warning'})
    expect(told(text, {'plan-own': false})).toEqual([['plan-required-sections', 1, 3]])
    for (const comment of ['plan-lint-disable-next-line no-help', 'markdownlint-disable-next-line plan-no-help'])
      expect(told(text.replace('HELP', `<!-- ${comment} -->\nHELP`))).toEqual([['plan-required-sections', 1, 3]])
  })

  test('makes their fixes', () => {
    expect(applyFixes(text, run(text))).toBe('# Memo\n\nhelp and help\n')
  })

  test('is configured for one of their presets', () => {
    const config = markdownlintConfig('memo', {plugins: [plugin]})
    expect(config).toMatchObject({
      'plan-no-help': {preset: 'memo', severity: 'warning'},
      'plan-required-sections': {preset: 'memo'},
      'plan-no-open-questions': false,
    })
    expect(markdownlintConfig('phased', {plugins: [plugin]})).toMatchObject({'plan-no-help': {preset: 'phased'}})
    const other = '<!-- plan-lint preset: plan -->\n# Letter\n\nHELP\n'
    expect(told(other, config)).toEqual([
      ['plan-no-help', 4, 1],
      ['plan-required-sections', 2, 3],
    ])
  })

  test('refuses what does not fit', () => {
    expect(() => markdownlintRules({plugins: [{rules: [...rules, {...help, id: 'directives'}]}]})).toThrow(
      'Plugin 1: the rule "directives" is taken, plan-lint itself has one too; choose another id.',
    )
    expect(() => markdownlintConfig('mema', {plugins: [plugin]})).toThrow(
      /^There is no preset "mema"; take auto or one of .*, memo\.$/,
    )
  })
})

describe('remark', () => {
  const own = remarkPlanLint({plugins: [plugin]})

  async function run(value: string, plugins = own.preset('auto').plugins): Promise<VFile['messages']> {
    const file = new VFile({value, path: 'a.md'})
    const processor = unified().use(remarkParse).use({plugins})
    await processor.run(processor.parse(file), file)
    return file.messages
  }
  const told = async (...args: Parameters<typeof run>) =>
    (await run(...args)).map(({ruleId, fatal, line, column}) => [ruleId, fatal, line, column])
  const missing = ['plan-required-sections', true, 1, 3]

  test('has the rules of this package and those of plugins', () => {
    expect(Object.keys(own.rules)).toEqual([...rules, help].map(({id}) => `plan-${id}`))
  })

  test('knows their presets by fingerprint', async () => {
    expect((await told(text)).sort()).toEqual([['plan-no-help', false, 3, 1], ['plan-no-help', false, 3, 10], missing])
    expect(await told('# Letter\n\nHELP\n')).toEqual([])
  })

  test('tells all of a finding', async () => {
    const found = (await run(text)).find(({ruleId}) => ruleId === 'plan-no-help')
    expect(found).toMatchObject({
      reason: '"HELP" is here',
      url: 'https://example.org/no-help',
      note: '1:3 The title',
      actual: 'HELP',
      expected: ['help'],
    })
  })

  test('takes options, severities and comments for them', async () => {
    const {plugins} = own.preset('auto')
    const rule = own.rules['plan-no-help'] ?? expect.fail()
    expect(await told(text, [...plugins, [rule, ['error', {most: 1}]]])).toEqual([
      missing,
      ['plan-no-help', true, 3, 10],
    ])
    expect(await told(text, [...plugins, [rule, false]])).toEqual([missing])
    for (const comment of ['plan-lint-disable-file no-help', 'lint disable plan-no-help'])
      expect(await told(`${text}`.replace('HELP', `<!-- ${comment} -->\n\nHELP`))).toEqual([missing])
  })

  test('is configured for one of their presets', async () => {
    const other = '<!-- plan-lint preset: plan -->\n# Letter\n\nHELP\n'
    expect((await told(other, own.preset('memo').plugins)).sort()).toEqual([
      ['plan-no-help', false, 4, 1],
      ['plan-required-sections', true, 2, 3],
    ])
    expect(() => own.preset('mema')).toThrow(/^There is no preset "mema"; take auto or one of .*, memo\.$/)
  })

  test('refuses what does not fit', () => {
    expect(() => remarkPlanLint({plugins: [{}]})).toThrow('Plugin 1: holds neither "rules" nor "presets"')
  })
})
