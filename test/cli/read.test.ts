import nodeFs from 'node:fs'
import {describe, expect, test} from 'vitest'
import {project, run} from './world.ts'

const heading = '# [PROJECT NAME] plan\n\nText.\n'

/** Findings of a run on one file with `content`. */
async function findings(content: string | Buffer) {
  const {code, stdout, stderr} = await run(project({'a.md': content}), ['--format', 'json', 'a.md'])
  return {code, stderr, found: stdout ? JSON.parse(stdout).files[0].findings : undefined}
}

const place = {line: 1, column: 3, endLine: 1, endColumn: 17}

describe('texts', () => {
  test('the slot of the examples is found where it stands', async () => {
    const {code, stderr, found} = await findings(heading)
    expect({code, stderr}).toEqual({code: 1, stderr: ''})
    expect(found).toMatchObject([{rule: 'no-placeholders', data: {text: '[PROJECT NAME]'}, ...place}])
  })

  test.each(['\r\n', '\r'])('line ends %j', async end => {
    const {found} = await findings(`# Plan\n\n${heading}`.replaceAll('\n', end))
    expect(found).toContainEqual(expect.objectContaining({rule: 'no-placeholders', ...place, line: 3, endLine: 3}))
  })

  test('a byte order mark takes no column', async () => {
    const {found} = await findings(`\ufeff${heading}`)
    expect(found).toMatchObject([{rule: 'no-placeholders', ...place}])
  })

  test('columns are UTF-16 units', async () => {
    const {found} = await findings('# Plan\n\n- Name: 日本 👩‍👩‍👧 [PROJECT NAME]\n')
    expect(found).toMatchObject([{line: 3, column: 21, endColumn: 35}])
  })

  test('an empty file is clean', async () => {
    expect(await findings('')).toEqual({code: 0, stderr: '', found: []})
  })

  test('invalid UTF-8 is linted, with a warning', async () => {
    const {code, stderr, found} = await findings(
      Buffer.concat([Buffer.from('# \xff\xfe', 'latin1'), Buffer.from(heading)]),
    )
    expect(code).toBe(1)
    expect(stderr).toBe('plan-lint: a.md: holds bytes that are no UTF-8, read as "\ufffd"; save it as UTF-8\n')
    expect(found).toContainEqual(expect.objectContaining({rule: 'no-placeholders', line: 1, column: 7}))
  })

  test('5 MB are read in reasonable time', async () => {
    const paragraph = '## Notes\n\nA sentence of a plan that says what is to be done.\n\n'
    const {code, found} = await findings(`${paragraph.repeat(5_000_000 / paragraph.length)}- Owner: [PROJECT NAME]\n`)
    expect(code).toBe(1)
    expect(found.at(-1)).toMatchObject({rule: 'no-placeholders', column: 10})
  })
})

describe('no texts', () => {
  test.each([
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'is a binary file, no Markdown; leave it out'],
    ['UTF-16 LE', Buffer.from(`\ufeff${heading}`, 'utf16le'), 'is UTF-16; save it as UTF-8'],
    ['UTF-16 BE', Buffer.from(`\ufeff${heading}`, 'utf16le').swap16(), 'is UTF-16; save it as UTF-8'],
  ])('%s', async (_, content, message) => {
    expect(await findings(content)).toEqual({code: 2, stderr: `plan-lint: a.md: ${message}\n`, found: undefined})
  })

  test('a file that cannot be read is told; the others are linted', async () => {
    const root = project({'plans/a.md': heading, 'plans/b.md': heading})
    const denied = Object.assign(new Error('EACCES'), {code: 'EACCES'})
    const readFileSync = ((file: string, ...rest: []) => {
      if (String(file).endsWith('b.md')) throw denied
      return nodeFs.readFileSync(file, ...rest)
    }) as typeof nodeFs.readFileSync
    const {code, stdout, stderr} = await run(root, ['--format', 'json'], {fs: {...nodeFs, readFileSync}})
    expect({code, stderr}).toEqual({code: 2, stderr: 'plan-lint: plans/b.md: cannot be read: permission denied\n'})
    expect(JSON.parse(stdout).files).toMatchObject([{path: 'plans/a.md'}])
  })

  test('a folder that cannot be read is told; the others are linted', async () => {
    const root = project({'plans/a.md': heading, 'plans/b/c.md': heading})
    const denied = Object.assign(new Error('EACCES'), {code: 'EACCES'})
    const readdirSync = ((folder: string, ...rest: []) => {
      if (/plans.b$/.test(String(folder))) throw denied
      return nodeFs.readdirSync(folder, ...rest)
    }) as typeof nodeFs.readdirSync
    const {code, stdout, stderr} = await run(root, ['--format', 'json'], {fs: {...nodeFs, readdirSync}})
    expect({code, stderr}).toEqual({code: 2, stderr: 'plan-lint: plans/b: cannot be read: permission denied\n'})
    expect(JSON.parse(stdout).files).toMatchObject([{path: 'plans/a.md'}])
  })
})
