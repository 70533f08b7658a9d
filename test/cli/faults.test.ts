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
