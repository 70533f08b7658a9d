import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {setTimeout} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {beforeAll, expect, test} from 'vitest'
import {buildIfStale} from '../built.ts'
import {add, project} from './world.ts'

const root = join(import.meta.dirname, '../..')
const bin = join(root, 'dist/bin/plan-lint.js')

beforeAll(buildIfStale, 180_000)

const plan = '<!-- plan-lint preset: plan -->\n# Retries\n\nThe [NAME] retries.\n'

function planLint(cwd: string, argv: readonly string[], env: Record<string, string> = {}) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [bin, ...argv], {
    cwd,
    encoding: 'utf8',
    timeout: 20_000,
    env: {...process.env, ...env},
  })
  return {status, stdout, stderr}
}

const json = ['--format', 'json', '--cache']

test('processes that use one cache at a time, some of them killed, agree with one that uses none', async () => {
  const names = Array.from({length: 200}, (_, index) => `plans/${index}.md`)
  const cwd = project(Object.fromEntries(names.map(name => [name, plan.replace('retries', `retries ${name}`)])))
  for (const round of [1, 2, 3, 4, 5]) {
    // All has to be done again each time.
    const rule = ['--rule', `no-placeholders:${round % 2 === 0 ? 'warning' : 'error'}`]
    const {status, stdout} = planLint(cwd, ['--format', 'json', ...rule])
    const started = Date.now()
    const children = Array.from({length: 5}, () => {
      const child = spawn(process.execPath, [bin, ...json, ...rule], {cwd, stdio: ['ignore', 'pipe', 'inherit']})
      return {child, report: text(child.stdout), exited: once(child, 'exit')}
    })
    // They write by now, each round a little more; who is done before is not killed.
    while (entriesSince(cwd, started) < round * 30) await setTimeout(2)
    for (const {child} of children.slice(3)) child.kill('SIGKILL')
    for (const {report, exited} of children) {
      const [code, signal] = await exited
      if (signal === null) expect({code, isSame: (await report) === stdout}).toEqual({code: status, isSame: true})
    }
    expect(entriesIn(cwd).every(isWhole)).toBe(true)
    expect(planLint(cwd, [...json, ...rule])).toEqual({status, stdout, stderr: ''})
  }
})

function entriesIn(cwd: string): string[] {
  const folder = join(cwd, '.plan-lint-cache')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.filter(name => name.endsWith('.json')).map(name => join(folder, name))
}

function entriesSince(cwd: string, time: number): number {
  return entriesIn(cwd).filter(entry => (statSync(entry, {throwIfNoEntry: false})?.mtimeMs ?? 0) >= time).length
}

/** Whether an entry is two lines of JSON. */
function isWhole(entry: string): boolean {
  const lines = readFileSync(entry, 'utf8').split('\n')
  return lines.length === 3 && lines.slice(0, 2).every(line => JSON.parse(line))
}

test.runIf(existsSync('/proc/self'))('a run ends where no folder can be made, though the one above is there', () => {
  const cwd = project({'plans/a.md': plan})
  expect(planLint(cwd, ['--cache-location', '/proc/none', '--format', 'compact'])).toEqual({
    status: 1,
    stdout: expect.stringContaining('plans/a.md:4:5: error'),
    stderr: expect.stringMatching(
      /^plan-lint: \S*proc\/none: the cache cannot be written: no such file.*; --cache-location names another\n$/,
    ),
  })
  expect(planLint(cwd, ['-o', '/proc/none/report'])).toMatchObject({status: 2, stdout: ''})
})

test('a run that knows all results loads neither rules nor engine', () => {
  const config = {rules: {'no-open-questions': 'warning'}, overrides: [{files: ['**/*.md'], preset: 'plan'}]}
  const cwd = project({'plans/a.md': plan, 'plan-lint.config.json': JSON.stringify(config)})
  const loads = (coverage: string) => {
    expect(planLint(cwd, ['--cache'], {NODE_V8_COVERAGE: join(cwd, coverage)}).status).toBe(1)
    return [...modulesRunIn(join(cwd, coverage))].some(code => code.includes('is a placeholder; fill it in'))
  }
  expect(loads('first')).toBe(true)
  expect(loads('second')).toBe(false)
})

/** The text of the modules of the command that a process has run. */
function* modulesRunIn(coverage: string): Iterable<string> {
  for (const name of readdirSync(coverage)) {
    const {result}: {result: {url: string; functions: FunctionRun[]}[]} = JSON.parse(
      readFileSync(join(coverage, name), 'utf8'),
    )
    for (const {url, functions} of result.filter(({url}) => url.startsWith('file:'))) {
      const code = readFileSync(fileURLToPath(url), 'utf8')
      for (const {functionName, ranges} of functions) {
        const [range] = ranges
        if (functionName.endsWith('.ts') && range?.count) yield code.slice(range.startOffset, range.endOffset)
      }
    }
  }
}

interface FunctionRun {
  functionName: string
  ranges: {startOffset: number; endOffset: number; count: number}[]
}

test('a configuration that is code counts by what it gives, not by what it says', () => {
  const config = `import {level} from './level.mjs'\nexport default {rules: {'no-placeholders': level}}\n`
  const level = (value: string) => ({'level.mjs': `export const level = '${value}'\n`})
  const cwd = project({'plans/a.md': plan, 'plan-lint.config.mjs': config, ...level('error')})
  expect(planLint(cwd, ['--cache', '--quiet']).status).toBe(1)
  add(cwd, level('warning'))
  expect(planLint(cwd, ['--cache', '--quiet']).status).toBe(0)
  add(cwd, level('loud'))
  expect(planLint(cwd, ['--cache', '--quiet'])).toMatchObject({status: 2, stdout: ''})
})
