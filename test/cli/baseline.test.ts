import {readFileSync, renameSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {add, project, run} from './world.ts'

const line = (name: string) => `The ${name} retries.\n\n`
const plan = (...names: string[]) => `<!-- plan-lint preset: plan -->\n# Retries\n\n${names.map(line).join('')}`
const file = 'plan-lint-baseline.json'

/** A project that has put up with what is wrong with its plans. */
async function adopted(files: Record<string, string>): Promise<string> {
  const root = project(files)
  await run(root, ['plans', '--update-baseline'])
  return root
}

async function lines(root: string, ...argv: string[]): Promise<unknown> {
  const {code, stdout, stderr} = await run(root, ['plans', '--baseline', file, '--format', 'json', ...argv])
  if (stdout === '') return {code, stderr}
  const files: {path: string; findings: {line: number}[]}[] = JSON.parse(stdout).files
  const found = files.flatMap(({path, findings}) => findings.map(finding => `${path}:${finding.line}`))
  return {code, found, stderr}
}

test('what was there is put up with, what is new is not', async () => {
  const root = await adopted({'plans/a.md': plan('[NAME]'), 'plans/b.md': plan('queue')})
  expect(await lines(root)).toEqual({code: 0, found: [], stderr: ''})
  add(root, {'plans/a.md': plan('[NAME]', 'queue', '[DATE]'), 'plans/b.md': plan('[NAME]')})
  expect(await lines(root)).toEqual({code: 1, found: ['plans/a.md:8', 'plans/b.md:4'], stderr: ''})
})

test('the same fault once more is new', async () => {
  const root = await adopted({'plans/a.md': plan('[NAME]')})
  add(root, {'plans/a.md': plan('[NAME]', '[NAME]')})
  expect(await lines(root)).toMatchObject({code: 1, found: [expect.any(String)]})
})

test('findings may move, in their file and with it', async () => {
  const root = await adopted({'plans/a.md': plan('[NAME]', 'queue')})
  add(root, {'plans/a.md': plan('queue', 'worker', '[NAME]')})
  expect(await lines(root)).toMatchObject({code: 0, found: []})
  renameSync(join(root, 'plans/a.md'), join(root, 'plans/c.md'))
  expect(await lines(root)).toMatchObject({code: 0, found: []})
})

test('what was fixed is told, and taken out when asked', async () => {
  const root = await adopted({'plans/a.md': plan('[NAME]', '[DATE]')})
  add(root, {'plans/a.md': plan('[NAME]')})
  expect(await lines(root)).toMatchObject({
    code: 0,
    stderr: `plan-lint: ${file}: 1 finding is there no more; take them out with --update-baseline\n`,
  })
  const {stderr} = await run(root, ['plans', '--update-baseline'])
  expect(stderr).toBe(`plan-lint: ${file}: 0 findings added, 1 taken out\n`)
  expect(await lines(root)).toEqual({code: 0, found: [], stderr: ''})
})

test('an update says how much it adds', async () => {
  const root = await adopted({'plans/a.md': plan('[NAME]')})
  add(root, {'plans/a.md': plan('[NAME]', '[DATE]')})
  const {code, stderr} = await run(root, ['plans', '--update-baseline'])
  expect({code, stderr}).toEqual({code: 0, stderr: `plan-lint: ${file}: 1 finding added, 0 taken out\n`})
})

test('an update of some files keeps what is known of the others', async () => {
  const root = await adopted({'plans/a.md': plan('[NAME]'), 'plans/b.md': plan('[NAME]')})
  await run(root, ['plans/a.md', '--update-baseline'])
  expect(await lines(root)).toEqual({code: 0, found: [], stderr: ''})
})

test('the file is the same whatever the order of the findings', async () => {
  const [one, other] = [
    await adopted({'plans/a.md': plan('[NAME]', '[DATE]')}),
    await adopted({'plans/a.md': plan('[DATE]', '[NAME]')}),
  ]
  expect(readFileSync(join(one, file), 'utf8')).toBe(readFileSync(join(other, file), 'utf8'))
})

test.each([
  ['{', `${file}: is no JSON; write it anew with --update-baseline after deleting it`],
  ['[]', `${file}: is no baseline of this version of plan-lint; delete it and run --update-baseline`],
  [
    '{"version":2,"files":{}}',
    `${file}: is no baseline of this version of plan-lint; delete it and run --update-baseline`,
  ],
  [
    '{"version":1,"files":{"a.md":5}}',
    `${file}: is no baseline of this version of plan-lint; delete it and run --update-baseline`,
  ],
])('a baseline like %s is a problem, and is not written over', async (content, message) => {
  const root = project({'plans/a.md': plan('[NAME]'), [file]: content})
  expect(await lines(root)).toEqual({code: 2, stderr: `plan-lint: ${message}\n`})
  expect(await lines(root, '--update-baseline')).toEqual({code: 2, stderr: `plan-lint: ${message}\n`})
  expect(readFileSync(join(root, file), 'utf8')).toBe(content)
})

test('a baseline that is not there is a problem', async () => {
  const root = project({'plans/a.md': plan('[NAME]')})
  expect(await lines(root)).toEqual({
    code: 2,
    stderr: `plan-lint: ${file}: cannot be read: no such file or folder; --update-baseline writes it\n`,
  })
})
