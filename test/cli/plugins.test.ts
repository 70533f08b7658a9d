import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, test} from 'vitest'
import {loadConfig} from '../../config/load.ts'
import type {Catalogue} from '../../core/plugin.ts'
import {add, project, run} from './world.ts'

const library = pathToFileURL(join(import.meta.dirname, '../../index.ts')).href

/** A module of a team's: finds HELP, knows documents with a section "Memo". */
const team = (id = 'no-help') => `
import {definePreset, defineRule} from '${library}'

export const rules = [
  defineRule({
    id: '${id}',
    summary: 'There is a call for help',
    severity: 'warning',
    options: {most: {type: 'integer', default: 0, description: 'How many may be.'}},
    messages: {found: '"{word}" is here'},
    *check(plan, {most}, say) {
      for (const {index: start} of [...plan.text.matchAll(/HELP/g)].slice(most)) {
        const place = {start, end: start + 4}
        yield say('found', place, {word: 'HELP'}, {fix: [{...place, text: 'help'}]})
      }
    },
  }),
]

export const presets = [
  definePreset({
    id: '${id.replace('no', 'memo')}',
    summary: 'Memos',
    fingerprints: [{of: [{section: 'Memo'}]}],
    sections: [{id: 'decision', title: 'Decision', expectation: 'required'}],
  }),
]
`

const memo = '# Memo\n\nHELP and HELP\n'
const files = {'a.md': memo, 'lib/team.mjs': team(), 'plan-lint.config.json': '{"plugins": ["./lib/team.mjs"]}'}

interface File {
  preset: string
  presetSource: string
  findings: {rule: string; severity: string}[]
}

async function lint(cwd: string, ...argv: string[]): Promise<File> {
  const {stdout, stderr} = await run(cwd, ['--format', 'json', 'a.md', ...argv])
  expect(stderr).toBe('')
  return JSON.parse(stdout).files[0]
}

const told = ({findings}: File) => findings.map(({rule, severity}) => `${rule}: ${severity}`)
const missing = 'required-sections: error'

describe('plugins', () => {
  test('bring rules and presets', async () => {
    const file = await lint(project(files))
    expect(file).toMatchObject({preset: 'memo-help', presetSource: 'detected'})
    expect(file.findings[1]).toEqual({
      rule: 'no-help',
      severity: 'warning',
      message: '"HELP" is here',
      data: {word: 'HELP'},
      line: 3,
      column: 1,
      endLine: 3,
      endColumn: 5,
      fix: {edits: [{start: 8, end: 12, text: 'help'}]},
      suggestions: [],
    })
    expect(told(file)).toEqual([missing, 'no-help: warning', 'no-help: warning'])
  })

  test('are configured like what plan-lint brings', async () => {
    const root = project(files)
    const config = {plugins: ['./lib/team.mjs'], preset: 'plan', rules: {'no-help': ['error', {most: 1}]}}
    const overrides = [{files: ['a.md'], preset: 'memo-help', rules: {'no-help': 'info'}}]
    add(root, {'plan-lint.config.json': JSON.stringify(config)})
    expect(await lint(root)).toMatchObject({preset: 'plan', findings: [{rule: 'no-help', severity: 'error'}]})
    add(root, {'plan-lint.config.json': JSON.stringify({...config, overrides})})
    expect(told(await lint(root))).toEqual([missing, 'no-help: info', 'no-help: info'])
  })

  test('are known to --preset and to the document', async () => {
    const root = project({...files, 'a.md': '# A\n\n<!-- plan-lint-disable-file no-help -->\nHELP\n'})
    expect(await lint(root)).toMatchObject({preset: 'plan', findings: []})
    expect(await lint(root, '--preset', 'memo-help')).toMatchObject({preset: 'memo-help', presetSource: 'config'})
    const {code, stderr} = await run(root, ['a.md', '--preset', 'memo-hepl'])
    expect({code, stderr}).toEqual({
      code: 2,
      stderr: 'plan-lint: unknown preset "memo-hepl"; did you mean "memo-help"?\n',
    })
  })

  test.each([
    ['default export', `import * as all from './team.mjs'\nexport default {rules: all.rules, presets: all.presets}`],
    ['named exports', `export * from './team.mjs'`],
  ])('by their %s', async (_, module) => {
    const root = project({...files, 'lib/other.mjs': module})
    add(root, {'plan-lint.config.json': '{"plugins": ["./lib/other.mjs"]}'})
    expect((await lint(root)).preset).toBe('memo-help')
  })

  test('stand in a configuration that is a module', async () => {
    const root = project({'a.md': memo, 'lib/team.mjs': team()})
    const own = `plugins: [team, './lib/more.mjs'], rules: {'no-help': 'off', 'no-more': 'off'}`
    const config = `import * as team from './lib/team.mjs'\nexport default {${own}}`
    add(root, {'plan-lint.config.mjs': config, 'lib/more.mjs': team('no-more')})
    expect(told(await lint(root))).toEqual([missing])
  })

  test('are packages, also such as are for `import` only', async () => {
    const root = project({'a.md': memo, 'plan-lint.config.json': '{"plugins": ["team"]}'})
    const exports = {'.': {import: './index.js'}}
    const more = `group: 'own', enabledByDefault: true, options: {}, messages: {}`
    const rule = `{id: 'no-help', summary: 'x', severity: 'info', check, ${more}}`
    add(root, {
      'node_modules/team/package.json': JSON.stringify({name: 'team', type: 'module', exports}),
      'node_modules/team/index.js': `
        const check = () => [{start: 2, end: 6, message: 'A memo', data: {}}]
        export const rules = [${rule}]`,
    })
    expect(told(await lint(root))).toEqual(['no-help: info'])
  })

  test('come with the configurations that a file extends, which may bring the same', async () => {
    const root = project({...files, 'base/more.mjs': team('no-more')})
    add(root, {
      'base/base.json': '{"plugins": ["./more.mjs", "../lib/team.mjs"], "rules": {"no-more": "info"}}',
      'plan-lint.config.json':
        '{"extends": "./base/base.json", "plugins": ["./lib/team.mjs"], "rules": {"no-help": "error"}}',
    })
    expect(told(await lint(root, '--preset', 'plan'))).toEqual([
      'no-help: error',
      'no-more: info',
      'no-help: error',
      'no-more: info',
    ])
  })
})

test('without plugins there is what plan-lint brings', async () => {
  const own: Catalogue = {rules: [], presets: []}
  const fs = (await import('node:fs')).default
  expect((await loadConfig({fs, cwd: project(), own}, false)).catalogue).toBe(own)
})

describe('what is wrong is one line that says where and what to do', () => {
  const plugin = (content: string) => ({'lib/team.mjs': content})
  const at = 'plan-lint.config.json:1:14'

  test.each<[string, Record<string, string>, string | RegExp]>([
    [
      'a path',
      {'lib/team.mjs': '', 'plan-lint.config.json': '{"plugins": ["./team.mjs"]}'},
      `${at}: cannot find the plugin "./team.mjs"; check the path`,
    ],
    [
      'a package',
      {'plan-lint.config.json': '{"plugins": ["team"]}'},
      `${at}: cannot find the package "team"; install it, or begin a path with "./"`,
    ],
    ['a number', {'plan-lint.config.json': '{"plugins": [1]}'}, `${at}: "plugins[0]" must be a string, not a number`],
    [
      'no list',
      {'plan-lint.config.json': '{"plugins": "./lib/team.mjs"}'},
      'plan-lint.config.json:1:13: "plugins" must be an array, not a string',
    ],
    [
      'an empty name',
      {'plan-lint.config.json': '{"plugins": [""]}'},
      `${at}: "plugins[0]" is not allowed: String is too short (0 < 1).`,
    ],
    ['code', plugin('throw new Error("no luck")'), `${at}: the plugin "./lib/team.mjs" cannot be loaded: no luck`],
    [
      'a rule',
      plugin(team('noHelp')),
      `${at}: the plugin "./lib/team.mjs" cannot be loaded: Rule id "noHelp" is not kebab-case; use lower-case words joined by hyphens.`,
    ],
    [
      'no plugin',
      plugin('export default 1'),
      `${at}: the plugin "./lib/team.mjs" has neither rules nor presets; export lists of these names, or both as default`,
    ],
    [
      'an id',
      plugin(team('no-placeholders')),
      'plan-lint.config.json: Plugin "./lib/team.mjs": the rule "no-placeholders" is taken, plan-lint itself has one too; choose another id.',
    ],
    [
      'an option',
      {'plan-lint.config.json': '{"plugins": ["./lib/team.mjs"], "rules": {"no-help": ["error", {"mots": 1}]}}'},
      'plan-lint.config.json:1:65: unknown option "mots" of rule "no-help"; did you mean "most"?',
    ],
    [
      'a value',
      {'plan-lint.config.json': '{"plugins": ["./lib/team.mjs"], "rules": {"no-help": ["error", {"most": "1"}]}}'},
      'plan-lint.config.json:1:73: "rules.no-help[1].most" must be an integer, not a string',
    ],
    [
      'a name',
      {'plan-lint.config.json': '{"plugins": ["./lib/team.mjs"], "rules": {"no-hlep": "off"}, "preset": "memo"}'},
      /unknown preset "memo"; it can be .*, memo-help\nplan-lint: .*: unknown rule "no-hlep"; did you mean "no-help"\?\n/,
    ],
    [
      'an object',
      {'plan-lint.config.json': '{"plugins": [{}]}'},
      'plan-lint.config.json: Plugin 1: holds neither "rules" nor "presets"; add what defineRule and definePreset give.',
    ],
  ])('%s', async (_, changed, message) => {
    const {code, stdout, stderr} = await run(project({...files, ...changed}), ['a.md'])
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    if (message instanceof RegExp) expect(stderr).toMatch(message)
    else expect(stderr).toBe(`plan-lint: ${message}\n`)
  })

  test('a function in a configuration that is a module', async () => {
    const root = project({'a.md': memo, 'plan-lint.config.mjs': 'export default {plugins: [() => 1]}'})
    expect((await run(root, ['a.md'])).stderr).toBe(
      'plan-lint: plan-lint.config.mjs: "0" is a function; only plain values count\n',
    )
  })
})

describe('a rule that breaks down', () => {
  const broken = team().replace('for (const', `null.x\n      for (const`)

  test('is no fault of plan-lint', async () => {
    const {code, stdout, stderr} = await run(project({...files, 'lib/team.mjs': broken}), ['a.md'])
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toMatch(
      /^plan-lint: a\.md: rule "no-help" failed: Cannot read .*; PLAN_LINT_DEBUG=1 prints where\n$/,
    )
  })

  test('shows where', async () => {
    const root = project({...files, 'lib/team.mjs': broken})
    const {stderr} = await run(root, ['a.md'], {env: {PLAN_LINT_DEBUG: '1'}})
    expect(stderr).toMatch(/^TypeError: Cannot read[\s\S]*team\.mjs:\d+/m)
  })

  test('keeps no other file from being checked', async () => {
    const root = project({
      ...files,
      'b.md': '# B\n\nx\n',
      'lib/team.mjs': broken.replace('null.x', 'if (plan.text !== "# B\\n\\nx\\n") null.x'),
    })
    const {code, stdout} = await run(root, ['.'])
    expect(code).toBe(2)
    expect(stdout).toContain('b.md')
  })
})
