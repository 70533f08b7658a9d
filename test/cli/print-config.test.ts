import {describe, expect, test} from 'vitest'
import {rules} from '../../rules/index.ts'
import {project, run} from './world.ts'

const plan = '<!-- plan-lint preset: go-phased -->\n# Retries\n\nThe queue retries.\n'

async function printed(root: string, ...argv: string[]) {
  const {code, stdout, stderr} = await run(root, ['--print-config', ...argv])
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  expect(stdout).toMatch(/^[\n -~]*$/)
  return JSON.parse(stdout)
}

describe('--print-config', () => {
  test('without a configuration shows what the preset sets', async () => {
    const answer = await printed(project({'a.md': plan}), 'a.md')
    expect(answer).toMatchObject({
      version: 1,
      path: 'a.md',
      configFiles: [],
      ignored: false,
      preset: 'go-phased',
      presetSource: 'directive',
      evidence: ['preset directive (line 1)'],
      failOn: 'error',
      rules: {
        'no-placeholders': 'error',
        'no-database-queries': 'warning',
        'no-function-bodies': ['error', {allowElided: true}],
        'task-ids': 'off',
      },
    })
    expect(Object.keys(answer.rules)).toEqual(rules.map(({id}) => id))
  })

  test('shows what configuration, its overrides and the command line make of that, each over the one before', async () => {
    const root = project({
      'plans/a.md': plan,
      'base.json': '{"failOn": "warning", "rules": {"no-function-bodies": "info", "struct-tags": "error"}}',
      'plan-lint.config.json': JSON.stringify({
        extends: './base.json',
        rules: {'no-function-bodies': ['warning', {allowElided: false}], 'no-placeholders': 'info'},
        overrides: [{files: ['plans/**'], preset: 'phased', rules: {'no-placeholders': 'warning'}}],
      }),
    })
    expect(await printed(root, 'plans/a.md', '--rule', 'no-function-bodies:error', '--fail-on', 'info')).toMatchObject({
      configFiles: ['plan-lint.config.json', 'base.json'],
      preset: 'phased',
      presetSource: 'config',
      failOn: 'info',
      rules: {
        'no-function-bodies': ['error', {allowElided: false}],
        'struct-tags': ['error', {require: 'consistent'}],
        'no-placeholders': 'warning',
      },
    })
    expect(await printed(root, 'plans/a.md', '--preset', 'plan', '--no-config')).toMatchObject({
      configFiles: [],
      preset: 'plan',
      rules: {'no-placeholders': 'error', 'required-sections': 'off'},
    })
  })

  test('prints rules that a configuration can have', async () => {
    const root = project({'a.md': plan})
    const {rules: settings} = await printed(root, 'a.md')
    const other = project({'a.md': plan, 'plan-lint.config.json': JSON.stringify({rules: settings})})
    expect((await printed(other, 'a.md')).rules).toEqual(settings)
  })

  test('says whether a run leaves the file out', async () => {
    const paths = ['plans/a.md', 'plans/old/b.md', 'drafts/deep/c.md', 'node_modules/x/d.md', 'plans/e.md']
    const root = project({
      ...Object.fromEntries(paths.map(path => [path, plan])),
      '.git/HEAD': '',
      '.gitignore': 'drafts/\n',
      'plans/.gitignore': 'e.md\n',
      'plan-lint.config.json': '{"ignores": ["plans/old/"]}',
    })
    const answers = await Promise.all(paths.map(path => printed(root, path)))
    expect(answers.map(({ignored}) => ignored)).toEqual([false, true, true, true, true])
  })

  test.each([
    [['a.md', 'b.md'], '--print-config is about one file; leave "b.md" out'],
    [['none.md'], 'none.md: cannot be read: no such file or folder'],
    [['.'], '.: cannot be read: it is a folder'],
    [['a.md', '--stdin'], '--print-config is about files, and --stdin about none; leave one out'],
    [['a.md', '--preset', 'phasd'], 'unknown preset "phasd"; did you mean "phased"?'],
    [['a.md', '--rule', 'no-placeholder:off'], 'unknown rule "no-placeholder"; did you mean "no-placeholders"?'],
  ])('%j is a problem', async (argv, message) => {
    expect(await run(project({'a.md': plan}), ['--print-config', ...argv])).toEqual({
      code: 2,
      stdout: '',
      stderr: `plan-lint: ${message}\n`,
    })
  })
})
