import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {Writable} from 'node:stream'
import {beforeAll, describe, expect, test} from 'vitest'
import {checks} from '../../../cli/doctor/checks.ts'
import {answerOf, NoAnswer, outcomeOf} from '../../../cli/doctor/child.ts'
import {type Examined, examined, exitCodeOf} from '../../../cli/doctor/examined.ts'
import type {Surroundings} from '../../../cli/doctor/surroundings.ts'
import {buildIfStale} from '../../built.ts'
import {project, run} from '../world.ts'
import {hosted, plan, root} from './hosted.ts'

beforeAll(buildIfStale)

const customRules = ['plan-lint/markdownlint']

/** A project that has set up everything. */
const whole = () =>
  hosted(
    {
      'plans/a.md': plan,
      'plan-lint.config.json': {preset: 'auto'},
      'package.json': {scripts: {docs: 'markdownlint --rules ./rules.cjs plans'}},
      'rules.cjs': "module.exports = require('plan-lint/markdownlint').default\n",
      '.markdownlint-cli2.jsonc': {customRules, globs: ['plans/*.md']},
      '.remarkrc.json': {plugins: ['plan-lint/remark']},
      '.vscode/extensions.json': {recommendations: ['plan-lint.plan-lint']},
      '.claude/settings.json': {
        hooks: {PostToolUse: [{matcher: 'Edit|Write', hooks: [{command: 'npx --no -- plan-lint hook'}]}]},
      },
      '.pre-commit-config.yaml': 'repos: [{repo: local, hooks: [{id: a, entry: npx --no -- plan-lint}]}]\n',
    },
    ['plan-lint', 'markdownlint-cli', 'markdownlint-cli2', 'remark-cli'],
  )

describe('for people', () => {
  test('all is well', async () => {
    const {code, stdout, stderr} = await run(whole(), ['doctor'], {columns: 80, env: {NO_COLOR: '1'}})
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toBe(`✔ Node.js            ${process.versions.node}
✔ plan-lint          0.1.0, the one in this project
✔ configuration      plan-lint.config.json
✔ plans              1 in plans/
✔ language server    plan-lint 0.1.0 shows findings to an editor
✔ VS Code            the plan-lint extension
✔ markdownlint-cli2  0.20.0 shows plan-lint's findings
✔ markdownlint-cli   0.48.0 shows plan-lint's findings
✔ remark             remark-cli 12.0.1 shows plan-lint's findings
✔ Claude Code        gets the findings of a plan that it has edited
✔ pre-commit         has a hook of plan-lint in .pre-commit-config.yaml

✔ 11 checks passed
`)
  })

  test('there is nothing', async () => {
    const {code, stdout} = await run(project(), ['doctor'], {columns: 80, env: {NO_COLOR: '1'}})
    expect(code).toBe(1)
    expect(stdout).toMatch(/^✔ Node\.js /)
    expect(stdout).toMatch(/^✖ plans {14}none in plans\/, /m)
    expect(stdout).toMatch(
      /\n\nNot used here: language server, VS Code, markdownlint-cli2, markdownlint-cli,\nremark, Claude Code, pre-commit\n✖ 4 checks: 1 failed, 1 with a warning\n$/,
    )
  })

  test('what is wrong and what to do stand below, in 80 columns', async () => {
    const files = {'plans/a.md': plan, '.markdownlint-cli2.jsonc': {customRules: ['plan-lint']}}
    const {code, stdout} = await run(hosted(files, ['plan-lint', 'markdownlint-cli2']), ['doctor'], {
      columns: 80,
      env: {NO_COLOR: '1'},
    })
    expect(code).toBe(1)
    expect(stdout).toContain(`✖ markdownlint-cli2  0.20.0 shows none of plan-lint's findings
    ✖ "plan-lint" among the "customRules" brings no rules, and markdownlint-cli2
      does not say so
      = write "plan-lint/markdownlint" in .markdownlint-cli2.jsonc
`)
    expect(stdout.split('\n').filter(line => line.length > 80)).toEqual([])
  })

  test('warnings alone are no failure', async () => {
    const {code, stdout} = await run(hosted({'plans/a.md': plan}, []), ['doctor'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/\n! 4 checks: none failed, 1 with a warning\n$/)
  })

  test('words of the project steer no terminal', async () => {
    const files = {'plans/a.md': plan, 'docs/\u001b[31m.md': plan, '.markdownlint-cli2.jsonc': '{"\u001b[31m'}
    const {stdout} = await run(hosted(files, ['plan-lint', 'markdownlint-cli2']), ['doctor'])
    expect(stdout).toContain('docs/␛[31m.md')
    expect(stdout).not.toContain('\u001b')
  })
})

test('for programs', async () => {
  const {code, stdout} = await run(project({'plans/a.md': plan}), ['doctor', '-f', 'json'])
  expect(code).toBe(0)
  const answer = JSON.parse(stdout) as {version: number; checks: Examined[]}
  expect(answer.version).toBe(1)
  expect(answer.checks.map(({check}) => check)).toEqual(checks.map(({name}) => name))
  expect(answer.checks.find(({check}) => check === 'remark')).toEqual({
    check: 'remark',
    status: 'absent',
    summary: '',
    problems: [],
  })
})

describe('some checks only', () => {
  test('are made in their order, however they are written', async () => {
    const {code, stdout} = await run(project({'plans/a.md': plan}), ['doctor', 'plans', 'NODE', 'vs code', 'vs-code'])
    expect(code).toBe(0)
    expect(stdout.replaceAll(/ +/g, ' ')).toBe(
      `✔ Node.js ${process.versions.node}\n✔ plans 1 in plans/\n\nNot used here: VS Code\n✔ 2 checks passed\n`,
    )
  })

  test('are not green where there is nothing of them', async () => {
    expect(await run(project(), ['doctor', 'remark'])).toEqual({
      code: 2,
      stdout: '✖ not used here: remark\n',
      stderr: '',
    })
  })

  test.each([
    ['remarc', 'unknown check "remarc"; did you mean "remark"?'],
    [
      './docs',
      'unknown check "./docs"; checks are node, plan-lint, configuration, plans, language-server, vs-code, markdownlint-cli2, markdownlint-cli, remark, claude-code, pre-commit',
    ],
  ])('%s is none', async (name, message) => {
    expect(await run(project(), ['doctor', name])).toEqual({code: 2, stdout: '', stderr: `plan-lint: ${message}\n`})
  })
})

test('every check has a file of its own, and a name of its own', () => {
  const files = readdirSync(join(root, 'cli/doctor/checks'))
  expect(checks).toHaveLength(files.length)
  expect(new Set(checks.map(({name}) => name)).size).toBe(checks.length)
})

test('a fault of the doctor itself leaves the other checks alone', async () => {
  const faulty = {
    name: 'faulty',
    examine: async () => {
      throw new TypeError('x is no function')
    },
  }
  const well = {name: 'well', examine: async () => ({summary: 'yes', faults: []})}
  const told: string[] = []
  const stderr = new Writable({
    write(chunk, _, done) {
      told.push(String(chunk))
      done()
    },
  })
  const all: Examined[] = []
  const surroundings = {world: {stderr, env: {}}} as unknown as Surroundings
  for await (const one of examined([faulty, well], surroundings)) all.push(one)
  expect(all.map(({status}) => status)).toEqual(['unchecked', 'passed'])
  expect(told.join('')).toMatch(/^plan-lint: faulty: internal error: x is no function; please report it /)
})

describe('what does not answer', () => {
  const endless = () => project({'endless.mjs': 'for (;;);\n'})

  test('is given up', async () => {
    const folder = endless()
    const place = {cwd: folder, env: {}, longest: 500}
    const host = join(folder, 'endless.mjs')
    await expect(outcomeOf(host, [], '', place)).rejects.toThrow(new NoAnswer('it did not answer within 0.5 seconds'))
    await expect(answerOf('markdownlint-cli2', {host, attempts: []}, place)).rejects.toThrow(NoAnswer)
  })

  test('makes the exit code 2, and the other checks are made', async () => {
    const hanging = {
      name: 'hanging',
      examine: async () => {
        throw new NoAnswer('it did not answer within 60 seconds')
      },
    }
    const well = {name: 'well', examine: async () => ({summary: 'yes', faults: []})}
    const all: Examined[] = []
    for await (const one of examined([hanging, well], {} as Surroundings)) all.push(one)
    expect(all.map(({status}) => status)).toEqual(['unchecked', 'passed'])
    expect(exitCodeOf(all)).toBe(2)
  })
})
