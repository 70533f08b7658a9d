import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {pathToFileURL} from 'node:url'
import {beforeAll, describe, expect, onTestFinished, test} from 'vitest'
import {buildIfStale} from '../built.ts'
import {project, put, run} from './world.ts'

const root = join(import.meta.dirname, '../..')
const bin = join(root, 'dist/bin/plan-lint.js')
const library = pathToFileURL(join(root, 'dist/index.js')).href

beforeAll(buildIfStale, 180_000)

const plan = (name: string) => `<!-- plan-lint preset: plan -->\n# Retries\n\nThe ${name} retries.\n`
const found = (path: string, name: string, severity = 'error') =>
  `${path}:4:5: ${severity} "${name}" is a placeholder; fill it in, or write "N/A" and why [no-placeholders]\n`
/** Milliseconds in which a change that is none would be told; a slow machine tells it later, and no test fails by it. */
const spell = 500
const ready = 'plan-lint: watching for changes; Ctrl+C ends\n'

/** A process that watches; what it prints comes piece by piece. */
class Watching {
  readonly #child: ChildProcess
  /** Here is all that it has printed before it printed anything on its error output. */
  readonly #output = join(mkdtempSync(join(tmpdir(), 'plan-lint-')), 'output')
  #shown = 0
  #stderr = ''

  constructor(cwd: string, argv: readonly string[] = ['--format', 'compact']) {
    const output = openSync(this.#output, 'a')
    this.#child = spawn(process.execPath, [bin, '--watch', ...argv], {cwd, stdio: ['ignore', output, 'pipe']})
    closeSync(output)
    this.#child.stderr?.on('data', chunk => {
      this.#stderr += chunk
    })
    onTestFinished(() => {
      this.#child.kill('SIGKILL')
      rmSync(dirname(this.#output), {recursive: true})
    })
  }

  /** What is printed until the report is there, the one after those that were asked for before. */
  async next(): Promise<{stdout: string; stderr: string}> {
    while (!this.#stderr.includes(ready)) {
      if (this.#child.exitCode !== null) throw new Error(`it has ended: ${this.#stderr}`)
      await setTimeout(10)
    }
    const end = this.#stderr.indexOf(ready)
    const all = readFileSync(this.#output, 'utf8')
    const printed = {stdout: all.slice(this.#shown), stderr: this.#stderr.slice(0, end)}
    this.#shown = all.length
    this.#stderr = this.#stderr.slice(end + ready.length)
    return printed
  }

  /** Ends it by a signal, and returns the exit code. */
  async end(signal: NodeJS.Signals = 'SIGINT'): Promise<unknown> {
    const exited = once(this.#child, 'exit')
    this.#child.kill(signal)
    const [code] = await exited
    return code
  }
}

describe('a plan', () => {
  test('that is changed is reported anew, and it alone is linted again', async () => {
    const cwd = project({'plans/a.md': plan('[NAME]'), 'plans/b.md': plan('[DATE]')})
    const watching = new Watching(cwd, ['--format', 'json', '--stats'])
    const cached = (stdout: string) =>
      JSON.parse(stdout).stats.files.map(({path, cached}: {path: string; cached: boolean}) => [path, cached])
    expect(cached((await watching.next()).stdout)).toEqual([
      ['plans/a.md', false],
      ['plans/b.md', false],
    ])
    put(cwd, {'plans/a.md': plan('queue')})
    const {stdout, stderr} = await watching.next()
    expect(stderr).toMatch(/^plan-lint: plans\/a\.md changed\n/)
    expect(JSON.parse(stdout).summary.errors).toBe(1)
    expect(cached(stdout)).toEqual([
      ['plans/a.md', false],
      ['plans/b.md', true],
    ])
    expect(await watching.end()).toBe(0)
  })

  test('comes, goes, and is called otherwise', async () => {
    const cwd = project({'plans/a.md': plan('[NAME]')})
    const watching = new Watching(cwd)
    await watching.next()
    put(cwd, {'docs/plans/deep/b.md': plan('[DATE]')})
    expect(await watching.next()).toEqual({
      stdout: found('docs/plans/deep/b.md', '[DATE]') + found('plans/a.md', '[NAME]'),
      stderr: 'plan-lint: docs changed\n',
    })
    put(cwd, {'docs/plans/deep/c.md': plan('[NAME]')})
    expect((await watching.next()).stderr).toBe('plan-lint: docs/plans/deep/c.md changed\n')
    renameSync(join(cwd, 'docs'), join(project(), 'docs'))
    expect((await watching.next()).stdout).toBe(found('plans/a.md', '[NAME]'))
    renameSync(join(cwd, 'plans/a.md'), join(cwd, 'plans/z.md'))
    expect(await watching.next()).toEqual({
      stdout: found('plans/z.md', '[NAME]'),
      stderr: 'plan-lint: plans/a.md, plans/z.md changed\n',
    })
    put(cwd, {'docs/plans/deep/b.md': plan('[DATE]')})
    expect((await watching.next()).stdout).toContain(found('docs/plans/deep/b.md', '[DATE]'))
  })

  test('is saved as editors do: beside it, then in its place', async () => {
    const cwd = project({'plans/a.md': plan('[NAME]')})
    const watching = new Watching(cwd, ['--format', 'compact', 'plans/a.md'])
    await watching.next()
    for (const name of ['[DATE]', '[PROJECT NAME]']) {
      writeFileSync(join(cwd, 'plans/4913'), '')
      writeFileSync(join(cwd, 'plans/.a.md.swp'), plan(name))
      renameSync(join(cwd, 'plans/.a.md.swp'), join(cwd, 'plans/a.md'))
      rmSync(join(cwd, 'plans/4913'))
      expect((await watching.next()).stdout).toBe(found('plans/a.md', name))
    }
  })

  test('that is a link is followed', async () => {
    const cwd = project({'kept/a.md': plan('[NAME]'), 'plans/b.md': plan('queue')})
    symlinkSync('../kept/a.md', join(cwd, 'plans/a.md'))
    const watching = new Watching(cwd)
    await watching.next()
    put(cwd, {'kept/a.md': plan('[DATE]')})
    expect((await watching.next()).stdout).toBe(found('plans/a.md', '[DATE]'))
  })

  test('that is saved as it was, and files that are no plans, change nothing', async () => {
    const cwd = project({'plans/a.md': plan('[NAME]')})
    const watching = new Watching(cwd)
    await watching.next()
    utimesSync(join(cwd, 'plans/a.md'), 1, 1)
    put(cwd, {'plans/a.md': plan('[NAME]'), 'plans/notes.txt': '', 'other.md': plan('[NAME]'), 'src/x.ts': ''})
    await setTimeout(spell)
    put(cwd, {'plans/b.md': plan('queue')})
    expect((await watching.next()).stderr).not.toContain('plans/a.md')
  })
})

test('the files that a plan names are seen to come, to change and to go', async () => {
  const place = plan('`src/a.ts:3`')
  const told = (column: number, message: string) => `plans/a.md:4:${column}: warning ${message} [code-references]\n`
  const cwd = project({'plans/a.md': place, '.git/HEAD': '', 'src/b.ts': ''})
  const watching = new Watching(cwd)
  const missing = told(6, 'there is no file src/a.ts; name the one that is meant')
  expect((await watching.next()).stdout).toBe(missing)
  put(cwd, {'src/a.ts': 'a\nb\nc\n'})
  expect((await watching.next()).stdout).toBe('')
  put(cwd, {'src/a.ts': 'a\n'})
  expect((await watching.next()).stdout).toBe(
    told(15, 'src/a.ts ends with line 1, before line 3; look the place up again'),
  )
  rmSync(join(cwd, 'src/a.ts'))
  expect((await watching.next()).stdout).toBe(missing)
})

describe('what is not there yet', () => {
  test('is told, and waited for', async () => {
    const cwd = project()
    const watching = new Watching(cwd)
    expect((await watching.next()).stderr).toContain('plan-lint: no plans in plans/, ')
    put(cwd, {'thoughts/shared/plans/a.md': plan('[NAME]')})
    expect((await watching.next()).stdout).toBe(found('thoughts/shared/plans/a.md', '[NAME]'))
  })

  test('is a file that the user names', async () => {
    const cwd = project()
    const watching = new Watching(cwd, ['--format', 'compact', 'x/y/a.md'])
    expect((await watching.next()).stderr).toContain('plan-lint: x/y/a.md: no such file or folder')
    mkdirSync(join(cwd, 'x/y'), {recursive: true})
    await setTimeout(spell)
    put(cwd, {'x/y/a.md': plan('[NAME]')})
    const seen = await watching.next()
    const last = seen.stdout === '' ? await watching.next() : seen
    expect(last.stdout).toBe(found('x/y/a.md', '[NAME]'))
  })
})

describe('the configuration', () => {
  const config = (rules: object, more: object = {}) => JSON.stringify({rules, ...more})
  const faulty = {'plans/a.md': plan('[NAME]')}

  test('counts as soon as it is there, is told of where it is wrong, and mended', async () => {
    const cwd = project(faulty)
    const watching = new Watching(cwd)
    await watching.next()
    put(cwd, {'plan-lint.config.json': config({'no-placeholders': 'warning'})})
    expect((await watching.next()).stdout).toBe(found('plans/a.md', '[NAME]', 'warning'))
    put(cwd, {'plan-lint.config.json': config({'no-placeholder': 'warning'})})
    const {stdout, stderr} = await watching.next()
    expect(stdout).toBe('')
    expect(stderr).toContain('plan-lint.config.json:1:11: unknown rule "no-placeholder"; did you mean')
    put(cwd, {'plan-lint.config.json': config({'no-placeholders': 'info'})})
    expect((await watching.next()).stdout).toBe(found('plans/a.md', '[NAME]', 'info'))
    rmSync(join(cwd, 'plan-lint.config.json'))
    expect((await watching.next()).stdout).toBe(found('plans/a.md', '[NAME]'))
  })

  test('may be broken from the start, in what it extends', async () => {
    const files = {'plan-lint.config.json': '{"extends": "./base/base.json"}', 'base/base.json': '{'}
    const cwd = project({...faulty, ...files})
    const watching = new Watching(cwd)
    expect((await watching.next()).stderr).toContain('base/base.json:1:2: is no JSON')
    put(cwd, {'base/base.json': config({'no-placeholders': 'warning'})})
    expect((await watching.next()).stdout).toBe(found('plans/a.md', '[NAME]', 'warning'))
  })

  test('says what is left out, as .gitignore does', async () => {
    const cwd = project({...faulty, 'plans/b.md': plan('[DATE]')})
    const watching = new Watching(cwd)
    await watching.next()
    put(cwd, {'plan-lint.config.json': config({}, {ignores: ['plans/a.md']})})
    expect((await watching.next()).stdout).toBe(found('plans/b.md', '[DATE]'))
    put(cwd, {'plans/.gitignore': 'b.md\n', 'plan-lint.config.json': config({})})
    const seen = await watching.next()
    const last = seen.stdout.includes('b.md') ? await watching.next() : seen
    expect(last.stdout).toBe(found('plans/a.md', '[NAME]'))
  })

  test('is code that is run anew, with its plugins', async () => {
    const rule = (word: string) => `
      import {defineRule} from '${library}'
      export const rules = [defineRule({
        id: 'no-help', summary: 'Help', severity: 'warning', messages: {found: '${word}'},
        *check(plan, options, say) { yield say('found', {start: 0, end: 1}, {}) },
      })]
    `
    const cwd = project({
      'plans/a.md': plan('queue'),
      'rule.mjs': rule('one'),
      'plan-lint.config.mjs': 'export default {plugins: ["./rule.mjs"]}',
    })
    const watching = new Watching(cwd)
    expect((await watching.next()).stdout).toBe('plans/a.md:1:1: warning one [no-help]\n')
    put(cwd, {'rule.mjs': rule('another')})
    expect((await watching.next()).stdout).toBe('plans/a.md:1:1: warning another [no-help]\n')
    put(cwd, {'plan-lint.config.mjs': 'export default {plugins: ["./rule.mjs"], rules: {"no-help": "off"}}'})
    expect((await watching.next()).stdout).toBe('')
  })

  test('may have plugins whose rules are asked again each time, as they may depend on anything', async () => {
    const rule = `
      import {readFileSync} from 'node:fs'
      import {defineRule} from '${library}'
      export const rules = [defineRule({
        id: 'no-help', summary: 'Help', severity: 'warning', messages: {found: '{word}'},
        *check(plan, options, say) { yield say('found', {start: 0, end: 1}, {word: readFileSync('word', 'utf8')}) },
      })]
    `
    const config = '{"plugins": ["./rule.mjs"]}'
    const cwd = project({'plans/a.md': plan('queue'), word: 'one', 'rule.mjs': rule, 'plan-lint.config.json': config})
    const watching = new Watching(cwd)
    expect((await watching.next()).stdout).toBe('plans/a.md:1:1: warning one [no-help]\n')
    put(cwd, {word: 'another'})
    put(cwd, {'plans/b.md': plan('worker')})
    const both = ['a', 'b'].map(name => `plans/${name}.md:1:1: warning another [no-help]\n`)
    expect((await watching.next()).stdout).toBe(both.join(''))
  })
})

describe('together with other options', () => {
  test('a list of paths is read again, and waited for', async () => {
    const cwd = project({'plans/a.md': plan('[NAME]'), 'plans/b.md': plan('[DATE]')})
    const watching = new Watching(cwd, ['--format', 'compact', '@list'])
    expect((await watching.next()).stderr).toContain('plan-lint: list: the list cannot be read: no such file')
    put(cwd, {list: 'plans/a.md\n'})
    expect((await watching.next()).stdout).toBe(found('plans/a.md', '[NAME]'))
    put(cwd, {list: 'plans/b.md\n'})
    expect(await watching.next()).toEqual({
      stdout: found('plans/b.md', '[DATE]'),
      stderr: 'plan-lint: list changed\n',
    })
  })

  test('a baseline counts as soon as it is there', async () => {
    const cwd = project({'plans/a.md': plan('[NAME]')})
    const watching = new Watching(cwd, ['--format', 'compact', '--baseline', 'baseline.json'])
    expect((await watching.next()).stderr).toContain('plan-lint: baseline.json: ')
    expect((await run(cwd, ['--baseline', 'baseline.json', '--update-baseline'])).code).toBe(0)
    expect(await watching.next()).toEqual({stdout: '', stderr: 'plan-lint: baseline.json changed\n'})
  })

  test('plans beside what a run itself writes are seen', async () => {
    const cwd = project({'plans/a.md': plan('[NAME]')})
    const watching = new Watching(cwd, ['--format', 'compact', '-f', 'markdown=docs/report.md'])
    await watching.next()
    put(cwd, {'docs/plans/b.md': plan('[DATE]')})
    expect((await watching.next()).stdout).toBe(found('docs/plans/b.md', '[DATE]') + found('plans/a.md', '[NAME]'))
  })

  test('--fix makes changes on each save, and tells of them once', async () => {
    const faulty = (name: string) =>
      `# A\n\n## Phase 1: ${name}\n\nRun \`make test\`.\n\n## Phase 3: B\n\nRun \`make test\`.\n`
    const cwd = project({'plans/a.md': faulty('Queue')})
    const watching = new Watching(cwd, ['--fix', '--preset', 'plan'])
    expect((await watching.next()).stdout).toContain('(1 fixed)')
    expect(readFileSync(join(cwd, 'plans/a.md'), 'utf8')).toContain('## Phase 2: B')
    await setTimeout(spell)
    put(cwd, {'plans/a.md': faulty('Worker')})
    const {stdout, stderr} = await watching.next()
    expect(stdout).toContain('(1 fixed)')
    expect(stderr).toBe('plan-lint: plans/a.md changed\n')
  })

  test.each([
    ['plans/kept', ['--cache-location', 'plans/kept']],
    ['.plan-lint-cache', ['--cache']],
  ])('--cache keeps results without seeing its own changes: %s', async (folder, argv) => {
    const cwd = project({'plans/a.md': plan('[NAME]'), 'plans/b.md': plan('[DATE]')})
    const watching = new Watching(cwd, ['--format', 'compact', ...argv, '-f', 'json=reports/all.json'])
    await watching.next()
    await setTimeout(spell)
    put(cwd, {'plans/a.md': plan('[PROJECT NAME]')})
    expect(await watching.next()).toEqual({
      stdout: found('plans/a.md', '[PROJECT NAME]') + found('plans/b.md', '[DATE]'),
      stderr: 'plan-lint: plans/a.md changed\n',
    })
    await watching.end()
    expect(JSON.parse(readFileSync(join(cwd, 'reports/all.json'), 'utf8')).summary.errors).toBe(2)
    expect(readdirSync(join(cwd, folder)).filter(name => name.endsWith('.json'))).toHaveLength(2)
    const {stderr} = spawnSync(process.execPath, [bin, '--stats', ...argv], {cwd, encoding: 'utf8'})
    expect(stderr).toContain('2 files, 2 known from before')
  })

  test.each([
    [['--update-baseline'], '--watch with --update-baseline would put up with each new finding at once'],
    [['--stdin'], '--watch is about files, and --stdin about none'],
    [['-'], '--watch is about files, and --stdin about none'],
    [['plans/a.md', '@-'], '--watch goes on when standard input has ended; put the list into a file'],
    [['--print-config', 'plans/a.md'], '--print-config is over once it has printed, and --watch never'],
    [['--changed', 'main'], 'main: no such file or folder; for what has changed since that ref write --changed=main'],
    [['--format', 'no'], 'unknown format "no"'],
    [['--shard', '0/2'], '--shard is "0/2"'],
  ])('%j is refused at once', async (argv, message) => {
    const {code, stderr} = await run(project({'plans/a.md': plan('queue')}), ['--watch', ...argv], {stdin: ''})
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends it with 0, whatever was found', async signal => {
  const watching = new Watching(project({'plans/a.md': plan('[NAME]')}))
  await watching.next()
  expect(await watching.end(signal)).toBe(0)
})

test('it ends once nobody reads what it prints', async () => {
  const cwd = project({'plans/a.md': plan('[NAME]')})
  const child = spawn(process.execPath, [bin, '--watch', '--format', 'compact'], {cwd, stdio: 'pipe'})
  onTestFinished(() => void child.kill('SIGKILL'))
  const exited = once(child, 'exit')
  await once(child.stdout, 'data')
  child.stdout.destroy()
  child.stderr.resume()
  put(cwd, {'plans/a.md': plan('[DATE]')})
  expect(await exited).toEqual([0, null])
})
