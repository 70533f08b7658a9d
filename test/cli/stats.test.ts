import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {Validator} from '@cfworker/json-schema'
import {describe, expect, test} from 'vitest'
import {rules} from '../../index.ts'
import {project, run} from './world.ts'

const root = join(import.meta.dirname, '../..')
const library = pathToFileURL(join(root, 'index.ts')).href

const plan = (name: string) => `<!-- plan-lint preset: plan -->\n# Retries\n\nThe ${name} retries.\n`
const plans = {'plans/a.md': plan('[NAME]'), 'plans/b.md': plan('queue'), 'plans/c.md': plan('worker')}

/** A clock that goes on by a millisecond each time somebody looks. */
function clock(): () => number {
  let time = 0
  return () => time++
}

/** The statistics of a run, without its report. */
async function told(cwd: string, ...argv: string[]): Promise<string> {
  const {stderr} = await run(cwd, ['--stats', ...argv], {now: clock()})
  return stderr
}

/** The names in a table, and the numbers before each. */
function rowsOf(text: string, title: string): [string, string][] {
  const [, table = ''] = new RegExp(`^${title}\\n((?: .*\\n)*)`, 'm').exec(text) ?? []
  return Array.from(table.matchAll(/^ +(.*?) {2}(\S+)$/gm), ([, numbers = '', name = '']) => [name, numbers])
}

const namesIn = (text: string, title: string) => rowsOf(text, title).map(([name]) => name)

describe('--stats', () => {
  test('leaves report and exit code as they are', async () => {
    const cwd = project(plans)
    const {code, stdout} = await run(cwd, [])
    expect(await run(cwd, ['--stats'])).toMatchObject({code, stdout})
  })

  test('tells of files, parts and rules beside the report', async () => {
    const text = await told(project(plans))
    expect(text).toMatch(/^\nStatistics: 3 files, 0\.2 kB, \d+\.0 ms\n\nParts\n/)
    expect(namesIn(text, 'Parts')).toEqual(['configure', 'discover', 'load', 'read', 'lint', 'report'])
    expect(namesIn(text, 'Slowest files').sort()).toEqual(['plans/a.md', 'plans/b.md', 'plans/c.md'])
    const ids = rules.map(({id}) => id)
    expect(namesIn(text, 'Slowest rules')).toHaveLength(10)
    expect(ids).toEqual(expect.arrayContaining(namesIn(text, 'Slowest rules')))
    const shares = rowsOf(text, 'Parts').map(([, numbers]) => Number(/(\d+) %$/.exec(numbers)?.[1]))
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeGreaterThan(95)
  })

  test('counts what was known from before, and names it not among the slow', async () => {
    const cwd = project(plans)
    await run(cwd, ['--cache', 'plans/a.md', 'plans/b.md'])
    const text = await told(cwd, '--cache')
    expect(text).toContain('Statistics: 3 files, 2 known from before, ')
    expect(namesIn(text, 'Slowest files')).toEqual(['plans/c.md'])
    const again = await told(cwd, '--cache')
    expect(again).toContain('3 files, 3 known from before')
    expect(again).not.toContain('Slowest')
  })

  test('puts the slowest rule first, by the time that its check takes', async () => {
    const slow = `
      import {defineRule} from '${library}'
      export const rules = ['no-haste', 'no-hurry'].map(id => defineRule({
        id, summary: 'x', severity: 'warning', messages: {found: 'x'},
        *check(plan, options, say) {
          yield say('found', {start: 0, end: 1}, {})
          globalThis.testTime += id === 'no-hurry' ? 300 : 100
        },
      }))
    `
    const time = Object.assign(globalThis, {testTime: 0})
    const cwd = project({
      'a.md': plan('queue'),
      'slow.mjs': slow,
      'plan-lint.config.json': '{"plugins": ["./slow.mjs"]}',
    })
    const surroundings = {now: () => time.testTime}
    const {stdout, stderr} = await run(cwd, ['--stats', 'a.md', '--format', 'compact'], surroundings)
    expect(stdout.match(/no-haste|no-hurry/g)).toEqual(['no-haste', 'no-hurry'])
    expect(rowsOf(stderr, 'Slowest rules').slice(0, 3)).toEqual([
      ['no-hurry', '300.0 ms  75 %'],
      ['no-haste', '100.0 ms  25 %'],
      [expect.any(String), '0.0 ms   0 %'],
    ])
    expect(rowsOf(stderr, 'Slowest files')).toEqual([['a.md', '400.0 ms  0.1 kB']])
  })

  test('fits 80 columns, and prints nothing that a terminal would obey', async () => {
    const long = `plans/${'long/'.repeat(30)}\u001b[2J計画.md`
    const text = await told(project({...plans, [long]: plan('queue')}))
    expect(text.split('\n').filter(line => line.length > 80)).toEqual([])
    expect(text).not.toContain('\u001b[2J')
    expect(text).toMatch(/ {2}…\S*long\/␛\[2J計画\.md\n/)
  })

  test('counts what fixing takes, and what a plan that cannot be read does not', async () => {
    const cwd = project({...plans, 'plans/d.md': Buffer.from([0xfe, 0xff, 0])})
    const {code, stderr} = await run(cwd, ['--stats', '--fix'])
    expect(code).toBe(2)
    expect(stderr).toContain('plans/d.md: is UTF-16')
    expect(stderr).toContain('Statistics: 3 files, ')
  })

  test('tells that nothing was linted where no plan has to be', async () => {
    const text = await told(project(plans), '--shard', '9/9')
    expect(text).toContain('no file falls to this shard')
    expect(text).toContain('Statistics: 0 files, 0.0 kB, ')
    expect(text).not.toContain('Slowest')
  })

  test('names a rule of a plugin that breaks down as before', async () => {
    const broken = `
      import {defineRule} from '${library}'
      export const rules = [defineRule({
        id: 'no-luck', summary: 'x', severity: 'warning', messages: {found: 'x'}, check() {},
      })]
    `
    const cwd = project({'a.md': plan('x'), 'b.mjs': broken, 'plan-lint.config.json': '{"plugins": ["./b.mjs"]}'})
    const {stderr} = await run(cwd, ['a.md'])
    expect(stderr).toContain('rule "no-luck" failed: "check" gave nothing to go through')
    expect((await run(cwd, ['--stats', 'a.md'])).stderr).toContain(stderr)
  })
})

describe('--stats with --format json', () => {
  const schema = JSON.parse(readFileSync(join(root, 'docs/report.schema.json'), 'utf8'))

  test('is part of the report, which fits the schema', async () => {
    const cwd = project(plans)
    await run(cwd, ['--cache', '--format', 'json', 'plans/a.md'])
    const {stdout} = await run(cwd, ['--cache', '--stats', '--format', 'json'])
    const report = JSON.parse(stdout)
    expect(new Validator(schema, '7', false).validate(report).errors).toEqual([])
    expect(report.stats.files).toMatchObject([
      {path: 'plans/a.md', bytes: 63, cached: true},
      {path: 'plans/b.md', bytes: 62, cached: false},
      {path: 'plans/c.md', bytes: 63, cached: false},
    ])
    const times = Object.values<number>(report.stats.rules)
    expect(times.length).toBeGreaterThan(10)
    expect(times).toEqual([...times].sort((a, b) => b - a))
  })

  test('is not there without', async () => {
    const {stdout} = await run(project(plans), ['--format', 'json'])
    expect(JSON.parse(stdout)).not.toHaveProperty('stats')
  })
})
