import nodeFs, {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Writable} from 'node:stream'
import {expect, test} from 'vitest'
import {main} from '../../cli/main.ts'
import type {FileSystem} from '../../config/file-system.ts'
import {sink} from './sink.ts'
import {project, run} from './world.ts'

const wiped = '\r\u001b[2K'
const finding = /^(?:plans\/.\.md:4:5: error [^\n]*\n)?$/

/** Plans with so many slots each. */
function faulty(slots: number, ...names: string[]): Record<string, string> {
  const text = `<!-- plan-lint preset: plan -->\n# Retries\n\n${'The [NAME] retries.\n\n'.repeat(slots)}`
  return Object.fromEntries(names.map(name => [`plans/${name}.md`, text]))
}

/** What has been printed whenever a plan is read. */
async function printedBefore(argv: string[]): Promise<Map<string, string>> {
  const cwd = project(faulty(1, 'a', 'b', 'c'))
  const stdout = sink()
  const printed = new Map<string, string>()
  const readFileSync = (path: string, encoding?: 'utf8') => {
    printed.set(path.slice(-4), stdout.bytes().toString())
    return nodeFs.readFileSync(path, encoding)
  }
  const fs = {...nodeFs, readFileSync: readFileSync as FileSystem['readFileSync']}
  await main({argv, cwd, env: {}, stdout, stderr: sink(), fs})
  return printed
}

test.each(['compact', 'agent'])('the report %s tells of each file before the next one is read', async format => {
  const printed = await printedBefore(['-f', format])
  expect(printed.get('a.md')).toBe('')
  expect(printed.get('b.md')).toMatch(/^plans\/a\.md:4:5.*\n(?:plans\/a\.md: draft.*\n)?$/)
  expect(printed.get('c.md')).toMatch(/^plans\/a\.md:4:5.*\n(?:.*draft.*\n)?plans\/b\.md:4:5.*\n(?:.*draft.*\n)?$/)
})

test.each(['stylish', 'json', 'github'])('the report %s comes whole', async format => {
  expect([...(await printedBefore(['-f', format])).values()]).toEqual(['', '', ''])
})

test.each([
  ['compact', []],
  ['compact', ['--quiet', '--rule', 'no-placeholders:warning']],
  ['agent', []],
  ['agent', ['--all']],
])('the report %s with %j is the same in a file, which is written in one step', async (format, more) => {
  const cwd = project(faulty(70, 'a', 'b'))
  const printed = await run(cwd, ['-f', format, ...more])
  const written = await run(cwd, ['-f', `${format}=report`, ...more])
  expect(written).toEqual({...printed, stdout: ''})
  expect(printed.stdout).toBe(readFileSync(join(cwd, 'report'), 'utf8'))
})

test('on a terminal no line of the report stands behind the progress', async () => {
  let time = 0
  const now = () => {
    time += 600
    return time
  }
  const screen = sink(80)
  await main({
    argv: ['-f', 'compact'],
    cwd: project(faulty(1, 'a', 'b', 'c')),
    env: {},
    stdout: screen,
    stderr: screen,
    now,
  })
  const [first = '', ...parts] = screen.bytes().toString().split(wiped)
  expect(first).toMatch(finding)
  // The line of progress is wiped as a whole before anything else is said.
  expect(parts.filter(part => part.startsWith('linting'))).not.toEqual([])
  for (const part of parts) expect(part).toMatch(part.startsWith('linting') ? /^linting [^\n]*$/ : finding)
  expect(
    parts
      .concat(first)
      .join('')
      .match(/ error /g),
  ).toHaveLength(3)
})

test('an output that cannot be written ends the run, and is told once', async () => {
  const cwd = project(faulty(1, 'a', 'b', 'c'))
  const [stdout, stderr] = [new Writable({write: (_chunk, _encoding, done) => done(new Error('no space'))}), sink()]
  expect(await main({argv: ['-f', 'compact'], cwd, env: {}, stdout, stderr})).toBe(2)
  expect(stderr.bytes().toString()).toMatch(/^plan-lint: the output cannot be written: [^\n]*\n$/)
})
