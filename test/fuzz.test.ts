import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, test} from 'vitest'
import {fuzz} from '../fuzz/command.ts'
import {isWellFormed} from '../fuzz/kinds/well-formed.ts'
import {sink} from './cli/sink.ts'
import {add, project} from './cli/world.ts'

/** Kinds of cases for the run to try, each a list of numbers; the last is at fault with any number above 900. */
const kinds = `
import fc from ${JSON.stringify(import.meta.resolve('fast-check'))}
const kind = (name, faultsIn) => ({
  name, batch: 30, faultsIn, arbitrary: fc.array(fc.nat(1000), {maxLength: 2}),
  *smaller(items) { for (const at of items.keys()) yield items.toSpliced(at, 1) },
})
const isAtFault = items => items.some(item => item > 900)
export const kinds = [
  kind('good', () => []),
  kind('told', items => isAtFault(items) ? ['a number is too great: ' + Math.max(...items)] : []),
  kind('thrown', items => { if (isAtFault(items)) throw new TypeError('no such number') ; return [] }),
  kind('endless', items => { while (isAtFault(items)); return [] }),
  kind('broken', items => { if (isAtFault(items)) process.abort() ; return [] }),
]
`

async function run(cwd: string, ...argv: string[]) {
  add(cwd, {'kinds.mjs': kinds})
  const [stdout, stderr] = [sink(), sink()]
  const module = pathToFileURL(join(cwd, 'kinds.mjs')).href
  const code = await fuzz({argv, cwd, env: {}, stdout, stderr}, {module, limit: 1})
  return {code, stdout: stdout.bytes().toString(), stderr: stderr.bytes().toString()}
}

test('a run without faults is clean, and says what it has tried', async () => {
  const {code, stdout, stderr} = await run(project(), '--minutes', '0.001', '--kind', 'good', '--seed', '5')
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  expect(stdout).toMatch(/^fuzz: 0\.001 min, seed 5: good\n {2}good: \d*[1-9]\d*\nfuzz: \d+ cases, no faults\n$/)
})

test.each([
  ['told', /^a number is too great: \d+\n?$/],
  ['thrown', /^TypeError: no such number\n/],
  ['endless', /^it goes on for more than 1 seconds\n?$/],
  ['broken', /^the process ends with SIGABRT\n?$/],
])('a case with a fault is kept as small as it can be, and can be tried again: %s', async (kind, fault) => {
  const cwd = project()
  const {code, stdout, stderr} = await run(cwd, '--minutes', '0.001', '--kind', kind, '--seed', '5')
  expect(code).toBe(1)
  expect(stderr).toMatch(new RegExp(`^plan-lint: ${kind}: `))
  const [file = '', ...others] = readdirSync(join(cwd, 'fuzz/faults'))
  expect(others).toEqual([])
  const {value, faults} = JSON.parse(readFileSync(join(cwd, 'fuzz/faults', file), 'utf8'))
  expect(faults).toEqual([expect.stringMatching(fault)])
  expect(value).toEqual([expect.any(Number)])
  expect(value[0]).toBeGreaterThan(900)
  const [, again = ''] = /again {2}npm run fuzz -- (.*)\n/.exec(stdout) ?? []
  const repeated = await run(cwd, ...again.split(' '))
  expect(repeated).toEqual({code: 1, stdout: expect.stringMatching(fault), stderr: ''})
})

test.each([
  [[], 'for how long? write npm run fuzz -- --minutes <number>'],
  [['--minutes', 'ten'], '--minutes is "ten"; it needs a number'],
  [['--minutes', '1', '--kind', 'goods'], 'unknown kind "goods"; did you mean "good"?'],
  [['--repeat', 'none.json'], 'none.json: cannot be read: no such file or folder'],
  [['--repeat', 'kinds.mjs'], 'kinds.mjs: is no case of a fuzz run'],
])('wrong usage: %j', async (argv, message) => {
  expect(await run(project(), ...argv)).toEqual({code: 2, stdout: '', stderr: `plan-lint: ${message}\n`})
})

test.each([
  ['<a b="1&amp;"><c/>x &lt; y</a>\n', true],
  ['<a><b></a></b>\n', false],
  ['<a>\n', false],
  ['<a b="<"/>\n', false],
  ['<a>&nbsp;</a>\n', false],
])('XML of reports is told from what is none: %j', (xml, isXml) => {
  expect(isWellFormed(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`)).toBe(isXml)
})
