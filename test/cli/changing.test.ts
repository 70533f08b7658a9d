import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync, statSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {fixedPlan, faultyPlan as plan} from './plans.ts'
import {project, run} from './world.ts'

/**
 * A project with the plans a, b and c, and a rule that does something to them as soon as the first is linted: `change`
 * is code, in which `file` gives the path of a plan.
 */
function changing(change: string): string {
  const own = `
    import fs from 'node:fs'
    import {join} from 'node:path'
    const file = name => join(import.meta.dirname, 'plans', name)
    let isDone = false
    export const rules = [{
      id: 'own', summary: 'Changes plans', group: 'own', severity: 'error', enabledByDefault: true, options: {}, messages: {},
      *check() {
        if (isDone) return
        isDone = true
        ${change}
      },
    }]`
  return project({
    'plans/a.md': plan,
    'plans/b.md': plan,
    'plans/c.md': plan,
    'own.mjs': own,
    'plan-lint.config.json': '{"plugins": ["./own.mjs"]}',
  })
}

const pathsIn = (stdout: string) => JSON.parse(stdout).files.map(({path}: {path: string}) => path)

test.each([
  ['vanishes', `fs.rmSync(file('b.md'))`, 'no such file or folder'],
  ['turns into a folder', `fs.rmSync(file('b.md')); fs.mkdirSync(file('b.md'))`, 'it is a folder'],
  [
    'becomes a link to itself',
    `fs.rmSync(file('b.md')); fs.symlinkSync('b.md', file('b.md'))`,
    'its symbolic links go round in a circle',
  ],
])('a plan that %s after it was found is told; the others are linted', async (_, change, cause) => {
  const {code, stdout, stderr} = await run(changing(change), ['-f', 'json'])
  expect({code, stderr}).toEqual({code: 2, stderr: `plan-lint: plans/b.md: cannot be read: ${cause}\n`})
  expect(pathsIn(stdout)).toEqual(['plans/a.md', 'plans/c.md'])
})

test('a folder of plans that vanishes leaves what was read', async () => {
  const {code, stdout, stderr} = await run(changing(`fs.rmSync(file('.'), {recursive: true})`), ['-f', 'json'])
  expect(code).toBe(2)
  expect(stderr.match(/cannot be read: no such file or folder\n/g)).toHaveLength(2)
  expect(pathsIn(stdout)).toEqual(['plans/a.md'])
})

test.each([
  ['vanishes', `fs.rmSync(file('a.md'))`, 'cannot be read: no such file or folder'],
  ['turns into a folder', `fs.rmSync(file('a.md')); fs.mkdirSync(file('a.md'))`, 'cannot be read: it is a folder'],
])('a plan that %s before it is fixed is told, and does not come back', async (_, change, cause) => {
  const root = changing(change)
  const {code, stdout, stderr} = await run(root, ['--fix', '-f', 'json'])
  expect({code, stderr}).toEqual({code: 2, stderr: `plan-lint: plans/a.md: ${cause}\n`})
  expect(pathsIn(stdout)).toEqual(['plans/b.md', 'plans/c.md'])
  expect(existsSync(join(root, 'plans/a.md')) && statSync(join(root, 'plans/a.md')).isFile()).toBe(false)
  expect(readFileSync(join(root, 'plans/b.md'), 'utf8')).toBe(fixedPlan)
})

test.each(['--changed', '--changed-lines'])('git can be asked of a plan that has vanished since: %s', async option => {
  const root = changing(`fs.rmSync(file('a.md'))`)
  execFileSync('git', ['init', '--quiet'], {cwd: root})
  const {code, stdout, stderr} = await run(root, ['--changed', option, '-f', 'json'])
  expect({code, stderr}).toEqual({code: 1, stderr: ''})
  expect(pathsIn(stdout)).toEqual(['plans/a.md', 'plans/b.md', 'plans/c.md'])
})

test('the folder that a run begins in may vanish', async () => {
  const root = changing(`fs.rmSync(join(file('.'), '..'), {recursive: true})`)
  const {code, stdout, stderr} = await run(root, ['-f', 'json', '--cache', '--update-baseline'])
  expect(code).toBe(2)
  expect(stderr).not.toContain('internal error')
  expect(stdout).not.toBe('')
})

test('links that go round on the way to a plan, a configuration and a report are told', async () => {
  const root = project({'plans/a.md': plan})
  symlinkSync('round', join(root, 'round'))
  symlinkSync('loop.json', join(root, 'loop.json'))
  const told = 'its symbolic links go round in a circle'
  for (const [argv, words] of [
    [['round/a.md'], `round/a.md: cannot be read: ${told}`],
    [['--config', 'loop.json'], `loop.json: cannot be read: ${told}`],
    [['--baseline', 'loop.json'], `loop.json: cannot be read: ${told}; --update-baseline writes it`],
    [
      ['@loop.json'],
      `loop.json: the list cannot be read: ${told}; for what is itself called "@loop.json" write ./@loop.json`,
    ],
    [['-o', 'loop.json'], `loop.json: the report cannot be written: ${told}`],
    [['-o', 'round/report'], `round/report: the report cannot be written: ${told}`],
  ] as const) {
    const {code, stderr} = await run(root, [...argv])
    expect({code, stderr}).toEqual({code: 2, stderr: `plan-lint: ${words}\n`})
  }
  const cached = await run(root, ['--cache-location', 'round', '-f', 'compact'])
  expect(cached).toMatchObject({
    code: 1,
    stderr: `plan-lint: round: the cache cannot be written: ${told}; --cache-location names another\n`,
  })
})
