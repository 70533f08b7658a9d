import {type ChildProcess, type SpawnSyncReturns, spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {beforeAll, describe, expect, onTestFinished, test} from 'vitest'
import {buildIfStale} from '../built.ts'
import {fixedPlan as fixed, faultyPlan as plan} from './plans.ts'
import {add, project} from './world.ts'

const bin = join(import.meta.dirname, '../../dist/bin/plan-lint.js')
const names = ['a', 'b', 'c', 'd'].map(name => `plans/${name}.md`)
const signals = ['SIGINT', 'SIGTERM'] as const

beforeAll(buildIfStale, 180_000)

/** Plans, and a rule that sends its own process a signal as soon as it is asked about the third of them. */
function interrupted(signal: string): string {
  const own = `
    let count = 0
    export const rules = [{
      id: 'own', summary: 'Ends the run', group: 'own', severity: 'error', enabledByDefault: true, options: {}, messages: {},
      *check(plan) {
        if (plan.text.includes('Third') && count++ === 0) process.kill(process.pid, '${signal}')
      },
    }]`
  const plans = Object.fromEntries(names.map((name, index) => [name, index === 2 ? `${plan}\nThird.\n` : plan]))
  return project({...plans, 'own.mjs': own, 'plan-lint.config.json': '{"plugins": ["./own.mjs"]}', report: 'before\n'})
}

function planLint(cwd: string, ...argv: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [bin, ...argv], {cwd, encoding: 'utf8'})
}

function start(cwd: string, ...argv: string[]) {
  const child = spawn(process.execPath, [bin, ...argv], {cwd, stdio: ['ignore', 'pipe', 'pipe']})
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

describe.each(signals)('%s', signal => {
  test('in the middle of a run ends it without half a report', () => {
    const cwd = interrupted(signal)
    const {signal: end, stdout, stderr} = planLint(cwd, '-f', 'json', '-f', 'compact=report')
    expect({end, stdout, stderr}).toEqual({end: signal, stdout: '', stderr: ''})
    expect(readFileSync(join(cwd, 'report'), 'utf8')).toBe('before\n')
  })

  test('in the middle of --fix leaves each plan as it was, or fixed', () => {
    const cwd = interrupted(signal)
    expect(planLint(cwd, '--fix').signal).toBe(signal)
    const texts = names.map(name => readFileSync(join(cwd, name), 'utf8'))
    expect(texts).toEqual([fixed, fixed, `${plan}\nThird.\n`, plan])
    expect(readdirSync(join(cwd, 'plans'))).toEqual(['a.md', 'b.md', 'c.md', 'd.md'])
  })

  test('in the middle of --watch ends it as it ends a wait', () => {
    const {status, signal: end, stdout} = planLint(interrupted(signal), '--watch', '-f', 'compact')
    expect({status, end, stdout}).toEqual({status: 0, end: null, stdout: ''})
  })

  test('ends a wait for changes', async () => {
    const cwd = project({'plans/a.md': plan})
    const child = start(cwd, '--watch', '-f', 'compact')
    const exited = once(child, 'exit')
    const report = text(child.stdout)
    await heard(child, 'watching for changes')
    child.kill(signal)
    expect(await exited).toEqual([0, null])
    expect(await report).toContain('plans/a.md:6:')
  })
})

/** Resolves once the error output of a process holds `words`. */
async function heard({stderr}: ChildProcess, words: string): Promise<void> {
  let told = ''
  for await (const chunk of stderr ?? []) {
    told += chunk
    if (told.includes(words)) return
  }
  throw new Error(`it ended without "${words}": ${told}`)
}

describe('a reader that does not go on reading', () => {
  const long = `# Plan\n\n${'- Owner: [PROJECT NAME]\n'.repeat(5000)}`

  test('gets all once it does', async () => {
    const cwd = project({'plans/a.md': long})
    const child = start(cwd, '-f', 'json')
    const exited = once(child, 'exit')
    await once(child.stdout, 'readable')
    // A whole run of another process later nothing more has been read.
    add(cwd, {'b.md': plan})
    expect(planLint(cwd, 'b.md').status).toBe(1)
    expect(JSON.parse(await text(child.stdout)).summary.errors).toBe(5000)
    expect(await exited).toEqual([1, null])
  })

  test.each(signals)('keeps no run from ending on %s', async signal => {
    const child = start(project({'plans/a.md': long}), '-f', 'json')
    const exited = once(child, 'exit')
    await once(child.stdout, 'readable')
    child.kill(signal)
    expect(await exited).toEqual([null, signal])
  })

  test.each(signals)('keeps no --watch from ending on %s', async signal => {
    const child = start(project({'plans/a.md': long}), '--watch', '-f', 'json')
    const exited = once(child, 'exit')
    await once(child.stdout, 'readable')
    child.kill(signal)
    expect(await exited).toEqual([0, null])
  })
})
