import {chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {add, project, run} from './world.ts'

const plan = '# Plan\n\n- Owner: [PROJECT NAME]\n'
const line =
  'a.md:3:10: error "[PROJECT NAME]" is a placeholder; fill it in, or write "N/A" and why [no-placeholders]\n'

function read(cwd: string, path: string): string {
  return readFileSync(join(cwd, path), 'utf8')
}

describe('reports in files', () => {
  test('several at once: one is printed, the others go to files whose folders are made', async () => {
    const cwd = project({'a.md': plan})
    const options = ['-f', 'compact', '-f', 'sarif=out/deep/a.sarif', '--format=json=out/a.json']
    expect(await run(cwd, ['a.md', ...options])).toEqual({code: 1, stdout: line, stderr: ''})
    expect(JSON.parse(read(cwd, 'out/deep/a.sarif')).version).toBe('2.1.0')
    expect(JSON.parse(read(cwd, 'out/a.json')).summary.errors).toBe(1)
    expect(readdirSync(join(cwd, 'out'))).toEqual(['a.json', 'deep'])
  })

  test('--output-file takes the one that would be printed, without colours or the width of the terminal', async () => {
    const cwd = project({'a.md': plan})
    const argv = ['a.md', '-o', 'report.txt', '--color', '-f', 'json=a.json']
    expect(await run(cwd, [...argv, '-f', 'stylish'], {columns: 40})).toEqual({code: 1, stdout: '', stderr: ''})
    expect(read(cwd, 'report.txt')).toMatch(/^ {2}3:10 {2}error {4}"\[PROJECT NAME\]" is a placeholder; .* why {2}no-/m)
    expect(read(cwd, 'report.txt')).not.toContain('\u001b')
    expect(JSON.parse(read(cwd, 'a.json')).version).toBe(1)
  })

  test('a report replaces the one before it, also where there is nothing to tell', async () => {
    const cwd = project({'a.md': plan, 'b.md': '# B\n\nText.\n', 'report.txt': 'old'})
    chmodSync(join(cwd, 'report.txt'), 0o640)
    symlinkSync('report.txt', join(cwd, 'link.txt'))
    await run(cwd, ['a.md', '-f', 'compact=link.txt'])
    expect(read(cwd, 'report.txt')).toBe(line)
    expect(statSync(join(cwd, 'report.txt')).mode & 0o777).toBe(0o640)
    await run(cwd, ['b.md', '-f', 'compact=report.txt'])
    expect(read(cwd, 'report.txt')).toBe('')
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'b.md', 'link.txt', 'report.txt'])
  })

  test('what could be checked is reported, and what could not', async () => {
    const cwd = project({'a.md': plan, 'b.md': Buffer.from('\ufeffx', 'utf16le')})
    const {code, stderr} = await run(cwd, ['a.md', 'b.md', 'c.md', '-f', 'sarif=a.sarif', '-f', 'markdown'])
    expect(code).toBe(2)
    const [{results, invocations}] = JSON.parse(read(cwd, 'a.sarif')).runs
    expect(results).toHaveLength(1)
    const told = invocations[0].toolExecutionNotifications.map(({message}: {message: {text: string}}) => message.text)
    expect(told).toEqual(['c.md: no such file or folder; check the path', 'b.md: is UTF-16; save it as UTF-8'])
    for (const message of told) expect(stderr).toContain(message)
  })

  test('a part of the files that is empty has a report as well', async () => {
    const cwd = project({'a.md': plan})
    const {code, stdout} = await run(cwd, ['a.md', '--shard', '2/2', '-f', 'gitlab=a.json', '-f', 'stylish'])
    expect({code, stdout}).toEqual({code: 0, stdout: ''})
    expect(read(cwd, 'a.json')).toBe('[]\n')
  })

  test('where nothing could be checked no report is written', async () => {
    const cwd = project()
    expect((await run(cwd, ['none.md', '-o', 'report.txt'])).code).toBe(2)
    expect(existsSync(join(cwd, 'report.txt'))).toBe(false)
  })

  test('one that cannot be written says why, and leaves nothing behind', async () => {
    const cwd = project({'a.md': plan, file: ''})
    expect(await run(cwd, ['a.md', '-o', 'file/report.txt'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'plan-lint: file/report.txt: the report cannot be written: a part of its path is no folder\n',
    })
    expect(await run(cwd, ['a.md', '-o', '.'])).toMatchObject({
      code: 2,
      stderr: 'plan-lint: .: the report cannot be written: it is a folder\n',
    })
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'file'])
  })

  test('a device is written to, not replaced', async () => {
    const cwd = project({'a.md': plan})
    expect((await run(cwd, ['a.md', '-o', '/dev/null'])).code).toBe(1)
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test('the phases and questions of each plan are in the summary for a pull request', async () => {
    const text =
      '# Plan\n\n## Phase 1: Store\n\nText.\n\n## Open Questions\n\n- Which store?\n- Who pays? Resolved: we do.\n'
    const cwd = project({'a.md': text})
    const {stdout} = await run(cwd, ['a.md', '--preset', 'phased', '-f', 'markdown'])
    expect(stdout).toMatch(/^\| a\.md \| phased \| draft \| 1 \| 1 of 2 \| \d+ errors, \d+ warnings? \|$/m)
  })
})

describe('a reporter of one’s own', () => {
  const own = `
    export default (report, {color, columns, textOf, harmless}) =>
      JSON.stringify({color, columns, words: report.files.map(({path, findings: [{fix, line}]}) =>
        [path, line, textOf(path).length, harmless('a\\u001bb')])}) + '\\n'
  `

  test('is a function from the report to a text', async () => {
    const cwd = project({'a.md': plan, 'own.mjs': own})
    const {code, stdout} = await run(cwd, ['a.md', '-f', './own.mjs'], {columns: 100})
    expect({code, words: JSON.parse(stdout)}).toEqual({
      code: 1,
      words: {color: true, columns: 100, words: [['a.md', 3, plan.length, 'a␛b']]},
    })
    await run(cwd, ['a.md', '-f', './own.mjs=own.json'], {columns: 100})
    expect(JSON.parse(read(cwd, 'own.json'))).toMatchObject({color: false})
  })

  test('is given the texts of files without findings, too', async () => {
    const clean = '<!-- plan-lint-disable-file -->\n'
    const texts = `export default ({files}, {textOf}) => files.map(({path}) => textOf(path)).join('')`
    const cwd = project({'a.md': clean, 'own.mjs': texts})
    expect((await run(cwd, ['a.md', '-f', './own.mjs'])).stdout).toBe(clean)
  })

  test('may be a package, found from the working folder', async () => {
    const cwd = project({'a.md': plan})
    add(cwd, {
      'node_modules/@team/reporter/package.json': '{"name": "@team/reporter", "type": "module", "exports": "./a.js"}',
      'node_modules/@team/reporter/a.js': "export default async report => report.summary.errors + '\\n'",
    })
    expect((await run(cwd, ['a.md', '-f', '@team/reporter'])).stdout).toBe('1\n')
  })

  test.each([
    ['export const reporter = 1', 'has no function as its default export; export one that returns the text'],
    ['export default () => 1', 'gave no text; return a string'],
    ['export default () => { throw new Error("no\\nway") }', 'failed: no; PLAN_LINT_DEBUG=1 prints where'],
    ['import "./none.mjs"', /cannot be loaded: Cannot find module/],
  ])('that does not do so is told: %s', async (module, message) => {
    const {code, stdout, stderr} = await run(project({'a.md': plan, 'own.mjs': module}), ['a.md', '-f', './own.mjs'])
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toMatch(/^plan-lint: the reporter "\.\/own\.mjs" .*\n$/)
    expect(stderr).toMatch(message)
  })
})

describe('a plan with hundreds of findings', () => {
  const many = `# Plan\n\n${'- Owner: [PROJECT NAME]\n'.repeat(300)}\nSee the questions.\n`

  test('is shown by examples, with a count of the rest', async () => {
    const {stdout} = await run(project({'a.md': many}), ['a.md'], {columns: 80, env: {NO_COLOR: '1'}})
    expect(stdout.split('\n').length).toBeLessThan(30)
    expect(stdout).toContain('… and 297 more findings:\n    297  no-placeholders  lines 6, 7, 8 and 294 more\n')
    expect(stdout).toMatch(
      /✖ 300 errors, 0 warnings in 1 file\n {2}3 of 300 findings are shown; --all shows every one\n$/,
    )
  })

  test('is shown whole with --all', async () => {
    const {stdout} = await run(project({'a.md': many}), ['a.md', '--all'])
    expect(stdout.match(/no-placeholders$/gm)).toHaveLength(300)
    expect(stdout).not.toContain('more findings')
  })

  test('leaves room for other files, which are counted in the end', async () => {
    const files = Object.fromEntries(
      Array.from({length: 50}, (_, index) => [`plans/${String(index).padStart(2, '0')}.md`, plan.repeat(2)]),
    )
    const {stdout} = await run(project(files), [])
    expect(stdout).toContain('\nplans/25.md  2 errors, 0 warnings\n')
    expect(stdout).toContain('\n… and 5 more files  10 errors, 0 warnings\n')
    expect(stdout).toContain('50 of 100 findings are shown')
  })
})

test('complaints hold no command of a CI service', async () => {
  const {stderr} = await run(project(), ['##vso[task.x]a.md', '\n::error::b.md'])
  expect(stderr).toMatch(/^plan-lint: # #vso\[task\.x\]a\.md: .*\nplan-lint: ␊::error::b\.md: .*\n$/)
})

test('what can be done about findings is told: what is suggested at each, what can be fixed in the end', async () => {
  const text = '# Plan\n\n## Phase 1: A\n\nText.\n\n## Phase 3: B\n\nText.\n'
  const {stdout} = await run(project({'a.md': text}), ['a.md', '--preset', 'phased'])
  expect(stdout).toMatch(/^ +│? ?= Insert the heading "## .*"\? \(line \d+\)$/m)
  expect(stdout).toMatch(/\n {2}Can be fixed: 1 by --fix, \d+ more by --fix-suggestions\n$/)
})
