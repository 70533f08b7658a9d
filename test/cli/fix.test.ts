import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import nodeFs, {chmodSync, chownSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {pathToFileURL} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {buildIfStale} from '../built.ts'
import {fixedPlan as fixed, faultyPlan as plan} from './plans.ts'
import {project, run} from './world.ts'

const read = (root: string, name = 'a.md') => readFileSync(join(root, name), 'utf8')

describe('--fix', () => {
  test('makes the safe changes, and reports what is left', async () => {
    const root = project({'a.md': plan})
    const {code, stdout} = await run(root, ['--fix', 'a.md'])
    expect(read(root)).toBe(fixed)
    expect(code).toBe(1)
    expect(stdout).toContain('[NAME]')
    expect(stdout).not.toContain('phase-numbering')
    expect(stdout).toMatch(/1 error, 0 warnings in 1 file \(1 fixed\)/)
  })

  test('keeps byte order mark, line breaks and mode', async () => {
    const root = project({'a.md': `\ufeff${plan.replaceAll('\n', '\r\n')}`})
    chmodSync(join(root, 'a.md'), 0o640)
    await run(root, ['--fix', 'a.md'])
    expect(read(root)).toBe(`\ufeff${fixed.replaceAll('\n', '\r\n')}`)
    expect(statSync(join(root, 'a.md')).mode & 0o777).toBe(0o640)
  })

  // Nobody else may give a file away.
  test.runIf(process.getuid?.() === 0)('keeps the owner', async () => {
    const root = project({'a.md': plan})
    chownSync(join(root, 'a.md'), 1234, 2345)
    await run(root, ['--fix', 'a.md'])
    const {uid, gid} = statSync(join(root, 'a.md'))
    expect({text: read(root), uid, gid}).toEqual({text: fixed, uid: 1234, gid: 2345})
  })

  test('writes the file that a link leads to', async () => {
    const root = project({'real/b.md': plan})
    symlinkSync('real/b.md', join(root, 'a.md'))
    await run(root, ['--fix', 'a.md'])
    expect(read(root, 'real/b.md')).toBe(fixed)
    expect(nodeFs.lstatSync(join(root, 'a.md')).isSymbolicLink()).toBe(true)
  })

  test('does not touch a file without anything to fix', async () => {
    const root = project({'a.md': fixed})
    const before = statSync(join(root, 'a.md'))
    await run(root, ['--fix', 'a.md'])
    const after = statSync(join(root, 'a.md'))
    expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino])
  })

  test('does not overwrite what was saved meanwhile', async () => {
    const root = project({'a.md': plan})
    const file = join(root, 'a.md')
    let reads = 0
    const readFile = (name: string, ...rest: []) => {
      if (name === file && ++reads === 2) writeFileSync(file, `${plan}More.\n`)
      return nodeFs.readFileSync(name, ...rest)
    }
    const fs = {...nodeFs, readFileSync: readFile as typeof nodeFs.readFileSync}
    const {code, stderr} = await run(root, ['--fix', 'a.md'], {fs})
    expect(read(root)).toBe(`${plan}More.\n`)
    expect({code, stderr}).toEqual({
      code: 2,
      stderr: 'plan-lint: a.md: has changed while it was linted; it is not fixed, run again\n',
    })
  })

  test('does not write a file with bytes that it could not read', async () => {
    const bytes = Buffer.concat([Buffer.from(plan), Buffer.from([0xff, 0x0a])])
    const root = project({'a.md': bytes})
    const {code, stderr} = await run(root, ['--fix', 'a.md'])
    expect(readFileSync(join(root, 'a.md')).equals(bytes)).toBe(true)
    expect(code).toBe(2)
    expect(stderr).toContain('a.md: holds bytes that are no UTF-8 and would be lost; it is not fixed')
  })

  test('does not replace a file that may not be written', async () => {
    const denied = Object.assign(new Error('no'), {code: 'EACCES'})
    const fs = {
      ...nodeFs,
      accessSync: () => {
        throw denied
      },
    }
    const root = project({'a.md': plan})
    const {code, stderr} = await run(root, ['--fix', 'a.md'], {fs})
    expect(read(root)).toBe(plan)
    expect({code, stderr}).toEqual({code: 2, stderr: 'plan-lint: a.md: cannot be written: permission denied\n'})
  })
})

test('--fix-suggestions makes a change that leaves no choice', async () => {
  const clean = readFileSync(join(import.meta.dirname, '../../fixtures/phased/clean.md'), 'utf8')
  const root = project({'a.md': clean.replace('\n## Overview\n', '\n## Overvew\n')})
  await run(root, ['--fix', 'a.md'])
  expect(read(root)).not.toBe(clean)
  await run(root, ['--fix-suggestions', 'a.md'])
  expect(read(root)).toBe(clean)
})

describe('--diff', () => {
  test('shows the change as git would apply it, and makes none', async () => {
    const root = project({'plans/a.md': plan})
    const {code, stdout, stderr} = await run(root, ['--diff', 'plans/a.md'])
    expect(stdout).toBe(
      [
        '--- a/plans/a.md',
        '+++ b/plans/a.md',
        '@@ -5,6 +5,6 @@',
        ' ',
        ' Run `make test` for [NAME].',
        ' ',
        '-## Phase 3: Worker',
        '+## Phase 2: Worker',
        ' ',
        ' Run `make test`.',
        '',
      ].join('\n'),
    )
    expect({code, stderr}).toEqual({code: 1, stderr: 'plan-lint: 1 finding would be fixed in 1 file\n'})
    expect(read(root, 'plans/a.md')).toBe(plan)
  })

  test('is clean where nothing would change, whatever else is found', async () => {
    const {code, stdout, stderr} = await run(project({'a.md': fixed}), ['--diff', 'a.md'])
    expect({code, stdout, stderr}).toEqual({code: 0, stdout: '', stderr: 'plan-lint: nothing would change\n'})
  })

  test('has nothing in it that a terminal would obey', async () => {
    const root = project({'a.md': plan.replace('Run `make test`.', 'Run \u001b[2J`make test`.')})
    const {stdout} = await run(root, ['--diff', 'a.md'])
    expect(stdout).toContain('␛[2J')
  })
})

const faultAt = pathToFileURL(join(import.meta.dirname, 'fault-at.mjs')).href

describe('a run that is killed', () => {
  beforeAll(buildIfStale, 120_000)
  const bin = join(import.meta.dirname, '../../dist/bin/plan-lint.js')
  const names = Array.from({length: 60}, (_, index) => `plans/${index}.md`)
  const body = 'A line of text that makes the file a few pages long.\n'.repeat(2000)

  test.each([0, 1, 2, 3, 4, 5, 6, 7])('leaves the old file or the new one (%i)', async moment => {
    const root = project(Object.fromEntries(names.map(name => [name, plan + body])))
    const {pid, exited} = start(root)
    const isFixed = (name: string) => read(root, name) === fixed + body
    // Killed once it has begun to write, a little later each time.
    while (!isFixed(names[moment * 6] as string)) await setTimeout(1)
    process.kill(pid, 'SIGKILL')
    await exited
    const states = names.map(name => (isFixed(name) ? 'new' : read(root, name) === plan + body ? 'old' : 'broken'))
    expect(states).not.toContain('broken')
    expect(states).toContain('new')
  })

  test('leaves the old file before each step of writing, and nothing in the way of the next run', async () => {
    const states: string[] = []
    for (let step = 1; step <= 1 + states.length; step++) {
      const root = project({'plans/a.md': plan + body})
      chmodSync(join(root, 'plans/a.md'), 0o640)
      // What Node and the command keep of compiled code is not what is looked at.
      const env = {...process.env, NODE_DISABLE_COMPILE_CACHE: '1', FAULT_AT: String(step)}
      const argv = ['--import', faultAt, bin, '--fix', 'plans/a.md']
      const {signal} = spawnSync(process.execPath, argv, {cwd: root, env, stdio: 'ignore'})
      if (signal === null) break
      expect(signal).toBe('SIGKILL')
      const text = read(root, 'plans/a.md')
      states.push(text === fixed + body ? 'new' : text === plan + body ? 'old' : 'broken')
      expect(statSync(join(root, 'plans/a.md')).mode & 0o777).toBe(0o640)
      const {stdout} = await run(root, ['--fix', '--format', 'json'])
      expect(JSON.parse(stdout).files.map(({path}: {path: string}) => path)).toEqual(['plans/a.md'])
      expect(read(root, 'plans/a.md')).toBe(fixed + body)
    }
    // Opened, written, flushed, closed, given owner and mode, renamed: each is stopped right before it is done.
    expect(states.length).toBeGreaterThanOrEqual(6)
    expect(new Set(states)).toEqual(new Set(['old']))
  })

  test('leaves the old file, and nothing beside it, where a step of writing fails', async () => {
    const failed: string[] = []
    for (let step = 1; step <= 1 + failed.length; step++) {
      const root = project({'plans/a.md': plan + body})
      const env = {...process.env, FAULT_AT: String(step), FAULT: 'ENOSPC'}
      const argv = ['--import', faultAt, bin, '--fix', 'plans/a.md']
      const {status, stderr} = spawnSync(process.execPath, argv, {cwd: root, env, encoding: 'utf8'})
      if (status !== 2) break
      expect(stderr).toBe('plan-lint: plans/a.md: cannot be written: no space is left on the device\n')
      expect(read(root, 'plans/a.md')).toBe(plan + body)
      expect(readdirSync(join(root, 'plans'))).toEqual(['a.md'])
      failed.push(stderr)
    }
    expect(failed.length).toBeGreaterThanOrEqual(6)
  })

  function start(cwd: string): {pid: number; exited: Promise<unknown>} {
    const child = spawn(process.execPath, [bin, '--fix'], {cwd, stdio: 'ignore'})
    return {pid: child.pid as number, exited: once(child, 'exit')}
  }
})
