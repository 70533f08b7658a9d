import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {type Schema, Validator} from '@cfworker/json-schema'
import {beforeAll, describe, expect, test} from 'vitest'
import {reporterNames} from '../../cli/reporters/reporters.ts'
import {buildIfStale} from '../built.ts'
import {add, project, run} from './world.ts'

const root = join(import.meta.dirname, '../..')
const schema = JSON.parse(readFileSync(join(root, 'docs/report.schema.json'), 'utf8')) as Schema

const plan = (...lines: string[]) => `${['<!-- plan-lint preset: plan -->', '# Plan: Mow', '', ...lines].join('\n')}\n`
const open = plan('By [NAME] and [NAME].', '', '- [ ] Mow', '', '## Open Questions', '', '- Which mower?')
const reviewable = open.replaceAll('[NAME]', 'Ann')
const executable = reviewable.replace('Which mower?', '~~Which mower?~~ The red one.')
const done = plan('**Status**: Completed')

const below = 'plan-lint: a.md: draft, not executable: no-placeholders (2, from line 4), no-open-questions (line 10)\n'

describe('--require', () => {
  test('fails on a plan that is less, and tells all that keeps it back on one line', async () => {
    const {code, stderr} = await run(project({'a.md': open, 'b.md': done}), ['--require', 'executable', 'a.md', 'b.md'])
    expect({code, stderr}).toEqual({code: 1, stderr: below})
  })

  test.each([
    ['draft', open, 0],
    ['reviewable', open, 1],
    ['reviewable', reviewable, 0],
    ['executable', reviewable, 1],
    ['executable', executable, 0],
    ['executable', done, 0],
    ['done', executable, 1],
    ['done', done, 0],
  ])('%s', async (verdict, text, code) => {
    const argv = ['--rule', 'no-placeholders:info', '--rule', 'no-open-questions:off', 'a.md']
    expect(await run(project({'a.md': text}), argv)).toMatchObject({code: 0})
    expect(await run(project({'a.md': text}), ['--require', verdict, ...argv])).toMatchObject({code})
  })

  test.each(reporterNames)('is told beside the report %s, which stays what it is', async format => {
    const folder = project({'a.md': open})
    const plain = await run(folder, ['-f', format, 'a.md'])
    const {stdout, stderr, code} = await run(folder, ['-f', format, '--require', 'reviewable', 'a.md'])
    expect({stdout, code}).toEqual({stdout: plain.stdout, code: 1})
    expect(stderr).toContain('plan-lint: a.md: draft, not reviewable: no-placeholders (2, from line 4)\n')
  })

  test('names the verdict that was meant', async () => {
    const wrong = await run(project({'a.md': open}), ['--require', 'exectable', 'a.md'])
    expect(wrong).toEqual({
      code: 2,
      stdout: '',
      stderr: 'plan-lint: unknown verdict "exectable"; did you mean "executable"?\n',
    })
    const other = await run(project({'a.md': open}), ['--require', 'x', 'a.md'])
    expect(other.stderr).toContain('verdicts are draft, reviewable, executable, done')
  })

  test.each(['--diff', '--update-baseline'])('does not go with %s, with which it would hold nothing', async option => {
    const {code, stderr} = await run(project({'a.md': open}), ['--require', 'done', option, 'a.md'])
    expect({code, stderr}).toEqual({code: 2, stderr: expect.stringContaining(`${option} fails no run`)})
  })

  test('counts what --fix leaves', async () => {
    const fixable = executable.replace('By Ann', '<!-- ACTION REQUIRED: name the gardener -->\n\nBy Ann')
    const folder = project({'a.md': fixable})
    expect(await run(folder, ['--require', 'executable', 'a.md'])).toMatchObject({code: 1})
    expect(await run(folder, ['--fix', '--require', 'executable', 'a.md'])).toMatchObject({code: 0, stderr: ''})
  })

  test('tells the first of many plans, and all with --all', async () => {
    const many = Object.fromEntries(Array.from({length: 23}, (_, index) => [`plans/${index}.md`, open]))
    const folder = project(many)
    const lines = async (...argv: string[]) => {
      const {stderr} = await run(folder, ['--require', 'executable', '-f', 'compact', ...argv])
      return stderr.trim().split('\n')
    }
    const some = await lines()
    expect(some).toHaveLength(21)
    expect(some.at(-1)).toBe('plan-lint: 3 more plans less than executable; plan-lint status names all')
    expect(await lines('--all')).toHaveLength(23)
  })

  test('is about the text on standard input, too', async () => {
    const argv = ['--require', 'executable', '-f', 'compact', '--stdin', '--stdin-filename', 'a.md']
    const {code, stderr} = await run(project(), argv, {stdin: open})
    expect({code, stderr}).toEqual({code: 1, stderr: below})
    expect(await run(project(), argv, {stdin: executable})).toMatchObject({code: 0, stderr: ''})
  })

  test('is about the plans that have changed, and all of each', async () => {
    const folder = project({'plans/a.md': open, 'plans/b.md': executable})
    for (const command of ['init --quiet', 'add .', 'commit --quiet --message Plan']) {
      const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org']
      execFileSync('git', [...identity, ...command.split(' ')], {cwd: folder, stdio: 'pipe'})
    }
    const argv = ['--changed', '--changed-lines', '--require', 'executable', '-f', 'compact']
    expect(await run(folder, argv)).toMatchObject({code: 0})
    add(folder, {'plans/a.md': `${open}\nMore.\n`})
    const {code, stdout, stderr} = await run(folder, argv)
    expect({code, stdout}).toEqual({code: 1, stdout: ''})
    expect(stderr).toContain('plans/a.md: draft, not executable: no-placeholders (2')
    expect(stderr).not.toContain('b.md')
  })

  test('is not softened by a baseline', async () => {
    const folder = project({'a.md': open})
    await run(folder, ['--update-baseline', 'a.md'])
    const argv = ['--baseline', 'plan-lint-baseline.json', 'a.md']
    expect(await run(folder, argv)).toMatchObject({code: 0})
    expect(await run(folder, [...argv, '-f', 'compact', '--require', 'executable'])).toMatchObject({
      code: 1,
      stderr: below,
    })
  })

  test('with a cache, is the same of what is kept, be it by a run that did not ask', async () => {
    const folder = project({'a.md': open})
    const argv = ['--cache', '-f', 'compact', 'a.md']
    await run(folder, argv)
    const first = await run(folder, [...argv, '--require', 'executable'])
    expect(first).toMatchObject({code: 1, stderr: below})
    expect(await run(folder, [...argv, '--require', 'executable'])).toEqual(first)
    expect(await run(folder, [...argv, '--require', 'draft'])).toMatchObject({code: 1, stderr: ''})
  })

  test('names no file that could steer a terminal', async () => {
    const {stderr} = await run(project({'\u001b[2J.md': open}), ['--require', 'executable', '.'])
    expect(stderr).toContain('\u241b[2J.md: draft')
  })
})

describe('with workers', () => {
  beforeAll(buildIfStale, 180_000)

  test('the verdicts are the same', async () => {
    const many = Object.fromEntries(
      Array.from({length: 130}, (_, index) => [`plans/${index}.md`, [open, reviewable, executable][index % 3] ?? '']),
    )
    const folder = project(many)
    const module = pathToFileURL(join(root, 'dist/bin/lint-worker.js'))
    for (const argv of [['--require', 'executable', '--all'], ['status']]) {
      const alone = await run(folder, argv)
      expect(alone.stdout + alone.stderr).toContain('draft')
      expect(await run(folder, argv, {lintWorkers: {module, count: 2}})).toEqual(alone)
    }
  })
})

describe('reports tell how far a plan is', () => {
  const readinessIn = async (text: string, ...argv: string[]) => {
    const {stdout} = await run(project({'a.md': text}), ['-f', 'json', ...argv, 'a.md'])
    const report = JSON.parse(stdout)
    expect(new Validator(schema, '7', false).validate(report).errors).toEqual([])
    return report.files[0].readiness
  }

  test('json: the verdict, and what keeps the plan from the next', async () => {
    const place = {line: 4, column: 4, endLine: 4, endColumn: 10}
    expect(await readinessIn(open)).toEqual({
      verdict: 'draft',
      aim: 'reviewable',
      blockers: [
        {
          cause: 'no-placeholders',
          keepsFrom: 'reviewable',
          message: '"[NAME]" is a placeholder; fill it in, or write "N/A" and why',
          count: 2,
          ...place,
        },
      ],
    })
    expect(await readinessIn(done)).toEqual({verdict: 'done', aim: null, blockers: []})
  })

  test('json: what keeps it from what is required', async () => {
    const {aim, blockers} = await readinessIn(open, '--require', 'executable')
    expect(aim).toBe('executable')
    expect(blockers).toMatchObject([
      {cause: 'no-placeholders', line: 4},
      {cause: 'no-open-questions', line: 10, message: '"Which mower?" has no answer'},
    ])
    expect(await readinessIn(open, '--rule', 'no-placeholders:off', '--rule', 'no-open-questions:off')).toMatchObject({
      verdict: 'reviewable',
      blockers: [{cause: 'no-open-questions'}],
    })
  })

  test('a place is that in the file as it is', async () => {
    const {blockers} = await readinessIn(`\ufeff${reviewable.replaceAll('\n', '\r\n')}`)
    expect(blockers).toMatchObject([{line: 10, column: 3, endLine: 10, endColumn: 15}])
  })

  test('sarif: among the properties of the file', async () => {
    const {stdout} = await run(project({'a.md': open}), ['-f', 'sarif', 'a.md'])
    const {properties} = JSON.parse(stdout).runs[0].artifacts[0]
    expect(properties).toMatchObject({preset: 'plan', readiness: {verdict: 'draft', blockers: [{count: 2}]}})
  })

  test('agent: what to mend before the plan can be executed', async () => {
    const agent = async (text: string, ...argv: string[]) =>
      (await run(project({'a.md': text}), ['-f', 'agent', ...argv, 'a.md'])).stdout.split('\n').slice(-3, -1)
    expect(await agent(open)).toEqual([
      'a.md: draft; to be reviewable, mend no-placeholders (2, from line 4)',
      '3 errors, 0 warnings in 1 file, judged as plan; 1 draft',
    ])
    expect(await agent(reviewable)).toEqual([
      'a.md: reviewable; to be executable, mend no-open-questions (line 10)',
      '1 error, 0 warnings in 1 file, judged as plan; 1 reviewable',
    ])
    expect(await agent(executable)).toEqual(['no findings in 1 file, judged as plan; 1 executable'])
    expect(await agent(executable, '--require', 'done')).toEqual([
      'a.md: executable; to be done, mend open work (line 6)',
      'no findings in 1 file, judged as plan; 1 executable',
    ])
  })

  test('markdown: a column, and what to mend', async () => {
    const {stdout} = await run(project({'a.md': open, 'b.md': done}), ['-f', 'markdown', 'a.md', 'b.md'])
    expect(stdout).toContain('\n| a.md | plan | draft | 0 | 1 | 3 errors, 0 warnings |\n')
    expect(stdout).toContain('\n| b.md | plan | done | 0 | 0 | ✅ none |\n')
    expect(stdout).toContain('\nVerdict: draft; to be reviewable, mend no-placeholders (2, from line 4)\n\n- ❌')
    expect(stdout).not.toContain('Verdict: done')
  })

  test('a reporter of your own: as json', async () => {
    const folder = project({'a.md': open, 'own.mjs': 'export default ({files}) => files[0].readiness.verdict + "\\n"'})
    expect((await run(folder, ['-f', './own.mjs', 'a.md'])).stdout).toBe('draft\n')
  })
})
