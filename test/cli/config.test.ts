import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {add, project, run} from './world.ts'

/** Two findings of severity error: an unfilled slot and an open question. */
const plan = '# Plan\n\n## Notes\n\n- Owner: [PROJECT NAME]\n\n## Open Questions\n\n- Which store do we take?\n'
const slot = 'no-placeholders'
const question = 'no-open-questions'

interface Shown {
  path: string
  preset: string
  presetSource: string
  rules: string[]
}

/** Per file of a run: preset and `rule: severity` of each finding. */
async function lint(cwd: string, ...argv: string[]): Promise<Shown[]> {
  const {stdout, stderr} = await run(cwd, ['--format', 'json', ...argv])
  expect(stderr).toBe('')
  type File = Omit<Shown, 'rules'> & {findings: {rule: string; severity: string}[]}
  return JSON.parse(stdout).files.map(({path, preset, presetSource, findings}: File) => ({
    path,
    preset,
    presetSource,
    rules: findings.map(({rule, severity}) => `${rule}: ${severity}`),
  }))
}

async function rulesOf(cwd: string, ...argv: string[]): Promise<string[] | undefined> {
  return (await lint(cwd, ...argv))[0]?.rules
}

async function error(files: Record<string, string>, ...argv: string[]): Promise<string> {
  const {code, stdout, stderr} = await run(project({'a.md': plan, ...files}), ['a.md', ...argv])
  expect({code, stdout}).toEqual({code: 2, stdout: ''})
  return stderr.replace(/^plan-lint: (.*)\n$/, '$1')
}

test('without a configuration both faults are told', async () => {
  expect(await rulesOf(project({'a.md': plan}), 'a.md')).toEqual([`${slot}: error`, `${question}: error`])
})

describe('a configuration is found', () => {
  const settings = {rules: {[slot]: 'off', [question]: 'warning'}}
  const expected = [`${question}: warning`]

  test.each([
    ['plan-lint.config.json', JSON.stringify(settings)],
    ['plan-lint.config.jsonc', `// why\n${JSON.stringify(settings).replace(/}$/, ',}')}`],
    ['plan-lint.config.mjs', `export default ${JSON.stringify(settings)}`],
    ['plan-lint.config.js', `module.exports = ${JSON.stringify(settings)}`],
    ['package.json', JSON.stringify({name: 'x', 'plan-lint': settings})],
  ])('%s', async (name, content) => {
    expect(await rulesOf(project({'a.md': plan, [name]: content}), 'a.md')).toEqual(expected)
  })

  test('in a folder above, not beyond the repository', async () => {
    const root = project({'r/s/a.md': plan, 'plan-lint.config.json': JSON.stringify(settings)})
    expect(await rulesOf(join(root, 'r/s'), 'a.md')).toEqual(expected)
    mkdirSync(join(root, 'r/.git'))
    expect(await rulesOf(join(root, 'r/s'), 'a.md')).toHaveLength(2)
  })

  test('past a package.json that says nothing, or is broken', async () => {
    const root = project({'r/s/a.md': plan, 'plan-lint.config.json': JSON.stringify(settings)})
    add(root, {'r/package.json': '{"devDependencies": {"plan-lint": "*"}}', 'r/s/package.json': '{"plan-lint": '})
    expect(await rulesOf(join(root, 'r/s'), 'a.md')).toEqual(expected)
  })

  test('--config takes another, --no-config none', async () => {
    const root = project({'a.md': plan, 'plan-lint.config.json': JSON.stringify(settings)})
    add(root, {'other.json': JSON.stringify({rules: {[question]: 'off'}})})
    expect(await rulesOf(root, 'a.md', '--config', 'other.json')).toEqual([`${slot}: error`])
    expect(await rulesOf(root, 'a.md', '--no-config')).toHaveLength(2)
  })
})

describe('what it says', () => {
  const config = (value: object) => ({'plan-lint.config.json': JSON.stringify(value)})

  test('"plans" is where plans are looked for, from wherever the run starts', async () => {
    const root = project({'rfc/a.md': plan, 'rfc/b.md': plan, 'plans/c.md': plan, 'sub/d.md': plan})
    add(root, config({plans: ['rfc/*.md', '!rfc/b.md']}))
    expect((await lint(root)).map(file => file.path)).toEqual(['rfc/a.md'])
    expect((await lint(join(root, 'sub'))).map(file => file.path)).toEqual(['../rfc/a.md'])
    expect((await run(root, [])).stdout).toMatch(/^1 plan in rfc\/\n/)
  })

  test('"ignores" leaves files out unless they are named', async () => {
    const root = project({'plans/a.md': plan, 'plans/old/b.md': plan, ...config({ignores: ['plans/old/']})})
    const paths = async (...argv: string[]) => (await lint(root, ...argv)).map(file => file.path)
    expect(await paths()).toEqual(['plans/a.md'])
    expect(await paths('plans')).toEqual(['plans/a.md'])
    expect(await paths('plans/**')).toEqual(['plans/a.md'])
    expect(await paths('plans/old/b.md')).toEqual(['plans/old/b.md'])
  })

  test('"preset" is taken for every file, --preset over it', async () => {
    const root = project({'a.md': plan, ...config({preset: 'staged'})})
    expect(await lint(root, 'a.md')).toMatchObject([{preset: 'staged', presetSource: 'config'}])
    expect(await lint(root, 'a.md', '--preset', 'phased')).toMatchObject([{preset: 'phased', presetSource: 'config'}])
    expect(await lint(root, 'a.md', '--preset', 'auto')).toMatchObject([{preset: 'plan', presetSource: 'fallback'}])
  })

  test('of "overrides" the last that matches wins, rule by rule', async () => {
    const overrides = [
      {files: ['plans/**'], preset: 'phased', rules: {[slot]: 'warning'}},
      {files: ['**/b.md'], preset: 'plan', rules: {[question]: 'info'}},
    ]
    const root = project({'a.md': plan, 'plans/a.md': plan, 'plans/b.md': plan})
    add(root, config({preset: 'plan', rules: {[slot]: 'off'}, overrides}))
    const [top, a, b] = await lint(root, '.')
    expect(top).toMatchObject({preset: 'plan', rules: [`${question}: error`]})
    expect(a).toMatchObject({preset: 'phased', rules: expect.arrayContaining([`${slot}: warning`])})
    expect(b).toMatchObject({preset: 'plan', rules: [`${slot}: warning`, `${question}: info`]})
  })

  test('a leading "!" takes files out of "overrides" and "ignores" again', async () => {
    const overrides = [{files: ['plans/**', '!plans/b.md'], rules: {[slot]: 'off'}}]
    const root = project({'a.md': plan, 'plans/a.md': plan, 'plans/b.md': plan, 'plans/old/c.md': plan})
    add(root, config({rules: {[question]: 'off'}, ignores: ['plans/old/', '!plans/old/c.md'], overrides}))
    expect((await lint(root, '.')).map(({path, rules}) => [path, ...rules])).toEqual([
      ['a.md', `${slot}: error`],
      ['plans/a.md'],
      ['plans/b.md', `${slot}: error`],
      ['plans/old/c.md'],
    ])
  })

  test('"failOn" decides which findings make the exit code 1', async () => {
    const root = project({'a.md': plan})
    const code = async (failOn: string, severity: string) => {
      add(root, config({failOn, rules: {[slot]: severity, [question]: 'off'}}))
      return (await run(root, ['a.md'])).code
    }
    expect(await code('error', 'error')).toBe(1)
    expect(await code('error', 'warning')).toBe(0)
    expect(await code('warning', 'warning')).toBe(1)
    expect(await code('warning', 'info')).toBe(0)
    expect(await code('info', 'info')).toBe(1)
  })

  test('"extends" builds upon files and packages, later ones and the file itself winning', async () => {
    const root = project({'a.md': plan, ...config({extends: ['./base/strict.json', 'shared-config'], rules: {}})})
    add(root, {
      'base/strict.json': JSON.stringify({extends: './more.mjs', rules: {[slot]: 'warning', [question]: 'warning'}}),
      'base/more.mjs': 'export default {failOn: "info"}',
      'node_modules/shared-config/package.json': '{"main": "index.json"}',
      'node_modules/shared-config/index.json': JSON.stringify({rules: {[question]: 'info'}}),
    })
    expect(await rulesOf(root, 'a.md')).toEqual([`${slot}: warning`, `${question}: info`])
    expect((await run(root, ['a.md'])).code).toBe(1)
  })
})

describe('a broken configuration is one line that says where and what to do', () => {
  const name = 'plan-lint.config.json'

  test.each([
    ['{\n  "ruls": {}\n}', ':2:3: unknown key "ruls"; did you mean "rules"?'],
    ['{"rules": {"no-placeholder": "off"}}', ':1:12: unknown rule "no-placeholder"; did you mean "no-placeholders"?'],
    ['{"rules": {"no-placeholders": "eror"}}', ':1:31: "rules.no-placeholders" is "eror"; did you mean "error"?'],
    ['{"rules": {"no-placeholders": 2}}', ':1:31: "rules.no-placeholders" is 2; it can be off, info, warning, error'],
    ['{"preset": "spec-kitt"}', ':1:12: unknown preset "spec-kitt"; did you mean "spec-kit"?'],
    ['{"plans": "plans/*.md"}', ':1:11: "plans" must be an array, not a string'],
    ['{"overrides": [{"rules": {}}]}', ':1:16: "overrides[0]" lacks "files"'],
    ['{"preset": "auto",, "rules": {}}', ':1:19: is no JSON: property name expected'],
    ['', ':1:1: is no JSON: it is empty'],
    ['[]', ':1:1: the configuration must be an object, not an array'],
    ['{"extends": "./none.json"}', null],
  ])('%s', async (content, message) => {
    const expected = message === null ? 'none.json: cannot be read: no such file or folder' : `${name}${message}`
    expect(await error({[name]: content})).toBe(expected)
  })

  test.each([
    ['package.json', '{"name": "x"}', 'package.json: has no key "plan-lint"; add it, or name another file'],
    ['x.json', '\ufeff{"ruls": {}}', 'x.json:1:2: unknown key "ruls"; did you mean "rules"?'],
    ['x.json', null, 'x.json: cannot be read: no such file or folder'],
    ['x.mjs', 'const a = []; a.push(a); export default a', /^x\.mjs: cannot be loaded: Converting circular/],
    ['x.mjs', 'export default {rulse: {}}', 'x.mjs: unknown key "rulse"; did you mean "rules"?'],
    ['x.mjs', 'export const rules = {}', 'x.mjs: has no default export; write "export default defineConfig({…})"'],
    ['x.mjs', 'throw new Error("no\\nluck")', 'x.mjs: cannot be loaded: no'],
    ['x.mjs', 'export default () => {}', 'x.mjs: the default export is a function; only plain values count'],
    [
      'x.mjs',
      'export default {rules: {"no-placeholders": () => 1}}',
      'x.mjs: "no-placeholders" is a function; only plain values count',
    ],
    ['x.json', '{"extends": "./x.json"}', 'x.json: extends itself, by way of x.json'],
    [
      'x.json',
      '{"extends": "absent-package"}',
      /^x\.json: cannot find the package "absent-package" it extends; install it/,
    ],
  ])('%s: %s', async (file, content, message) => {
    const line = await error(content === null ? {} : {[file]: content}, '--config', file)
    if (message instanceof RegExp) expect(line).toMatch(message)
    else expect(line).toBe(message)
  })

  test('several faults are told in one go', async () => {
    const {stderr} = await run(project({'a.md': plan, [name]: '{"ruls": {}, "preset": "x"}'}), ['a.md'])
    expect(stderr.trimEnd().split('\n')).toHaveLength(2)
  })

  test('in package.json the place is that of the file', async () => {
    const manifest = '{\n  "plan-lint": {\n    "quiet": true\n  }\n}\n'
    expect(await error({'package.json': manifest})).toMatch(/^package\.json:3:5: unknown key "quiet"; there are /)
  })
})
