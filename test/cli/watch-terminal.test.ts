import {execFileSync} from 'node:child_process'
import nodeFs from 'node:fs'
import {join} from 'node:path'
import {Writable} from 'node:stream'
import {setTimeout} from 'node:timers/promises'
import {describe, expect, onTestFinished, test} from 'vitest'
import {main} from '../../cli/main.ts'
import type {World} from '../../cli/world.ts'
import {project, put} from './world.ts'

const plan = (name: string) => `<!-- plan-lint preset: plan -->\n# Retries\n\nThe ${name} retries.\n`
const cleared = '\u001b[2J\u001b[H'
const ready = 'plan-lint: watching for changes; Ctrl+C ends\n'

class Screen extends Writable {
  text = ''
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }

  async until(words: string, times = 1): Promise<void> {
    while (this.text.split(words).length <= times) await setTimeout(5)
  }
}

/** `plan-lint --watch` at a terminal. */
function atTerminal(cwd: string, argv: readonly string[] = [], world: Partial<World> = {}) {
  const ending = new AbortController()
  onTestFinished(() => ending.abort())
  const [stdout, stderr] = [terminal(), terminal()]
  const env = {NO_COLOR: '1'}
  const exit = main({argv: ['--watch', ...argv], cwd, env, stdout, stderr, end: ending.signal, ...world})
  const end = () => {
    ending.abort()
    return exit
  }
  return {end, exit, stdout, stderr}
}

function terminal() {
  return Object.assign(new Screen(), {isTTY: true, columns: 80})
}

describe('--watch at a terminal', () => {
  test('draws over what was there', async () => {
    const cwd = project({'plans/a.md': plan('[NAME]')})
    const {end, stdout, stderr} = atTerminal(cwd)
    await stderr.until(ready)
    put(cwd, {'plans/a.md': plan('queue')})
    await stderr.until(ready, 2)
    expect(await end()).toBe(0)
    const drawn = stdout.text.split(cleared)
    expect(drawn).toHaveLength(3)
    expect(drawn[1]).toContain('[NAME]')
    expect(drawn[2]).toMatch(/^1 plan in plans\/\n[\s\S]*✔ no findings in 1 file\n\n$/)
    // The line on which the terminal showed "^C" has an end.
    expect(stderr.text).toBe(`${ready}plan-lint: plans/a.md changed\n${ready}\n`)
  })

  test.each([
    ['where the report goes elsewhere', {stdout: new Screen()}],
    ['on a terminal that cannot do that', {env: {NO_COLOR: '1', TERM: 'dumb'}}],
  ])('draws over nothing %s', async (_, world) => {
    const {end, stdout, stderr} = atTerminal(project({'plans/a.md': plan('[NAME]')}), [], world)
    await stderr.until(ready)
    await end()
    const report = 'stdout' in world ? world.stdout : stdout
    expect(report.text).toMatch(/^1 plan in plans\//)
  })

  test('prints no name that a terminal would obey', async () => {
    const cwd = project({'plans/a.md': plan('[NAME]')})
    const {stderr} = atTerminal(cwd)
    await stderr.until(ready)
    put(cwd, {'plans/b\u001b[2J.md': plan('[NAME]')})
    await stderr.until('plan-lint: plans/b␛[2J.md changed\n')
  })

  test('ends while it lints, without a report, and leaves no line of progress', async () => {
    const cwd = project({'plans/a.md': plan('[NAME]'), 'plans/b.md': plan('[NAME]'), 'plans/c.md': plan('[NAME]')})
    const ending = new AbortController()
    const read: string[] = []
    const readFileSync = (path: string, ...rest: []) => {
      if (path.endsWith('.md')) read.push(path)
      if (path.endsWith('b.md')) ending.abort()
      return nodeFs.readFileSync(path, ...rest)
    }
    const fs = {...nodeFs, readFileSync} as typeof nodeFs
    let time = 0
    const now = () => {
      time += 5000
      return time
    }
    const {exit, stdout, stderr} = atTerminal(cwd, [], {end: ending.signal, fs, now})
    expect(await exit).toBe(0)
    expect(read).toEqual(['plans/a.md', 'plans/b.md'].map(name => join(cwd, name)))
    expect(stdout.text).toBe(cleared)
    expect(stderr.text.split('\r\u001b[2K').slice(-2)).toEqual(['linting 2/3 plans/b.md', '\n'])
  })
})

describe('--watch --changed', () => {
  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {cwd, stdio: 'pipe'})

  test('hears of commits, after which less has changed', async () => {
    const cwd = project({'plans/a.md': plan('[NAME]'), 'plans/b.md': plan('[NAME]')})
    git(cwd, 'init', '--quiet')
    git(cwd, 'add', 'plans/a.md')
    git(cwd, 'commit', '--quiet', '--message', 'Begin')
    const {end, stdout, stderr} = atTerminal(cwd, ['--changed', '--format', 'compact'])
    await stderr.until(ready)
    git(cwd, 'add', 'plans/b.md')
    git(cwd, 'commit', '--quiet', '--message', 'Go on')
    await stderr.until('plan-lint: no plan has changed\n')
    await end()
    expect(stdout.text).toContain('plans/b.md:4:5')
    expect(stdout.text).not.toContain('plans/a.md')
    expect(stderr.text).toContain(`${ready}plan-lint: .git/logs/HEAD changed\nplan-lint: no plan has changed\n`)
  })
})
