import {describe, expect, test} from 'vitest'
import {project, run} from './world.ts'

const plan = '<!-- plan-lint preset: plan -->\n# Retries\n\nThe queue retries.\n'

const plans = (...names: string[]) => project(Object.fromEntries(names.map(name => [`plans/${name}.md`, plan])))

/** A clock that goes on by `step` milliseconds each time somebody looks. */
function clock(step: number): () => number {
  let time = 0
  return () => {
    time += step
    return time
  }
}

const wiped = '\r\u001b[2K'
const terminal = {stderrColumns: 60}

test('a long run tells how far it is, on one line that is gone in the end', async () => {
  const {code, stdout, stderr} = await run(plans('a', 'b', 'c', 'd'), [], {...terminal, now: clock(600)})
  expect(stderr.split(wiped)).toEqual([
    '',
    'linting 2/4 plans/b.md',
    'linting 3/4 plans/c.md',
    'linting 4/4 plans/d.md',
    '',
  ])
  expect({code, stdout}).toEqual(await run(plans('a', 'b', 'c', 'd'), []).then(({code, stdout}) => ({code, stdout})))
})

test('it is told a few times a second, no more', async () => {
  const names = Array.from({length: 200}, (_, index) => `${index}`)
  const {stderr} = await run(plans(...names), [], {...terminal, now: clock(10)})
  // The clock is looked at once for each plan, and once more for each line: the second that is left has a line in 110 ms.
  expect(stderr.split(wiped).length - 2).toBeGreaterThan(8)
  expect(stderr.split(wiped).length - 2).toBeLessThan(12)
})

test('a short run says nothing', async () => {
  expect((await run(plans('a', 'b'), [], {...terminal, now: clock(1)})).stderr).toBe('')
})

describe('nothing is told', () => {
  test.each([
    ['where the error output is no terminal', {}],
    ['in CI', {...terminal, env: {CI: 'true'}}],
    ['where a line cannot be written over', {...terminal, env: {TERM: 'dumb'}}],
  ])('%s', async (_, surroundings) => {
    expect((await run(plans('a', 'b', 'c'), [], {...surroundings, now: clock(5000)})).stderr).toBe('')
  })
})

test('it is told while the report goes to a program', async () => {
  const {stdout, stderr} = await run(plans('a', 'b', 'c'), ['-f', 'json'], {...terminal, now: clock(5000)})
  expect(stderr).toContain('linting 2/3')
  expect(JSON.parse(stdout).summary.files).toBe(3)
})

test('a complaint has a line of its own', async () => {
  const cwd = project({'plans/a.md': plan, 'plans/b.md': plan, 'plans/c.md': Buffer.from([0xff]), 'plans/d.md': ''})
  const {stderr} = await run(cwd, [], {...terminal, now: clock(5000)})
  expect(stderr).toContain(`linting 3/4 plans/c.md${wiped}plan-lint: plans/c.md: holds bytes that are no UTF-8`)
  expect(stderr).toContain(`save it as UTF-8\n${wiped}linting 4/4 plans/d.md${wiped}`)
  expect(stderr.endsWith(wiped)).toBe(true)
})

test('it takes less than a line, and holds nothing that a terminal would obey', async () => {
  const cwd = plans(`${'long '.repeat(20)}\u001b[2J計画`, `z`, `${'é'.repeat(60)}`)
  const {stderr} = await run(cwd, [], {...terminal, now: clock(5000)})
  const lines = stderr.split(wiped).filter(line => line !== '')
  expect(lines[0]).toMatch(/^linting 1\/3 ….*␛\[2J計画\.md$/)
  expect(lines).toHaveLength(3)
  // A character of that script takes two columns.
  for (const line of lines) expect(line.replaceAll(/[計画]/g, 'xx').length).toBeLessThan(60)
})
