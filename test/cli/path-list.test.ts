import {describe, expect, test} from 'vitest'
import {project, run} from './world.ts'

const plan = '# Retries\n\nThe queue retries.\n'
const plans = {'plans/a.md': plan, 'plans/b c.md': plan, 'plans/#d.md': plan, 'notes/e.md': plan, '@x/f.md': plan}

/** Paths that a run reads, in order. */
async function filesRead(cwd: string, argv: string[], stdin?: string): Promise<string[]> {
  const {stdout, stderr} = await run(cwd, ['--format', 'json', ...argv], stdin === undefined ? {} : {stdin})
  expect(stderr).toBe('')
  return JSON.parse(stdout).files.map((file: {path: string}) => file.path)
}

describe('@list stands for the paths that a file holds', () => {
  test.each([
    ['lines', 'plans/a.md\nnotes\n', ['notes/e.md', 'plans/a.md']],
    ['a last line without end', 'plans/a.md\nplans/b c.md', ['plans/a.md', 'plans/b c.md']],
    [
      'lines as Windows ends them, and a mark at the start',
      '\ufeffplans/a.md\r\nnotes\r\n',
      ['notes/e.md', 'plans/a.md'],
    ],
    ['blank lines and comments', '# mine\n\n  plans/a.md  \n \n#plans/b c.md\n', ['plans/a.md']],
    ['names that begin with #', './plans/#d.md\nplans/#d.md\n', ['plans/#d.md']],
    ['globs', 'plans/*.md\n', ['plans/#d.md', 'plans/a.md', 'plans/b c.md']],
    ['names with @, which are no further lists', '@x\n', ['@x/f.md']],
    ['what programs end with NUL', 'plans/b c.md\0plans/#d.md\0', ['plans/#d.md', 'plans/b c.md']],
  ])('%s', async (_, list, files) => {
    expect(await filesRead(project({...plans, 'list.txt': list}), ['@list.txt'])).toEqual(files)
    expect(await filesRead(project(plans), ['@-'], list)).toEqual(files)
  })

  test('with paths and other lists besides', async () => {
    const root = project({...plans, one: 'plans/a.md', 'sub/two': 'plans/b c.md'})
    expect(await filesRead(root, ['@one', 'notes', '@sub/two'])).toEqual(['notes/e.md', 'plans/a.md', 'plans/b c.md'])
  })
})

test('what is itself called @x is reached by its path, or after --', async () => {
  const root = project({...plans, x: 'plans/a.md'})
  expect(await filesRead(root, ['@x'])).toEqual(['plans/a.md'])
  expect(await filesRead(root, ['./@x'])).toEqual(['@x/f.md'])
  expect(await filesRead(root, ['@x', '--', '@x'])).toEqual(['@x/f.md', 'plans/a.md'])
})

describe('a list that is no use is a problem', () => {
  test.each([
    ['@none', 'none: the list cannot be read: no such file or folder; for what is itself called "@none" write ./@none'],
    ['@plans', 'plans: the list cannot be read: it is a folder; for what is itself called "@plans" write ./@plans'],
    ['@empty', 'empty: the list names no file, so there is nothing to check'],
    ['@wide', 'wide: the list is UTF-16; save it as UTF-8'],
    ['@', '"@" names no list; write @<file>, or @- for one on standard input'],
    ['@-', 'no list on standard input; write: git ls-files -z plans | plan-lint @-'],
    ['@stale', 'plans/gone.md: no such file or folder; check the path'],
  ])('%s', async (argument, message) => {
    const lists = {empty: '\n# none\n', wide: Buffer.from('\ufeffplans', 'utf16le'), stale: 'plans/gone.md\n'}
    expect(await run(project({...plans, ...lists}), [argument])).toEqual({
      code: 2,
      stdout: '',
      stderr: `plan-lint: ${message}\n`,
    })
  })

  test('an empty one on standard input, too', async () => {
    const {code, stderr} = await run(project(plans), ['@-'], {stdin: ''})
    expect({code, stderr}).toEqual({
      code: 2,
      stderr: 'plan-lint: standard input: the list names no file, so there is nothing to check\n',
    })
  })
})

describe('what follows -- is no option in any command', () => {
  const files = {'--fix': plan, '-q': plan}
  test.each([
    [['--', '--fix', '-q'], /✔ no findings in 2 files/],
    [['lint', '--', '--fix'], /✔ --fix /],
    [['which', '--', '--fix'], /^--fix plan, /],
    [['inspect', '--', '-q'], /"path": "-q"/],
    [['explain', '--', 'no-placeholders'], /^# no-placeholders\n/],
    [['new', 'plan', '--', '--help'], /^# --help\n/],
    [['presets', '--', 'show', 'plan'], /^plan: /],
  ])('%j', async (argv, output) => {
    const {code, stdout, stderr} = await run(project(files), argv)
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toMatch(output)
  })

  test('nor a command', async () => {
    expect(await filesRead(project({'rules/a.md': plan}), ['--', 'rules'])).toEqual(['rules/a.md'])
  })
})
