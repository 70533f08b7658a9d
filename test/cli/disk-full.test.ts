import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {buildIfStale} from '../built.ts'
import {fixedPlan as fixed, faultyPlan as plan} from './plans.ts'
import {project} from './world.ts'

beforeAll(buildIfStale, 180_000)

const bin = join(import.meta.dirname, '../../dist/bin/plan-lint.js')

/** More than fits. */
const body = 'A line of text that makes the file a few pages long.\n'.repeat(2000)
const room = 64
const names = Array.from({length: 4000}, (_, index) => `Section number ${index}`)

/**
 * Runs the command where files can have 64 KiB at most: as on a disk that gets full, the system takes the first part of
 * what is written, without complaint, and refuses the rest.
 */
function planLint(cwd: string, ...argv: string[]) {
  const line = `ulimit -f ${room}; exec "$@"`
  // What Node keeps on disk by itself is not what is looked at.
  const env = {...process.env, NODE_DISABLE_COMPILE_CACHE: '1', LC_ALL: 'C'}
  const args = ['-c', line, 'bash', process.execPath, bin, ...argv]
  const {status, stdout, stderr} = spawnSync('bash', args, {cwd, encoding: 'utf8', env})
  return {status, stdout, stderr}
}

const told = /cannot be written: it would be larger than a file may be here\n$/

test.skipIf(process.platform === 'win32').each(['--fix', '--fix-suggestions'])(
  '%s keeps every byte of a plan',
  option => {
    const cwd = project({'plans/a.md': plan + body, 'plans/b.md': plan})
    const {status, stderr} = planLint(cwd, option)
    expect({status, stderr}).toEqual({status: 2, stderr: expect.stringMatching(told)})
    expect(readFileSync(join(cwd, 'plans/a.md'), 'utf8')).toBe(plan + body)
    expect(readFileSync(join(cwd, 'plans/b.md'), 'utf8')).toBe(fixed)
    expect(readdirSync(join(cwd, 'plans'))).toEqual(['a.md', 'b.md'])
  },
)

describe.skipIf(process.platform === 'win32')('what was there before is kept', () => {
  const old = '{"version": 1, "files": {}}\n'
  const slots = `# Plan\n\n${'- Owner: [PROJECT NAME]\n'.repeat(2000)}`

  test.each([
    ['a report', 'report.json', ['-f', 'json', '-o', 'report.json']],
    ['one of several reports', 'report.json', ['-f', 'json=report.json']],
  ])('%s', (_, name, argv) => {
    const cwd = project({'plans/a.md': slots, [name]: old})
    const {status, stdout, stderr} = planLint(cwd, ...argv)
    expect({status, stdout, stderr}).toEqual({status: 2, stdout: '', stderr: expect.stringMatching(told)})
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(old)
    expect(readdirSync(cwd).sort()).toEqual(['plans', name])
  })

  test('the baseline', () => {
    const plans = Array.from({length: 800}, (_, index) => [`plans/${index}.md`, '# Plan\n\n- Owner: [NAME]\n'] as const)
    const cwd = project({...Object.fromEntries(plans), 'plan-lint-baseline.json': old})
    const {status, stderr} = planLint(cwd, '--update-baseline', '--quiet')
    expect({status, stderr}).toEqual({status: 2, stderr: expect.stringMatching(told)})
    expect(readFileSync(join(cwd, 'plan-lint-baseline.json'), 'utf8')).toBe(old)
  })

  test('the settings that init adds to', () => {
    const settings = `${JSON.stringify({env: Object.fromEntries(names.map(name => [name, name]))}, null, 2)}\n`
    const cwd = project({'plans/a.md': fixed, '.claude/settings.json': settings})
    const {status, stdout, stderr} = planLint(cwd, 'init', '--agent')
    expect({status, words: stdout + stderr}).toEqual({status: 2, words: expect.stringContaining('larger than a file')})
    expect(readFileSync(join(cwd, '.claude/settings.json'), 'utf8')).toBe(settings)
    expect(readdirSync(join(cwd, '.claude'))).toEqual(['settings.json'])
  })
})

test.skipIf(process.platform === 'win32')('the cache keeps nothing half, and fails no run', () => {
  const cwd = project({'plans/a.md': `# Plan\n\n${'- Owner: [PROJECT NAME]\n'.repeat(2000)}`})
  const run = () => planLint(cwd, '--cache', '--quiet', '-f', 'compact')
  const first = run()
  expect(first).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/the cache cannot be written: it would be larger/),
  })
  expect(readdirSync(join(cwd, '.plan-lint-cache'))).toEqual(['.gitignore'])
  expect(run()).toEqual(first)
})

test.skipIf(process.platform === 'win32')('a new plan that does not fit leaves nothing behind', () => {
  const sections = names.map((title, index) => ({id: `s${index}`, title, expectation: 'required'}))
  const cwd = project({
    'plan-lint.config.json': JSON.stringify({plugins: ['./own.mjs']}),
    'own.mjs': `import {definePreset} from ${JSON.stringify(pathToFileURL(join(bin, '../../index.js')).href)}
      export const presets = [definePreset({id: 'own', summary: 'Long', sections: ${JSON.stringify(sections)}})]`,
  })
  const {status, stderr} = planLint(cwd, 'new', 'own', '-o', 'plans/long.md')
  expect({status, stderr}).toEqual({status: 2, stderr: expect.stringMatching(told)})
  expect(existsSync(join(cwd, 'plans/long.md'))).toBe(false)
})
