import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {reporterNames} from '../../cli/reporters/reporters.ts'
import {fixedPlan as fixed, faultyPlan as plan} from './plans.ts'
import {project, run, runForBytes} from './world.ts'

const named = ['--stdin', '--stdin-filename', 'plans/a.md']

describe('a text on standard input', () => {
  test.each(reporterNames)('is reported by %s as the file would be', async format => {
    const root = project({'plans/a.md': plan})
    const ofFile = await run(root, ['plans/a.md', '--format', format])
    expect(await run(project(), [...named, '--format', format], {stdin: plan})).toEqual(ofFile)
    expect(ofFile.code).toBe(1)
  })

  test('is what counts, whatever the file of that name holds', async () => {
    const root = project({'plans/a.md': 'none'})
    expect((await run(root, named, {stdin: plan})).stdout).toContain('[NAME]')
  })

  test('has the settings of its name', async () => {
    const config = {overrides: [{files: ['plans/**'], rules: {'no-placeholders': 'off', 'phase-numbering': 'off'}}]}
    const root = project({'plan-lint.config.json': JSON.stringify(config)})
    expect((await run(root, named, {stdin: plan})).code).toBe(0)
    expect((await run(root, ['--stdin', '--stdin-filename', 'b.md'], {stdin: plan})).code).toBe(1)
  })

  test('is called <stdin> where it has no name', async () => {
    const {code, stdout} = await run(project(), ['--stdin', '--format', 'compact'], {stdin: plan})
    expect(code).toBe(1)
    expect(stdout.split('\n')[0]).toMatch(/^<stdin>:6:/)
  })

  test('is what the path - means, unless it stands after --', async () => {
    const root = project({'-': plan})
    const lines = async (...argv: string[]) =>
      (await run(root, ['--format', 'compact', ...argv], {stdin: fixed})).stdout
    expect(await lines('-')).toMatch(/^<stdin>:6.*\n$/)
    expect(await lines('--', '-')).toMatch(/^-:6.*\n-:8.*\n$/)
  })

  test('is clean where it is empty', async () => {
    expect(await run(project(), ['--stdin', '--quiet'], {stdin: ''})).toEqual({code: 0, stdout: '', stderr: ''})
  })

  test.each([
    ['bytes of a program', Buffer.from([0x89, 0x50, 0, 1]), 'is a binary file, no Markdown; leave it out'],
    ['UTF-16', Buffer.from(`\ufeff${plan}`, 'utf16le'), 'is UTF-16; save it as UTF-8'],
  ])('is not checked where it is %s', async (_, stdin, message) => {
    expect(await run(project(), named, {stdin})).toEqual({
      code: 2,
      stdout: '',
      stderr: `plan-lint: plans/a.md: ${message}\n`,
    })
  })
})

describe('--fix', () => {
  test('prints the fixed text, and reports what is left on the error output', async () => {
    const root = project()
    const {code, stdout, stderr} = await run(root, [...named, '--fix'], {stdin: plan})
    expect({code, stdout}).toEqual({code: 1, stdout: fixed})
    expect(stderr).toMatch(/1 error, 0 warnings in 1 file \(1 fixed\)\n$/)
    expect(existsSync(join(root, 'plans'))).toBe(false)
  })

  test('leaves the file of that name alone', async () => {
    const root = project({'plans/a.md': plan})
    await run(root, [...named, '--fix'], {stdin: plan})
    expect(readFileSync(join(root, 'plans/a.md'), 'utf8')).toBe(plan)
  })

  test('keeps byte order mark and line breaks', async () => {
    const other = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`
    expect((await run(project(), [...named, '--fix'], {stdin: other(plan)})).stdout).toBe(other(fixed))
  })

  test('makes suggestions too where asked', async () => {
    const clean = readFileSync(join(import.meta.dirname, '../../fixtures/phased/clean.md'), 'utf8')
    const stdin = clean.replace('\n## Overview\n', '\n## Overvew\n')
    expect((await run(project(), ['--stdin', '--fix-suggestions'], {stdin})).stdout).toBe(clean)
  })

  test('writes the report to a file where asked', async () => {
    const root = project()
    const {stdout, stderr} = await run(root, [...named, '--fix', '-f', 'json', '-o', 'report.json'], {stdin: plan})
    expect({stdout, stderr}).toEqual({stdout: fixed, stderr: ''})
    expect(JSON.parse(readFileSync(join(root, 'report.json'), 'utf8')).summary.errors).toBe(1)
  })

  const damaged = Buffer.concat([Buffer.from(plan), Buffer.from([0xff, 0x0a])])
  test.each([
    ['has bytes that would be lost', damaged, {}, 'would be lost; it is not fixed'],
    ['has nothing to fix', Buffer.concat([Buffer.from(fixed), Buffer.from([0xff])]), {}, 'read as "\ufffd"'],
    ['is no text', Buffer.from([0, 1, 0xff]), {}, 'is a binary file'],
    ['is left out', damaged, {'plan-lint.config.json': '{"ignores": ["plans/"]}'}, 'is left out by "ignores"'],
    ['comes to a broken configuration', damaged, {'plan-lint.config.json': '{'}, 'plan-lint.config.json:1:'],
  ])('lets a text that %s through byte by byte', async (_, stdin, files, message) => {
    const {stdout, stderr} = await runForBytes(project(files), [...named, '--fix'], {stdin})
    expect(stdout.equals(stdin)).toBe(true)
    expect(stderr).toContain(message)
  })
})

test('--diff shows the change under the name', async () => {
  const {code, stdout, stderr} = await run(project(), [...named, '--diff'], {stdin: plan})
  expect(stdout).toMatch(/^--- a\/plans\/a\.md\n\+\+\+ b\/plans\/a\.md\n@@ [\s\S]*\n\+## Phase 2: Worker\n/)
  expect({code, stderr}).toEqual({code: 1, stderr: 'plan-lint: 1 finding would be fixed in 1 file\n'})
})

test('--baseline puts up with what it knows of that file, on the disk or not', async () => {
  const root = project({'plans/a.md': plan})
  await run(root, ['--update-baseline'])
  const baseline = join(root, 'plan-lint-baseline.json')
  for (const cwd of [root, project({'plan-lint-baseline.json': readFileSync(baseline)})]) {
    const argv = [...named, '--baseline', 'plan-lint-baseline.json', '--quiet']
    expect(await run(cwd, argv, {stdin: plan})).toEqual({code: 0, stdout: '', stderr: ''})
    expect((await run(cwd, argv, {stdin: `${plan}\nFor [NAME].\n`})).code).toBe(1)
  }
})

test('what the configuration leaves out is clean, and told', async () => {
  const root = project({'plan-lint.config.json': '{"ignores": ["plans/"]}'})
  expect(await run(root, [...named, '--quiet'], {stdin: plan})).toEqual({
    code: 0,
    stdout: '',
    stderr: 'plan-lint: plans/a.md: is left out by "ignores" of the configuration\n',
  })
})

describe('what does not go together', () => {
  test.each([
    [['--stdin', 'a.md'], '--stdin is one text, and "a.md" another; leave one out'],
    [['-', 'a.md'], '--stdin is one text, and "a.md" another; leave one out'],
    [['--stdin', '--', '-'], '--stdin is one text, and "-" another; leave one out'],
    [['--stdin-filename', 'a.md'], '--stdin-filename names the text on standard input; add --stdin'],
    [['--stdin', '--changed'], '--changed is about files, and --stdin about none; leave one out'],
    [['--stdin', '--since', 'main'], '--since is about files, and --stdin about none; leave one out'],
    [['--stdin', '--shard', '1/2'], '--shard is about files, and --stdin about none; leave one out'],
    [['--stdin', '--update-baseline'], '--update-baseline is about files, and --stdin about none; leave one out'],
    [['--stdin', '--baseline', 'b.json'], '--baseline knows findings by their file; add --stdin-filename <file>'],
  ])('%j', async (argv, message) => {
    expect(await run(project(), argv, {stdin: plan})).toEqual({
      code: 2,
      stdout: '',
      stderr: `plan-lint: ${message}\n`,
    })
  })

  test.each([{}, {stdin: '', keyboard: true}])('a keyboard for a text %j', async surroundings => {
    expect(await run(project(), ['--stdin'], surroundings)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'plan-lint: no text on standard input; write: plan-lint --stdin --stdin-filename plans/a.md < plans/a.md\n',
    })
  })
})
