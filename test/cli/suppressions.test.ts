import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Schema, Validator} from '@cfworker/json-schema'
import {describe, expect, test} from 'vitest'
import {add, project, run} from './world.ts'

const root = join(import.meta.dirname, '../..')
const schema = JSON.parse(readFileSync(join(root, 'docs/suppressions.schema.json'), 'utf8')) as Schema
const validator = new Validator(schema, '7', false)

const plan = `<!-- plan-lint preset: plan -->
<!-- plan-lint-disable-file phase-numbering -- the numbers are those of the contract -->
# Move the archive

<!-- plan-lint-disable-next-line no-placeholders -->

It moves from [NAME] to [PROJECT NAME].

Paid for by [NAME]. <!-- plan-lint-disable-line plan-no-placeholders, no-clarification-markers -- known
in June -->

<!-- plan-lint-disable -->

Notes of [NAME]: [TODO].

<!-- plan-lint-enable -->

<!-- plan-lint-disable-next-line task-ids, no-such-rule -->

And [YOUR NAME].
`

/** Runs the command, and gives what it prints as JSON. */
async function ledger(cwd: string, ...argv: string[]) {
  const {code, stdout, stderr} = await run(cwd, ['suppressions', '--format', 'json', ...argv])
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  const answer = JSON.parse(stdout)
  expect(validator.validate(answer).errors).toEqual([])
  return answer
}

describe('as JSON', () => {
  test('each suppression says what it is for, and what it keeps back', async () => {
    const {files, summary} = await ledger(project({'plans/a.md': plan, 'plans/b.md': '# B\n\nText.\n'}))
    expect(files).toEqual([
      {
        path: 'plans/a.md',
        suppressions: [
          {
            ...{line: 2, column: 1, endLine: 2, endColumn: 89},
            kind: 'file',
            rules: ['phase-numbering'],
            reason: 'the numbers are those of the contract',
            kept: {},
            unused: ['phase-numbering'],
          },
          {
            ...{line: 5, column: 1, endLine: 5, endColumn: 53},
            kind: 'next-line',
            rules: ['no-placeholders'],
            reason: '',
            kept: {'no-placeholders': 2},
            unused: [],
          },
          {
            ...{line: 9, column: 21, endLine: 10, endColumn: 12},
            kind: 'line',
            rules: ['no-placeholders', 'no-clarification-markers'],
            reason: 'known\nin June',
            kept: {'no-placeholders': 1},
            unused: ['no-clarification-markers'],
          },
          {
            ...{line: 12, column: 1, endLine: 12, endColumn: 27},
            kind: 'block',
            rules: [],
            reason: '',
            kept: {'no-placeholders': 2},
            unused: [],
          },
          {
            ...{line: 18, column: 1, endLine: 18, endColumn: 60},
            kind: 'next-line',
            rules: ['task-ids', 'no-such-rule'],
            reason: '',
            kept: {},
            unused: [],
          },
        ],
        suppressed: 5,
      },
      {path: 'plans/b.md', suppressions: [], suppressed: 0},
    ])
    expect(summary).toEqual({files: 2, suppressions: 5, suppressed: 5, unused: 2, withoutReason: 3})
  })

  test('places are those of the file, whatever its line breaks and mark', async () => {
    const plain = await ledger(project({'plans/a.md': plan}))
    const other = await ledger(project({'plans/a.md': `\ufeff${plan.replaceAll('\n', '\r\n')}`}))
    expect(other.files[0].suppressions).toEqual(plain.files[0].suppressions)
  })

  test('a finding that two keep back counts for both, and once in all', async () => {
    const twice = `<!-- plan-lint-disable-file no-placeholders -->\n# A\n\nBy [NAME]. <!-- plan-lint-disable-line -->\n`
    const {files, summary} = await ledger(project({'plans/a.md': twice}))
    expect(files[0].suppressions.map(({kept}: {kept: unknown}) => kept)).toEqual([
      {'no-placeholders': 1},
      {'no-placeholders': 1},
    ])
    expect(summary.suppressed).toBe(1)
  })

  test('the configuration says which rules are looked for', async () => {
    const config = {'plan-lint.config.json': '{"rules": {"no-clarification-markers": "off", "no-placeholders": "off"}}'}
    const {summary} = await ledger(project({'plans/a.md': plan, ...config}))
    expect(summary).toMatchObject({suppressed: 0, unused: 1})
  })

  test('what a baseline keeps back is counted besides', async () => {
    const cwd = project({'plans/a.md': plan, 'plans/b.md': '# B\n\nText.\n'})
    await run(cwd, ['--update-baseline'])
    const {files, summary} = await ledger(cwd, '--baseline', 'plan-lint-baseline.json')
    expect(files.map(({baseline}: {baseline: unknown}) => baseline)).toEqual([
      {directives: 3, 'no-placeholders': 1},
      {},
    ])
    expect(summary).toMatchObject({suppressed: 5, baseline: 4})
  })
})

describe('for people', () => {
  const shown = async (cwd: string, ...argv: string[]) => {
    const {code, stdout, stderr} = await run(cwd, ['suppressions', ...argv])
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    return stdout
  }

  test('each has its place, its rules with counts, and its reason', async () => {
    expect(await shown(project({'plans/a.md': plan}))).toBe(`plans/a.md:2 file: phase-numbering unused
    the numbers are those of the contract
plans/a.md:5 next line: no-placeholders 2
    no reason given
plans/a.md:9 line: no-placeholders 1, no-clarification-markers unused
    known in June
plans/a.md:12 block: every rule (no-placeholders 2)
    no reason given
plans/a.md:18 next line: task-ids 0, no-such-rule 0
    no reason given

5 suppressions in 1 file keep back 5 findings
  2 unused in whole or part, 3 without a reason
`)
  })

  test('none is said, too', async () => {
    const cwd = project({'plans/a.md': '# A\n\nText.\n'})
    expect(await shown(cwd)).toBe('no suppressions in 1 file\n')
    add(cwd, {'plans/a.md': '# A\n\nBy [NAME].\n'})
    await run(cwd, ['--update-baseline'])
    expect(await shown(cwd, '--baseline', 'plan-lint-baseline.json')).toBe(
      'no suppressions in 1 file\nthe baseline keeps back 1 more finding\n',
    )
  })

  test('what a document says is nothing that a terminal or the log of a CI service obeys', async () => {
    const trap = '\u001b[2J\u202e ##vso[task.complete]\n::error::made up'
    const text = `# A\n\n<!-- plan-lint-disable-file x\u001b[2J -- ${trap} -->\n`
    for (const argv of [[], ['--format', 'json']]) {
      const stdout = await shown(project({'plans/a.md': text}), ...argv)
      expect(stdout).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u)
      expect(stdout).not.toMatch(/^\s*::|##vso/m)
    }
  })
})

test('paths are those that lint takes', async () => {
  const cwd = project({'plans/a.md': plan, 'notes/b.md': plan, list: 'plans\n', 'notes/.gitignore': 'c.md'})
  const paths = async (...argv: string[]) => (await ledger(cwd, ...argv)).files.map(({path}: {path: string}) => path)
  expect(await paths()).toEqual(['plans/a.md'])
  expect(await paths('notes', '@list')).toEqual(['notes/b.md', 'plans/a.md'])
  expect(await paths('*/*.md')).toEqual(['notes/b.md', 'plans/a.md'])
})

test('what cannot be read is told, and the rest listed', async () => {
  const cwd = project({'plans/a.md': plan, 'plans/b.md': Buffer.from([0, 1])})
  const {code, stdout, stderr} = await run(cwd, ['suppressions', 'plans', 'none.md'])
  expect({code, stderr}).toEqual({
    code: 2,
    stderr: `plan-lint: none.md: no such file or folder; check the path
plan-lint: plans/b.md: is a binary file, no Markdown; leave it out
`,
  })
  expect(stdout).toMatch(/^5 suppressions in 1 file /m)
})

test.each([
  [[], /^plan-lint: no plans in plans\//],
  [['--format', 'jsn', 'a.md'], /unknown format "jsn"; did you mean "json"\?/],
  [['--baseline', 'none.json', 'a.md'], /none\.json: cannot be read: no such file or folder/],
])('suppressions %j is a problem', async (argv, message) => {
  const {code, stdout, stderr} = await run(project({'a.md': plan}), ['suppressions', ...argv])
  expect({code, stdout}).toEqual({code: 2, stdout: ''})
  expect(stderr).toMatch(message)
})
