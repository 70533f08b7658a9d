import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {buildIfStale} from '../../built.ts'
import {project} from '../world.ts'
import {hosted, plan, root, toldOf} from './hosted.ts'

beforeAll(buildIfStale)

const told = (check: string, files: Record<string, string | object>, ...argv: string[]) =>
  toldOf(hosted(files, []), check, ...argv)

describe('plan-lint', () => {
  /** A project with a plan-lint of another version installed. */
  function withVersion(version: string): string {
    const folder = project({'plans/a.md': plan})
    const installed = join(folder, 'node_modules/plan-lint')
    mkdirSync(installed, {recursive: true})
    writeFileSync(join(installed, 'package.json'), JSON.stringify({name: 'plan-lint', version}))
    symlinkSync(join(root, 'dist'), join(installed, 'dist'), 'dir')
    return folder
  }

  test('is the one of the project', async () => {
    expect(await toldOf(hosted({'plans/a.md': plan}), 'plan-lint')).toMatchObject({
      status: 'passed',
      summary: '0.1.0, the one in this project',
    })
  })

  test('is another one', async () => {
    expect((await toldOf(withVersion('0.0.9'), 'plan-lint')).problems).toEqual([
      'warning: this is 0.1.0, but the project has 0.0.9, which its editors, hooks and other linters run = run the one of the project, with "npx plan-lint", or make them one: npm install --save-dev plan-lint@0.1.0',
    ])
    expect((await toldOf(withVersion('0.1.0'), 'plan-lint')).problems).toEqual([])
  })

  test('is not installed', async () => {
    expect((await told('plan-lint', {'plans/a.md': plan})).problems).toEqual([
      'warning: it is not installed in this project, where editors, hooks and other linters look for it = npm install --save-dev plan-lint',
    ])
    const asked = {'package.json': {devDependencies: {'plan-lint': '^0.1.0'}}}
    expect((await told('plan-lint', asked)).problems).toEqual([
      'warning: package.json asks for plan-lint, but it is not installed = npm install',
    ])
  })

  test('cannot read package.json', async () => {
    expect((await told('plan-lint', {'package.json': '{'})).problems).toContain(
      'error: package.json is no JSON = mend it; "npm pkg get name" reads it, too',
    )
  })
})

test('Node.js', async () => {
  expect(await told('Node.js', {})).toMatchObject({status: 'passed', summary: process.versions.node})
})

describe('configuration', () => {
  test('there is none', async () => {
    expect(await told('configuration', {})).toMatchObject({
      status: 'passed',
      summary: 'none; plans are looked for in the usual places',
    })
  })

  test('it is found, with what it extends', async () => {
    const files = {
      'plan-lint.config.json': {extends: ['./a.json', './b.json']},
      'a.json': {},
      'b.json': {failOn: 'warning'},
    }
    expect(await told('configuration', files)).toMatchObject({
      status: 'passed',
      summary: 'plan-lint.config.json, with a.json and b.json',
    })
    expect(await told('configuration', files, '--config', 'b.json')).toMatchObject({summary: 'b.json'})
    expect((await told('configuration', files, '--no-config')).summary).toMatch(/^none/)
  })

  test('it is broken', async () => {
    expect(await told('configuration', {'plan-lint.config.json': '{"rule": {}, "preset": "phazed"}'})).toEqual({
      code: 1,
      status: 'failed',
      summary: 'cannot be read',
      problems: [
        'error: plan-lint.config.json:1:24: unknown preset "phazed"; did you mean "phased"?',
        'error: plan-lint.config.json:1:2: unknown key "rule"; did you mean "rules"?',
      ],
    })
  })

  test('it is code, which editors run only where they are told to trust it', async () => {
    const advice = 'set "trusted" in the editor, as docs/editors.md says; VS Code asks by itself'
    expect((await told('configuration', {'plan-lint.config.mjs': 'export default {}\n'})).problems).toEqual([
      `warning: plan-lint.config.mjs is code: editors leave it aside until they are told that the folder is trusted = ${advice}`,
    ])
    const plugin = {'plan-lint.config.json': {plugins: ['./plugin.mjs']}, 'plugin.mjs': 'export const rules = []\n'}
    expect((await told('configuration', plugin)).problems).toEqual([
      `warning: plan-lint.config.json names plugins, which are code: editors leave it aside until they are told that the folder is trusted = ${advice}`,
    ])
  })

  test('it switches off all that would be found', async () => {
    const off = Object.fromEntries(
      ['no-placeholders', 'no-clarification-markers', 'no-open-questions', 'phase-numbering', 'no-empty-sections'].map(
        id => [id, 'off'],
      ),
    )
    const files = {'plans/a.md': plan, 'plans/b.md': plan}
    const some = {...files, 'plan-lint.config.json': {overrides: [{files: ['plans/b.md'], rules: off}]}}
    expect((await told('configuration', some)).problems).toEqual([
      'warning: the rules are off for 1 of 2 plans (plans/b.md) = look for "off" under "rules" and "overrides"',
    ])
    expect((await told('configuration', {...files, 'plan-lint.config.json': {rules: off}})).problems).toEqual([
      'error: the rules are off for all 2 plans = look for "off" under "rules" and "overrides"',
    ])
  })
})

describe('plans', () => {
  test('are counted', async () => {
    const files = {'plans/a.md': plan, 'rfcs/1.md': plan, 'plan-lint.config.json': {plans: ['plans/*.md', 'rfcs/**']}}
    expect(await told('plans', files)).toMatchObject({
      status: 'passed',
      summary: '2: 1 in plans/, 1 in rfcs/',
      problems: [],
    })
  })

  test('are not where a glob looks for them', async () => {
    const files = {'plans/a.md': plan, 'plan-lint.config.json': {plans: ['plans/*.md', 'rfc/*.md', '!plans/b.md']}}
    const {summary, problems} = await told('plans', files)
    expect(summary).toBe('1 in plans/')
    expect(problems).toEqual([
      'warning: the glob "rfc/*.md" finds no plan that another one does not = look for a slip in it; globs are relative to the folder of the configuration, and a .gitignore counts',
    ])
  })

  test('are not looked for where the configuration is broken', async () => {
    expect((await told('plans', {'plans/a.md': plan, 'plan-lint.config.json': '{'})).problems).toEqual([
      'error: where they are stands in the configuration, which cannot be read',
    ])
  })

  test('are not there', async () => {
    const {code, summary, problems} = await told('plans', {'README.md': '# A\n'})
    expect({code, summary}).toEqual({
      code: 1,
      summary: 'none in plans/, docs/plans/, .claude/plans/, thoughts/, specs/, implementation-plan.md, PLAN.md',
    })
    expect(problems).toEqual([
      'error: there is nothing to lint, so that a run fails = begin a plan: plan-lint new phased -o plans/first.md; or set "plans" in the configuration to where they are',
    ])
  })

  test('are left out by git, but not where the configuration leaves them out, too', async () => {
    const files = {'plans/a.md': plan, 'plans/b.md': plan, '.gitignore': 'plans/b.md\n'}
    expect((await told('plans', files)).problems).toEqual([
      'warning: a .gitignore leaves out plans/b.md = name what is to be linted on the command line, and what is not in "ignores" of the configuration',
    ])
    expect((await told('plans', {...files, 'plan-lint.config.json': {ignores: ['plans/b.md']}})).problems).toEqual([])
  })

  test('stand elsewhere', async () => {
    const files = {'plans/a.md': plan, 'docs/b.md': plan, 'docs/c.md': '# Guide\n\nText.\n'}
    expect((await told('plans', files)).problems).toEqual([
      'warning: no glob comes to docs/b.md, which looks like a plan = name the place in "plans" of the configuration, or in "ignores"',
    ])
    expect((await told('plans', {...files, 'plan-lint.config.json': {ignores: ['docs/']}})).problems).toEqual([])
  })
})

describe('the language server', () => {
  test('shows findings', async () => {
    expect(await toldOf(hosted({'plans/a.md': plan}), 'language server')).toMatchObject({
      status: 'passed',
      summary: 'plan-lint 0.1.0 shows findings to an editor',
    })
  })

  test('ends at once where the package is broken', async () => {
    const folder = project({
      'plans/a.md': plan,
      'node_modules/plan-lint/package.json': '{"name": "plan-lint", "version": "0.1.0", "bin": {"plan-lint": "x.js"}}',
      'node_modules/plan-lint/x.js': "import 'plan-lint-part'\n",
    })
    expect((await toldOf(folder, 'language server')).problems).toEqual([
      expect.stringMatching(/^error: it ends at once: .*Error.* = /),
    ])
  })

  test('is not looked at where there is none', async () => {
    expect((await told('language server', {})).status).toBe('absent')
  })
})
