import fc from 'fast-check'
import type {LintError, Rule as MarkdownlintRule, RuleParams} from 'markdownlint'
import {applyFixes} from 'markdownlint'
import {lint as lintPromise} from 'markdownlint/promise'
import {lint as lintSync} from 'markdownlint/sync'
import {describe, expect, test} from 'vitest'
import {SourceText} from '../../core/text.ts'
import {toErrorInfo} from '../../hosts/markdownlint-error.ts'
import {markdownlintPreset} from '../../hosts/markdownlint-preset.ts'
import {customRules} from '../../hosts/markdownlint-rules.ts'
import {documentText} from '../../hosts/markdownlint-text.ts'
import {toyEngine} from './toy-engine.ts'

type Config = Record<string, unknown>

const configOf = (config: Config = {}) => ({default: false, plan: true, ...config})

function run(
  text: string,
  {
    config,
    name = 'notes.md',
    engine = toyEngine(),
  }: {
    config?: Config
    name?: string
    engine?: ReturnType<typeof toyEngine>
  } = {},
): LintError[] {
  const results = lintSync({strings: {[name]: text}, customRules: customRules(engine), config: configOf(config)})
  return results[name] ?? []
}

const places = (errors: LintError[]) =>
  errors.map(({ruleNames, lineNumber, errorRange}) => [ruleNames[0], lineNumber, errorRange])

describe('rules', () => {
  test('carry name, tags, description and page', () => {
    const [error] = run('# PLAN [NAME]\n')
    expect(error).toMatchObject({
      ruleNames: ['plan-slot'],
      ruleDescription: 'There is a slot',
      errorDetail: 'Found "[NAME]"',
      errorContext: '[NAME]',
      errorRange: [8, 6],
      fixInfo: {lineNumber: 1, editColumn: 8, deleteCount: 6, insertText: 'NAME'},
    })
    expect(error?.ruleInformation).toMatch(/^https:.*\/rules\/slot\.md$/)
  })

  test('can be switched by tag', () => {
    expect(run('# PLAN [NAME]\n', {config: {'plan-leftovers': false}})).toEqual([])
  })

  test('give the same through the promise interface', async () => {
    const text = '# PLAN [NAME]\n\nBEGIN\nEND!!!\n'
    const strings = {'notes.md': text}
    const results = await lintPromise({strings, customRules: customRules(toyEngine()), config: configOf()})
    expect(results['notes.md']).toEqual(run(text))
  })
})

describe('engine runs', () => {
  test('one for all rules of a document', () => {
    const engine = toyEngine()
    run('# PLAN [NAME]!!!\n', {engine})
    expect(engine.calls).toHaveLength(1)
  })

  test('one for all rules of a preset', () => {
    const engine = toyEngine()
    const [, loose] = engine.presets
    const config = loose ? markdownlintPreset(loose, engine.rules) : {}
    expect(places(run('# PLAN [NAME]!!!\n\nBEGIN\nEND\n', {engine, config}))).toEqual([
      ['plan-shout', 1, [14, 3]],
      ['plan-slot', 1, [8, 6]],
    ])
    expect(engine.calls.map(call => call.options)).toEqual([{preset: 'loose'}])
  })

  test('one more for a rule with options, which reach no other rule', () => {
    const engine = toyEngine()
    const errors = run('# PLAN [A] [B]!!!\n', {engine, config: {'plan-slot': {except: '[A]'}}})
    expect(places(errors)).toEqual([
      ['plan-shout', 1, [15, 3]],
      ['plan-slot', 1, [12, 3]],
    ])
    expect(engine.calls).toHaveLength(2)
  })

  test('a rule that is configured runs even where the preset has it off', () => {
    const text = '# PLAN MAYBE\n'
    expect(run(text)).toEqual([])
    expect(places(run(text, {config: {'plan-opt-in': {except: 'x'}}}))).toEqual([['plan-opt-in', 1, [8, 5]]])
    expect(places(run(text, {config: {'plan-opt-in': {preset: 'loose'}}}))).toEqual([['plan-opt-in', 1, [8, 5]]])
  })

  test("severity of the configuration is markdownlint's to apply", () => {
    const [error] = run('# PLAN [NAME]\n', {config: {'plan-slot': {severity: 'warning'}}})
    expect(error).toMatchObject({severity: 'warning'})
  })
})

describe('files that are no plan', () => {
  const readme = '# Read me [NAME]\n'
  const preset = {'plan-slot': {preset: 'strict'}}

  test('are left alone', () => {
    expect(run(readme)).toEqual([])
    expect(run(readme, {config: preset})).toEqual([])
  })

  test('are held to a configured preset where people keep plans', () => {
    expect(run(readme, {config: preset, name: '/repo/docs/plans/a.md'})).toHaveLength(1)
    expect(run(readme, {name: '/repo/docs/plans/a.md'})).toEqual([])
    expect(run(readme, {config: preset, name: '/repo/docs/plans/README.md'})).toEqual([])
  })

  test('are not mistaken for plans by the folder the project lies in', () => {
    const outer = `${process.cwd()}/notes.md`
    expect(run(readme, {config: preset, name: outer})).toEqual([])
  })
})

describe('failures', () => {
  test('a wrong configuration is told once per document', () => {
    const config = {'plan-slot': {preset: 'strikt'}, 'plan-block': {preset: 'strikt'}}
    const errors = run('# PLAN [NAME]\n\nBEGIN\nEND\n', {config})
    expect(errors.map(error => [error.lineNumber, error.errorDetail])).toEqual([[1, 'Unknown preset "strikt".']])
  })

  test('a crash of the engine becomes one error', () => {
    expect(run('# PLAN CRASH\n').map(error => error.errorDetail)).toEqual(['plan-lint failed on this document: boom'])
  })
})

/** What `documentText` makes of `text` inside a real run. */
function rebuilt(text: string): string {
  let seen = ''
  const spy: MarkdownlintRule = {
    names: ['spy'],
    description: 'sees',
    tags: ['test'],
    parser: 'micromark',
    function: (params: RuleParams) => {
      seen = documentText(params)
    },
  }
  lintSync({strings: {a: text}, customRules: [spy], config: {default: false, spy: true}})
  return seen
}

describe('the text of the document', () => {
  const documents = {
    empty: '',
    'front matter': '---\na: 1\n---\n\n# T\n',
    'front matter in TOML': '+++\na = 1\n+++\n\n# T\n',
    'comment as a block': '# T\n\n<!-- TODO: x\n\ty -->\n\ntext\n',
    'comment with blanks at the ends of its lines': '<!-- a  \n   \n b\t-->\n',
    'comment in a line': 'a <!-- b --> c <!--d-->\n',
    'comment over paragraphs': 'a <!-- b\n\nc --> d\n',
    'comment in code': '```html\n<!-- a -->\n```\n\n    <!-- b -->\n\n`<!-- c -->`\n',
    'comment in a list, a quote and a table': '- a\n  <!-- b -->\n\n> <!-- c -->\n\n| a |\n| - |\n| <!-- d --> |\n',
    'comment in an HTML block': '<div>\n<!-- a -->\n<p>b</p>\n</div>\n',
    'comment never closed': 'a <!-- b\n\nc\n',
    'comment in math and directives': '$$\n<!-- a -->\n$$\n\n:::note\n<!-- b -->\n:::\n',
    'comment after tabs': '\t<!-- a -->\n-\t<!-- b\tc -->\n',
    'comment with letters of two units': '<!-- 𝒜 é 你 -->\n',
    'references to nothing': '[a][b] <!-- c --> [d] [e][]\n\n<!-- f -->\n',
    'no line break at the end': '# T\n<!-- a -->',
  }

  for (const [name, text] of Object.entries(documents)) {
    test(`${name} is rebuilt`, () => {
      expect(rebuilt(text)).toBe(text)
      expect(rebuilt(text.replaceAll('\n', '\r\n'))).toBe(text)
      expect(rebuilt(`\uFEFF${text}`)).toBe(text)
    })
  }
})

test('any text is rebuilt', () => {
  const pieces = ['<!--', '-->', '<!-- a -->', 'b c', '\n', '\n\n', '\r\n', '\r', '\t', '    ', '- ', '> ', '```', '# ']
  const rarer = [
    '| a |\n| - |\n',
    '[a][b]',
    '<div>',
    '$$',
    '---\n',
    '`',
    '**',
    '\\',
    '[^1]: x',
    ':::',
    '\u2028',
    '\0',
    '𝒜',
  ]
  const anyText = fc.array(fc.constantFrom(...pieces, ...rarer), {maxLength: 40}).map(parts => parts.join(''))
  fc.assert(
    fc.property(anyText, text => {
      const wanted = text.replace(/\r\n?/g, '\n')
      // markdownlint knows a line after front matter even where the file ends with it.
      expect([wanted, `${wanted}\n`]).toContain(rebuilt(text))
    }),
    {numRuns: 300},
  )
})

describe('places', () => {
  test('count from the top of the file, front matter and CRLF included', () => {
    const text = '---\na: 1\n---\n\n# PLAN\n\n<!-- [HIDDEN] -->\ntext [NAME]\n'
    const expected = [
      ['plan-slot', 7, [6, 8]],
      ['plan-slot', 8, [6, 6]],
    ]
    expect(places(run(text))).toEqual(expected)
    expect(places(run(text.replaceAll('\n', '\r\n')))).toEqual(expected)
  })

  test('in the front matter are told on the first line after it', () => {
    const errors = run('---\ntitle: PLAN [NAME]\n---\n\n# T\n')
    expect(errors).toMatchObject([
      {lineNumber: 5, errorDetail: 'Found "[NAME]" (line 2, in the front matter)', errorRange: null, fixInfo: null},
    ])
  })

  test('over several lines keep the part on the first', () => {
    expect(places(run('PLAN\n\n  BEGIN\nEND\n'))).toEqual([['plan-block', 3, [3, 5]]])
  })
})

describe('fixes', () => {
  const fixed = (text: string) => applyFixes(text, run(text))

  test('inside a line are applied by markdownlint', () => {
    expect(fixed('PLAN [A] b!!! [C]\r\nd\r\n')).toBe('PLAN A b! C\r\nd\r\n')
  })

  test('that take out a line are applied by markdownlint', () => {
    expect(fixed('PLAN\nDROP\nb\n')).toBe('PLAN\nb\n')
  })

  test('that do not fit into one line are left out', () => {
    const source = new SourceText('---\na: 1\n---\nb\nc\nd\n')
    const layout = {source, frontMatterLines: 3, acceptsFrontMatter: true}
    const base = {rule: 'r', severity: 'error' as const, message: 'm', data: {}, url: ''}
    const info = (start: number, end: number, ...fix: {start: number; end: number; text: string}[]) =>
      toErrorInfo({...base, start, end, fix}, layout)
    expect(info(13, 14, {start: 13, end: 17, text: 'x'}).fixInfo).toBeUndefined()
    expect(info(13, 14, {start: 13, end: 14, text: 'x'}, {start: 15, end: 16, text: 'y'}).fixInfo).toBeUndefined()
    expect(info(13, 14, {start: 4, end: 5, text: 'x'}).fixInfo).toBeUndefined()
    expect(info(4, 5, {start: 4, end: 5, text: 'x'})).toEqual({
      frontMatter: true,
      lineNumber: 2,
      detail: 'm',
      range: [1, 1],
      context: 'a',
      fixInfo: {lineNumber: 2, editColumn: 1, deleteCount: 1, insertText: 'x'},
    })
  })

  test('at the end of a line need no range', () => {
    const source = new SourceText('a\n\nb\n')
    const layout = {source, frontMatterLines: 0, acceptsFrontMatter: true}
    const finding = {rule: 'r', severity: 'error' as const, message: 'm', data: {}, url: '', start: 1, end: 3}
    expect(toErrorInfo({...finding, fix: [{start: 1, end: 1, text: '!'}]}, layout)).toEqual({
      lineNumber: 1,
      detail: 'm',
      fixInfo: {lineNumber: 1, editColumn: 2, deleteCount: 0, insertText: '!'},
    })
  })
})

test("markdownlint's own comments switch our rules", () => {
  const text = [
    '# PLAN',
    '<!-- markdownlint-disable-next-line plan-slot -->',
    '[ONE]!!!',
    '<!-- markdownlint-disable plan -->',
    '[TWO]!!!',
    '<!-- markdownlint-enable plan-slot -->',
    '[THREE]!!!',
  ].join('\n')
  expect(places(run(text))).toEqual([
    ['plan-shout', 3, [6, 3]],
    ['plan-slot', 7, [1, 7]],
  ])
})
