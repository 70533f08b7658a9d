import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Schema, Validator} from '@cfworker/json-schema'
import {describe, expect, test} from 'vitest'
import {project, run} from './world.ts'

const root = join(import.meta.dirname, '../..')
const schema = JSON.parse(readFileSync(join(root, 'docs/status.schema.json'), 'utf8')) as Schema
const clean = readFileSync(join(root, 'fixtures/humanlayer/clean.md'), 'utf8')

const executable = clean.replace('- [ ] Types', '- [x] Types').replace('- [ ] Tests', '- [x] Tests')
const plans = {
  'plans/a.md': clean.replace('Two in', '[NAME] in').replace('- [x] Who', '- Who pays?\n- [x] Who'),
  'plans/b.md': executable.replace('- [ ] A photo', '- [x] A photo'),
  'plans/old/c.md': clean.replaceAll('- [ ]', '- [x]'),
  'plans/old/d.md': '# Mow\n\nMow.\n',
}

test('lists the plans of the project by folder, each with how far it is', async () => {
  expect(await run(project({...plans, 'README.md': '# Mow\n'}), ['status'])).toEqual({
    code: 0,
    stdout: `Preset      Verdict     Phases  Open  Findings  Plan
plans/
humanlayer  draft          0/3     1         2  a.md
humanlayer  executable     1/3     0         0  b.md
plans/old/
humanlayer  done           3/3     0         0  c.md
plan        reviewable       -     0         0  d.md

4 plans: 1 draft, 1 reviewable, 1 executable, 1 done
What keeps a plan back: plan-lint status <file>
`,
    stderr: '',
  })
})

test('of one plan it tells what to mend', async () => {
  const {code, stdout} = await run(project(plans), ['status', 'plans/a.md'])
  expect({code, stdout}).toEqual({
    code: 0,
    stdout: `Preset      Verdict  Phases  Open  Findings  Plan
plans/
humanlayer  draft       0/3     1         2  a.md

To be reviewable
  154:11  "[NAME]" is a placeholder; fill it in, or write "N/A" and why
          no-placeholders
`,
  })
  const done = await run(project(plans), ['status', 'plans/old/c.md'])
  expect(done.stdout.trimEnd().split('\n')).toHaveLength(3)
})

describe('--require', () => {
  test('fails where a plan is less, and tells what keeps it back', async () => {
    const {code, stdout, stderr} = await run(project(plans), ['status', '--require', 'executable'])
    expect(code).toBe(1)
    expect(stdout).toContain('1 executable, 1 done')
    expect(stderr.split('\n')).toEqual([
      'plan-lint: plans/a.md: draft, not executable: no-placeholders (line 154), no-open-questions (line 146)',
      'plan-lint: plans/old/d.md: reviewable, not executable: no known preset (line 1)',
      '',
    ])
  })

  test('passes where all are as far, or farther', async () => {
    const argv = ['status', '--require', 'executable', 'plans/b.md', 'plans/old/c.md']
    expect(await run(project(plans), argv)).toMatchObject({code: 0, stderr: ''})
  })

  test('of one plan tells all that is to be mended for that', async () => {
    const {stdout} = await run(project(plans), ['status', '--require', 'executable', 'plans/a.md'])
    expect(stdout).toContain('To be executable\n  154:11  ')
    expect(stdout).toContain('  146:3   "Who pays?" has no answer no-open-questions\n')
  })

  test('names the verdict that was meant', async () => {
    const {code, stderr} = await run(project(plans), ['status', '--require', 'finished'])
    expect({code, stderr}).toEqual({
      code: 2,
      stderr: 'plan-lint: unknown verdict "finished"; verdicts are draft, reviewable, executable, done\n',
    })
  })
})

test('--format json gives the same to programs', async () => {
  const {stdout, stderr} = await run(project(plans), ['status', '--format', 'json'])
  const answer = JSON.parse(stdout)
  expect(stderr).toBe('')
  expect(new Validator(schema, '7', false).validate(answer).errors).toEqual([])
  expect(answer.summary).toEqual({files: 4, draft: 1, reviewable: 1, executable: 1, done: 1})
  expect(answer.files[0]).toMatchObject({
    path: 'plans/a.md',
    preset: 'humanlayer',
    presetSource: 'detected',
    readiness: {verdict: 'draft', aim: 'reviewable', blockers: [{cause: 'no-placeholders', count: 1, line: 154}]},
    phases: {done: 0, all: 3},
    questions: {open: 1, all: 3},
    findings: {error: 2, warning: 0, info: 0},
  })
})

test('what cannot be read is told, and the others are listed', async () => {
  const {code, stdout, stderr} = await run(project({...plans, 'plans/e.md': Buffer.from([0, 1, 2])}), ['status'])
  expect(code).toBe(2)
  expect(stdout).toContain('4 plans: ')
  expect(stderr).toContain('plans/e.md')
  expect(await run(project(), ['status'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('no plans in'),
  })
})

test('the configuration counts', async () => {
  const config = JSON.stringify({preset: 'plan', rules: {'no-placeholders': 'off'}})
  const folder = project({...plans, 'plan-lint.config.json': config})
  expect((await run(folder, ['status', 'plans/a.md'])).stdout).toContain(
    '\nplan    reviewable     0/3     1         1  a.md\n',
  )
  expect((await run(folder, ['status', '--no-config', 'plans/a.md'])).stdout).toContain('\nhumanlayer  draft')
})

describe('the table', () => {
  const long = `${'very-'.repeat(30)}long.md`
  const wide = `${'計画'.repeat(20)}.md`

  test('fits into 80 columns, and shows the end of a long name', async () => {
    const folder = project({[`plans/${long}`]: clean, [`計画/${'部'.repeat(60)}/${wide}`]: clean})
    const {stdout} = await run(folder, ['status', '.'])
    const columnsOf = (line: string) => [...line].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
    for (const line of stdout.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(80)
    expect(stdout).toContain('…ery-very-very-very-very-long.md\n')
    expect(stdout).toMatch(/ {2}…(?:計|画)+\.md\n/)
    expect(stdout).toMatch(/\n…部+\/\n/)
  })

  test('is coloured where a terminal shows it', async () => {
    const folder = project(plans)
    const coloured = await run(folder, ['status', '--color'])
    expect(coloured.stdout).toContain('\u001b[33mdraft\u001b[39m')
    const plain = await run(folder, ['status', '--no-color'])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it is about.
    expect(coloured.stdout.replace(/\u001b\[\d+m/g, '')).toBe(plain.stdout)
  })

  test('has no folders where there are none, and names the working folder beside others', async () => {
    const only = await run(project({'a.md': clean, 'b.md': clean}), ['status', '.'])
    expect(only.stdout.split('\n').slice(1, 3)).toEqual([
      'humanlayer  executable     0/3     0         0  a.md',
      'humanlayer  executable     0/3     0         0  b.md',
    ])
    const both = await run(project({'plans/a.md': clean, 'z.md': clean}), ['status', '.'])
    expect(
      both.stdout
        .split('\n')
        .slice(1, 5)
        .filter(line => line.endsWith('/')),
    ).toEqual(['plans/', './'])
  })

  test('obeys no name', async () => {
    const {stdout} = await run(project({'pl\u001b[2J/\u001b[2J.md': clean, 'b.md': clean}), ['status', '.'])
    expect(stdout).not.toContain('\u001b')
    expect(stdout).toContain('\u241b[2J.md')
  })
})
