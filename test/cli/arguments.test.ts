import {describe, expect, test} from 'vitest'
import {project, run} from './world.ts'

const plan = {'a.md': '# A\n\nText.\n'}

test('--version prints the version alone', async () => {
  const {code, stdout} = await run(project(), ['--version'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

describe('bad usage is one line on stderr that says what to do, exit code 2', () => {
  test.each([
    [['--qiet'], 'unknown option "--qiet"; did you mean "--quiet"?'],
    [['--zzzzzz'], 'unknown option "--zzzzzz"; "plan-lint lint --help" lists them all'],
    [['-x'], 'unknown option "-x"; "plan-lint lint --help" lists them all'],
    [['--preset', 'phasd'], 'unknown preset "phasd"; did you mean "phased"?'],
    [['--preset'], '--preset needs a value: --preset <id>'],
    [['--preset', '--quiet'], '--preset needs a value: --preset <id>'],
    [['--preset='], '--preset needs a value: --preset <id>'],
    [['--quiet=yes'], '--quiet takes no value; leave "=yes" out'],
    [['--changed='], '--changed= lacks its value; write --changed, or --changed=<ref>'],
    [['--changed', '--since', 'main'], '--changed and --since both say what has changed; leave one out'],
    [['--format', 'jsn'], 'unknown format "jsn"; did you mean "json"?'],
    [
      ['--format', 'postscript'],
      /unknown format "postscript"; formats are stylish, .*, or a module of your own \("\.\/reporter\.mjs"\)$/,
    ],
    [['--format', 'json='], '--format "json=" is incomplete; write --format <name>=<file>'],
    [
      ['-f', 'json', '-f', 'sarif'],
      '"json" and "sarif" would be printed into each other; give one a file: --format sarif=<file>',
    ],
    [
      ['-f', 'json=a.json', '-o', 'b.json'],
      '--output-file has no report to take: each --format names a file of its own',
    ],
    [['-f', 'json=x', '-f', 'sarif=./x'], './x: two reports would be written to it; name another file for one'],
    [['--diff', '-o', 'x'], '--diff shows changes instead of a report; leave --format and --output-file out'],
    [['-o', 'a.md'], 'a.md: is a plan that is to be linted; write the report elsewhere'],
    [['-f', './none.mjs'], 'cannot find the reporter "./none.mjs"; check the path'],
    [['--config', 'x.json', '--no-config'], '--config and --no-config contradict each other; leave one out'],
  ])('%j', async (options, message) => {
    const {code, stdout, stderr} = await run(project(plan), ['a.md', ...options])
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    const [line = '', ...rest] = stderr.split('\n')
    expect(rest).toEqual([''])
    if (typeof message === 'string') expect(line).toBe(`plan-lint: ${message}`)
    else expect(line).toMatch(message)
  })

  test('an unknown preset without a near one is answered with the list', async () => {
    const {stderr} = await run(project(plan), ['--preset', 'waterfall-gantt', 'a.md'])
    expect(stderr).toMatch(/^plan-lint: unknown preset "waterfall-gantt"; presets are auto, .*staged\n$/)
  })
})

test('what follows -- is a path, even with dashes', async () => {
  const {code, stdout} = await run(project({'--quiet': '# A\n\nText.\n'}), ['--format', 'json', '--', '--quiet'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout).files[0].path).toBe('--quiet')
})

describe('colour', () => {
  const escapeCode = '\u001b['
  test.each([
    ['no terminal', [], {}, undefined, false],
    ['a terminal', [], {}, 80, true],
    ['a dumb terminal', [], {TERM: 'dumb'}, 80, false],
    ['NO_COLOR', [], {NO_COLOR: '1'}, 80, false],
    ['empty NO_COLOR', [], {NO_COLOR: ''}, 80, true],
    ['FORCE_COLOR', [], {FORCE_COLOR: '1'}, undefined, true],
    ['empty FORCE_COLOR', [], {FORCE_COLOR: ''}, undefined, false],
    ['FORCE_COLOR=0', [], {FORCE_COLOR: '0'}, 80, false],
    ['--color over NO_COLOR', ['--color'], {NO_COLOR: '1'}, undefined, true],
    ['--no-color over FORCE_COLOR', ['--no-color'], {FORCE_COLOR: '1'}, 80, false],
    ['the last of both options', ['--color', '--no-color'], {}, 80, false],
  ])('%s', async (_, options, env, columns, expected) => {
    const {stdout} = await run(project(plan), [...options, 'a.md'], {env, ...(columns && {columns})})
    expect(stdout.includes(escapeCode)).toBe(expected)
  })

  test('JSON has none', async () => {
    const {stdout} = await run(project(plan), ['--color', '--format', 'json', 'a.md'])
    expect(stdout).not.toContain(escapeCode)
  })
})
