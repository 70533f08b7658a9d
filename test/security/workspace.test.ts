import {execFileSync} from 'node:child_process'
import {chmodSync, existsSync, mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {add, type Outcome, project, run} from '../cli/world.ts'

const plan = '# Retries\n\nThe [NAME] retries.\n'
const secret = '# Secret\n\nThe key is [HUNTER2].\n'
const slot = 'no-placeholders'

/** A folder with a repository in `work`, and beside it what is none of its business. */
function neighbours(files: Record<string, string>): {root: string; outside: string} {
  const folder = project({'outside/secret.md': secret, 'work/.git/HEAD': ''})
  add(join(folder, 'work'), files)
  return {root: join(folder, 'work'), outside: join(folder, 'outside')}
}

function pathsIn({stdout}: Outcome): string[] {
  return stdout === '' ? [] : JSON.parse(stdout).files.map(({path}: {path: string}) => path)
}

const json = ['-f', 'json']

describe('a link that leads out of the repository', () => {
  const told = (path: string) => `plan-lint: ${path}: is a link out of the project; name it to have it linted\n`

  test.each([[[]], [['plans']], [['plans/*.md']], [['--no-config']]])('is not followed by a search: %j', async argv => {
    const {root, outside} = neighbours({'plans/a.md': plan})
    symlinkSync(join(outside, 'secret.md'), join(root, 'plans/b.md'))
    const outcome = await run(root, [...argv, ...json])
    expect(pathsIn(outcome)).toEqual(['plans/a.md'])
    expect(outcome).toMatchObject({code: 2, stderr: told('plans/b.md')})
    expect(outcome.stdout).not.toContain('HUNTER2')
  })

  test('may go by another link', async () => {
    const {root, outside} = neighbours({'plans/a.md': plan})
    symlinkSync(outside, join(root, 'elsewhere'))
    symlinkSync('../elsewhere/secret.md', join(root, 'plans/b.md'))
    expect(await run(root, json)).toMatchObject({code: 2, stderr: told('plans/b.md')})
  })

  test('is read by who names it', async () => {
    const {root, outside} = neighbours({})
    mkdirSync(join(root, 'plans'))
    symlinkSync(join(outside, 'secret.md'), join(root, 'plans/b.md'))
    expect(pathsIn(await run(root, [...json, 'plans/b.md']))).toEqual(['plans/b.md'])
  })

  test('is not spoken of where no plan is looked for, or the configuration leaves it out', async () => {
    const {root, outside} = neighbours({'plans/a.md': plan, 'plan-lint.config.json': '{"ignores": ["plans/b.md"]}'})
    for (const name of ['plans/b.md', 'notes.md', 'plans/data.json']) {
      symlinkSync(join(outside, 'secret.md'), join(root, name))
    }
    expect(await run(root, json)).toMatchObject({code: 1, stderr: ''})
  })

  test('without a repository the working folder takes its place', async () => {
    const root = project({'outside/secret.md': secret, 'work/plans/a.md': plan})
    symlinkSync(join(root, 'outside/secret.md'), join(root, 'work/plans/b.md'))
    expect(pathsIn(await run(join(root, 'work'), json))).toEqual(['plans/a.md'])
    expect(pathsIn(await run(root, [...json, 'work']))).toEqual(['work/plans/a.md', 'work/plans/b.md'])
  })

  test('is the work tree itself: the way to it does not count', async () => {
    const {root, outside} = neighbours({'plans/a.md': plan, 'docs/b.md': plan})
    symlinkSync('../docs/b.md', join(root, 'plans/b.md'))
    symlinkSync(root, join(outside, 'way'))
    expect(pathsIn(await run(join(outside, 'way'), json))).toEqual(['plans/a.md', 'plans/b.md'])
  })
})

describe('a configuration that was found', () => {
  const config = 'plan-lint.config.json'

  test.each(['../outside/**', '../outside/secret.md', '*/../../outside/*.md', '..{/outside,}/*.md'])(
    'looks for no plans outside of its repository: %s',
    async glob => {
      const {root} = neighbours({'plans/a.md': plan, [config]: JSON.stringify({plans: ['plans/*.md', glob]})})
      const outcome = await run(root, json)
      expect(outcome.stdout).not.toContain('HUNTER2')
      expect(outcome).toMatchObject({
        code: 2,
        stderr: `plan-lint: ${glob}: leads out of the project; name the folder to have it linted\n`,
      })
      expect(pathsIn(outcome)).toEqual(['plans/a.md'])
    },
  )

  test('looks for plans anywhere in it', async () => {
    const {root} = neighbours({'docs/a.md': plan, [`packages/a/${config}`]: '{"plans": ["../../docs/*.md"]}'})
    expect(pathsIn(await run(join(root, 'packages/a'), json))).toEqual(['../../docs/a.md'])
  })

  test.each([
    ['extends', '../outside/other.json'],
    ['extends', './link.json'],
    ['plugins', '../outside/own.mjs'],
    ['plugins', './link.mjs'],
  ])('takes nothing from outside of its repository: %s %s', async (key, path) => {
    const {root, outside} = neighbours({'a.md': plan, [config]: JSON.stringify({[key]: [path]})})
    add(outside, {'other.json': '{"hunter2": 1}', 'own.mjs': ranMark})
    symlinkSync(join(outside, 'other.json'), join(root, 'link.json'))
    symlinkSync(join(outside, 'own.mjs'), join(root, 'link.mjs'))
    const {code, stderr} = await run(root, ['a.md'])
    expect(code).toBe(2)
    expect(stderr.replace(/:\d+:\d+/, '')).toBe(
      `plan-lint: ${config}: ${path} leads out of the project; keep the file in it, or make it a package\n`,
    )
    expect(existsSync(join(outside, 'ran'))).toBe(false)
  })

  test.each(['a/../../outside/other.json', 'node:fs', 'fs'])('takes a package by its name only: %s', async name => {
    const {root, outside} = neighbours({'a.md': plan, [config]: JSON.stringify({extends: name})})
    add(outside, {'other.json': '{"hunter2": 1}'})
    mkdirSync(join(root, 'node_modules/a'), {recursive: true})
    const {stderr} = await run(root, ['a.md'])
    expect(stderr).toBe(
      `plan-lint: ${config}: cannot find the package "${name}" it extends; install it, or begin a path with "./"\n`,
    )
  })

  test('is no link that leads out of its repository', async () => {
    const {root, outside} = neighbours({'a.md': plan})
    add(outside, {'other.json': '{"hunter2": 1}'})
    symlinkSync(join(outside, 'other.json'), join(root, config))
    expect(await run(root, ['a.md'])).toMatchObject({
      code: 2,
      stderr: `plan-lint: ${config}: leads out of the project; keep the file in it, or make it a package\n`,
    })
    expect((await run(root, ['a.md', '--no-config'])).code).toBe(1)
  })

  test('may be elsewhere where it is named, and extend what it wants', async () => {
    const {root, outside} = neighbours({'a.md': plan})
    add(outside, {'more/other.json': '{"extends": "../base.json"}', 'base.json': `{"rules": {"${slot}": "off"}}`})
    expect((await run(root, ['a.md', '--config', '../outside/more/other.json'])).code).toBe(0)
  })
})

/** A module that leaves a file beside it when it is run. */
const ranMark = `
import {writeFileSync} from 'node:fs'
writeFileSync(new URL('ran', import.meta.url), '')
export const rules = []
export default {}`

describe('what the project brings as code', () => {
  const files = {'plans/a.md': plan, 'own.mjs': ranMark}

  test.each<[string, Record<string, string>]>([
    ['a configuration', {'plan-lint.config.mjs': ranMark}],
    ['a plugin', {'plan-lint.config.json': '{"plugins": ["./own.mjs"]}'}],
    ['a configuration that is extended', {'plan-lint.config.json': '{"extends": "./own.mjs"}'}],
    ['a plugin in package.json', {'package.json': '{"plan-lint": {"plugins": ["./own.mjs"]}}'}],
  ])('is not run with --no-config: %s', async (_, more) => {
    const root = project({...files, ...more})
    for (const argv of [['--no-config'], ['which', '--no-config', 'plans/a.md'], ['suppressions', '--no-config']]) {
      expect((await run(root, argv)).stderr).toBe('')
    }
    expect(existsSync(join(root, 'ran'))).toBe(false)
    await run(root, [])
    expect(existsSync(join(root, 'ran'))).toBe(true)
  })

  test('is not run where a run in another project names a plan of this one', async () => {
    const {root, outside} = neighbours({'a.md': plan})
    add(outside, {'plan-lint.config.mjs': ranMark})
    expect((await run(root, ['../outside/secret.md', 'a.md'])).code).toBe(1)
    expect(existsSync(join(outside, 'ran'))).toBe(false)
  })

  test('is not run where it lies above the repository', async () => {
    const folder = project({'plan-lint.config.mjs': ranMark, 'work/.git/HEAD': '', 'work/a.md': plan})
    expect((await run(join(folder, 'work'), ['a.md'])).code).toBe(1)
    expect(existsSync(join(folder, 'ran'))).toBe(false)
  })

  test('is not named by a plan', async () => {
    const root = project({'own.mjs': ranMark, 'a.md': `<!-- plan-lint preset: ./own.mjs -->\n${plan}`})
    add(root, {'b.md': `---\nplan-lint: {preset: ./own.mjs, plugins: [./own.mjs], extends: ./own.mjs}\n---\n${plan}`})
    expect((await run(root, ['a.md', 'b.md'])).code).toBe(1)
    expect(existsSync(join(root, 'ran'))).toBe(false)
  })

  describe('is not run by the hook of an agent that edits a plan of another project', () => {
    const event = (file: string, cwd: string) => JSON.stringify({cwd, tool_input: {file_path: file}})

    test.each([
      ['by the folder of the event', {}],
      ['by the project that the agent names', {CLAUDE_PROJECT_DIR: 'work'}],
    ])('%s', async (_, env: Record<string, string>) => {
      const {root, outside} = neighbours({'a.md': plan, 'own.mjs': ranMark, 'plan-lint.config.mjs': ranMark})
      add(outside, {'plan-lint.config.mjs': ranMark})
      const surroundings = {env: env.CLAUDE_PROJECT_DIR === undefined ? {} : {CLAUDE_PROJECT_DIR: root}}
      const folder = env.CLAUDE_PROJECT_DIR === undefined ? root : outside
      const other = await run(folder, ['hook'], {...surroundings, stdin: event(join(outside, 'secret.md'), folder)})
      expect(other).toMatchObject({code: 1, stdout: ''})
      expect(other.stderr).toMatch(/^plan-lint: plan-lint\.config\.mjs: is code, and /)
      expect(existsSync(join(outside, 'ran'))).toBe(false)
      const own = await run(folder, ['hook'], {...surroundings, stdin: event(join(root, 'a.md'), folder)})
      expect(own.code).toBe(0)
      expect(existsSync(join(root, 'ran'))).toBe(true)
    })
  })
})

test.skipIf(process.platform === 'win32')('git is asked without what a repository would have it run', async () => {
  const root = project({'plans/a.md': plan})
  const git = (...args: string[]) => execFileSync('git', args, {cwd: root, stdio: 'ignore'})
  add(root, {'trap.sh': `#!/bin/sh\ntouch '${root}/ran'\n`})
  chmodSync(join(root, 'trap.sh'), 0o755)
  git('init', '--quiet')
  git('add', 'plans')
  git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '--quiet', '-m', 'Begin')
  for (const key of ['core.fsmonitor', 'diff.external', 'core.pager', 'diff.trap.textconv', 'diff.trap.command']) {
    git('config', key, `${root}/trap.sh`)
  }
  add(root, {'.gitattributes': '*.md diff=trap\n', 'plans/a.md': plan + plan})
  expect((await run(root, ['--changed', '--changed-lines', '--no-config'])).code).toBe(1)
  expect(existsSync(join(root, 'ran'))).toBe(false)
})
