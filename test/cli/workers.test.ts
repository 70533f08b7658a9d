import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {beforeAll, describe, expect, test, vi} from 'vitest'
import {workersThatHelp} from '../../cli/ahead/lint-ahead.ts'
import {LintPool} from '../../cli/ahead/pool.ts'
import {lint} from '../../index.ts'
import {buildIfStale} from '../built.ts'
import {project, run} from './world.ts'

const built = pathToFileURL(join(import.meta.dirname, '../../dist/bin/lint-worker.js'))
/** More than are linted without help. */
const count = 150

/** Many plans, a finding in each, and some with more to tell. */
function manyPlans(): Record<string, string | Buffer> {
  const plan = (number: number) => `# Plan: Part ${number}\n\nThe [NAME] is part ${number}.\n`
  return {
    ...Object.fromEntries(
      Array.from({length: count}, (_, index) => [`plans/${String(index).padStart(3, '0')}.md`, plan(index)]),
    ),
    'plans/050.md': Buffer.from([...Buffer.from('# Plan: Odd\n\nThe [NAME] \xff', 'latin1')]),
    'plans/051.md': Buffer.from([0, 1, 2]),
    'plans/052.md': '<!-- plan-lint-disable-file -->\n\n# Plan: None\n',
  }
}

/** A worker that does what `code` says when it is asked for the first time, and nothing besides. */
function worker(folder: string, code: string): URL {
  const file = join(folder, 'worker.mjs')
  writeFileSync(file, `import {parentPort} from 'node:worker_threads'\n${code}\n`)
  return pathToFileURL(file)
}

beforeAll(buildIfStale, 180_000)

test.each([
  [1, 0],
  [2, 0],
  [3, 1],
  [4, 1],
  [8, 3],
  [64, 3],
])('of %i processors %i run a worker beside this thread, which needs more than one itself', (processors, workers) => {
  expect(workersThatHelp(processors)).toBe(workers)
})

test('a worker finds what this thread finds, and says nothing where it cannot', async () => {
  const text = '# Plan: One\n\nThe [NAME].\n\n```go\nfunc A() {\n\treturn\n}\n```\n'
  const pool = new LintPool(built, 1, [])
  const go = {text, preset: 'go-phased', settings: {}, address: null}
  const answers = await Promise.all([
    pool.lint(go, {wantsOutline: true, wantsAsked: false}),
    pool.lint({...go, preset: 'none'}, {wantsOutline: false, wantsAsked: false}),
    pool.lint(go, {wantsOutline: false, wantsAsked: false}),
  ])
  await pool.close()
  const [withOutline, none, plain] = answers
  expect(plain).toEqual({result: lint(text, {preset: 'go-phased'})})
  expect(withOutline).toMatchObject({...plain, outline: {}})
  expect(none).toBeUndefined()
})

describe.each([['stylish', '--all'], ['json'], ['junit']])('the report %s', (...format) => {
  const argv = ['-f', ...format, 'plans']

  test('is the same with workers, to the byte', async () => {
    const folder = project(manyPlans())
    const alone = await run(folder, argv)
    expect(alone).toMatchObject({code: 2, stderr: expect.stringContaining('plans/051.md')})
    expect(await run(folder, argv, {lintWorkers: {module: built, count: 2}})).toEqual(alone)
  })
})

test('with a cache, a run with workers fills it, and the next one takes all from it', async () => {
  const folder = project(manyPlans())
  const argv = ['--cache', '-f', 'json', 'plans']
  const lintWorkers = {module: built, count: 1}
  const first = await run(folder, argv, {lintWorkers})
  expect(first.stdout).toContain('plans/000.md')
  const answer = vi.spyOn(LintPool.prototype, 'lint')
  expect(await run(folder, argv, {lintWorkers})).toEqual(first)
  expect(answer).not.toHaveBeenCalled()
})

describe('held against a template of their own', () => {
  const template = '# Plan: [NAME OF THE PART]\n\n## Aim\n\n[what it is for]\n'
  const config = '{"preset": "./docs/own.md"}'

  test.each([
    ['in the configuration', {'plan-lint.config.json': config}, []],
    ['on the command line', {}, ['--preset', './docs/own.md']],
  ])('plans are linted by workers: %s', async (_, files, options) => {
    const folder = project({...manyPlans(), 'docs/own.md': template, ...files})
    const argv = ['-f', 'json', ...options, 'plans']
    const alone = await run(folder, argv)
    expect(alone.stdout).toContain('The plan has no section \\"Aim\\"')
    const asked = vi.spyOn(LintPool.prototype, 'lint')
    expect(await run(folder, argv, {lintWorkers: {module: built, count: 1}})).toEqual(alone)
    const answers = await Promise.all(asked.mock.results.map(({value}) => value))
    expect(answers.length).toBeGreaterThan(10)
    expect(answers).not.toContain(undefined)
    asked.mockRestore()
  })

  test('plans are not where a module brings presets, which may be more than data', async () => {
    const plugin =
      "export default {rules: [], presets: [{id: 'x', summary: 'x', fingerprints: [], priority: 1, sections: [], vocabulary: {questions: [], validation: [], checkpoints: []}, literals: [], templateText: {}, rules: {}}]}\n"
    const own = '{"preset": "./docs/own.md", "plugins": ["./plugin.mjs"]}'
    const folder = project({
      ...manyPlans(),
      'docs/own.md': template,
      'plugin.mjs': plugin,
      'plan-lint.config.json': own,
    })
    const asked = vi.spyOn(LintPool.prototype, 'lint')
    const {stdout} = await run(folder, ['-f', 'json', 'plans'], {lintWorkers: {module: built, count: 1}})
    expect(stdout).toContain('no section')
    expect(asked).not.toHaveBeenCalled()
    asked.mockRestore()
  })
})

describe('a worker that', () => {
  test.each([
    ['dies at once', 'process.exit(1)'],
    ['cannot be loaded', "import './none.mjs'"],
    ['throws at its first task', "parentPort.on('message', () => { throw new Error('no') })"],
    ['dies at its first task', "parentPort.on('message', () => process.exit(0))"],
    [
      'dies after some',
      "let n = 0\nparentPort.on('message', ({id}) => ++n > 2 ? process.exit(1) : parentPort.postMessage({id}))",
    ],
    ['never has an answer', "parentPort.on('message', ({id}) => parentPort.postMessage({id}))"],
  ])('%s keeps no file from being linted', async (_, code) => {
    const folder = project(manyPlans())
    const alone = await run(folder, ['-f', 'json', 'plans'])
    const module = worker(folder, code)
    expect(await run(folder, ['-f', 'json', 'plans'], {lintWorkers: {module, count: 2}})).toEqual(alone)
  })

  test('finds something else is heard: workers are in use', async () => {
    const folder = project(manyPlans())
    const answer =
      "{result: {preset: 'plan', presetSource: 'fallback', evidence: [], findings: [], isPlan: true, suppressed: 0}}"
    const module = worker(folder, `parentPort.on('message', ({id}) => parentPort.postMessage({id, answer: ${answer}}))`)
    const lines = ({stdout}: {stdout: string}) => stdout.split('\n').length
    const alone = await run(folder, ['-f', 'compact', 'plans'])
    const helped = await run(folder, ['-f', 'compact', 'plans'], {lintWorkers: {module, count: 1}})
    expect(lines(alone)).toBeGreaterThan(count - 2)
    expect(lines(helped)).toBeLessThan(lines(alone))
  })
})

test.each([
  ['few files', 'plans/00*.md'],
  ['fixes', '--fix', 'plans'],
  ['statistics', '--stats', 'plans'],
])('%s need no worker', async (_, ...argv) => {
  const folder = project(manyPlans())
  const module = worker(folder, 'process.exit(1)')
  const opened: string[] = []
  const lintWorkers = {
    count: 1,
    get module() {
      opened.push('worker')
      return module
    },
  }
  await run(folder, argv, {lintWorkers})
  expect(opened).toEqual([])
})
