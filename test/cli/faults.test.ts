import nodeFs from 'node:fs'
import {Writable} from 'node:stream'
import {expect, test} from 'vitest'
import {main} from '../../cli/main.ts'
import {project, run} from './world.ts'

const plan = '# Plan\n\nText.\n'

/** Something that cannot happen. */
function broken(): never {
  throw new TypeError('cannot read x of undefined\nsecond line')
}

test('an internal fault is one line that says where to report it, never a stack trace', async () => {
  const {code, stdout, stderr} = await run(project({'a.md': plan}), ['a.md'], {fs: {...nodeFs, existsSync: broken}})
  expect({code, stdout}).toEqual({code: 2, stdout: ''})
  expect(stderr).toMatch(/^plan-lint: internal error: cannot read x of undefined; please report it at https:\S+, .*\n$/)
})

test('PLAN_LINT_DEBUG shows where it happened', async () => {
  const surroundings = {fs: {...nodeFs, existsSync: broken}, env: {PLAN_LINT_DEBUG: '1'}}
  const {stderr} = await run(project({'a.md': plan}), ['a.md'], surroundings)
  expect(stderr).toMatch(/^ +at .*broken/m)
})

function failing(code: string): Writable {
  return new Writable({write: (_chunk, _encoding, done) => done(Object.assign(new Error('full'), {code}))})
}

function sink(): Writable & {text: string} {
  const stream = Object.assign(new Writable(), {text: ''})
  stream._write = (chunk, _encoding, done) => {
    stream.text += String(chunk)
    done()
  }
  return stream
}

test('a reader that has gone away is no error', async () => {
  const stderr = sink()
  const world = {argv: ['a.md'], cwd: project({'a.md': plan}), env: {}, stdout: failing('EPIPE'), stderr}
  expect(await main(world)).toBe(0)
  expect(stderr.text).toBe('')
})

test('an output that cannot be written is an error', async () => {
  const stderr = sink()
  const world = {argv: ['a.md'], cwd: project({'a.md': plan}), env: {}, stdout: failing('ENOSPC'), stderr}
  expect(await main(world)).toBe(2)
  expect(stderr.text).toBe('plan-lint: the output cannot be written: no space is left on the device\n')
})

/** The disk, where nobody may read or look at what ends with `name`. */
function without(name: string): typeof nodeFs {
  const denying =
    (method: 'existsSync' | 'readFileSync' | 'statSync') =>
    (path: string, ...rest: []): unknown => {
      if (!path.endsWith(name)) return (nodeFs[method] as (...args: unknown[]) => unknown)(path, ...rest)
      if (method === 'existsSync') return true
      throw Object.assign(new Error('no'), {code: 'EACCES'})
    }
  const [existsSync, readFileSync, statSync] = [denying('existsSync'), denying('readFileSync'), denying('statSync')]
  return {...nodeFs, existsSync, readFileSync, statSync} as typeof nodeFs
}

test.each<[name: string, argv: string[], message: string, files?: Record<string, string>]>([
  ['plan-lint.config.json', [], 'plan-lint.config.json: cannot be read: permission denied'],
  ['own.json', ['--config', 'own.json'], 'own.json: cannot be read: permission denied'],
  [
    'base.json',
    [],
    'base.json: cannot be read: permission denied',
    {'plan-lint.config.json': '{"extends": "./base.json"}'},
  ],
  ['a.md', ['a.md'], 'a.md: cannot be read: permission denied'],
  [
    'known.json',
    ['--baseline', 'known.json'],
    'known.json: cannot be read: permission denied; --update-baseline writes it',
  ],
  [
    'list',
    ['@list'],
    'list: the list cannot be read: permission denied; for what is itself called "@list" write ./@list',
  ],
])('%s that may not be read is told', async (name, argv, message, files = {}) => {
  const {code, stderr} = await run(project({'a.md': plan, 'PLAN.md': plan, ...files}), argv, {fs: without(name)})
  expect({code, stderr}).toEqual({code: 2, stderr: `plan-lint: ${message}\n`})
})

test.each(['.gitignore', 'package.json', '.plan-lint.json'])('%s that may not be read counts as absent', async name => {
  const root = project({'PLAN.md': plan, [name]: '*'})
  for (const round of [1, 2]) {
    const {code, stderr} = await run(root, ['--cache'], {fs: without(name)})
    expect({round, code, stderr}).toEqual({round, code: 0, stderr: ''})
  }
})
