import {spawnSync} from 'node:child_process'
import nodeFs, {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {Writable} from 'node:stream'
import {pathToFileURL} from 'node:url'
import {describe, expect, test} from 'vitest'
import {type Preset, presets, rules, type Severity} from '../index.ts'
import {accuracy} from '../scripts/accuracy/command.ts'
import {judgeFaults} from '../scripts/accuracy/judge/faults.ts'
import {backing, bodies, kinds} from '../scripts/accuracy/kinds.ts'
import {add, type Outcome, project} from './cli/world.ts'

const root = join(import.meta.dirname, '..')

/** Two slots, two questions, and a code block that is closed. */
const notes = `# Notes

Search for [NAME] in all files.

**Owner**: TBD

## Open Questions

- Which index do we use?
- Who owns it?

\`\`\`sh
make test
\`\`\`
`
const clean = '# Notes\n\nNothing to do.\n'
/** Follows no template to its end: four sections are missing that \`humanlayer\` requires. */
const phased = `# Implementation Plan: Search

## Overview

Search in all files.

## Phase 1: Index

**Changes Required**: an index.

**Verification**: \`make test\`
`
const goPlan = `# Search Implementation Plan

## Phase 1: Index

**Function Responsibilities**:

- Search finds.

\`\`\`go
func Search() int {
	return find() + 1
}

func Close() error

func Open() error {
	return open()
}
\`\`\`
`
const goFunctions = [
  {file: 'go.md', line: 10, name: 'Search', hasBody: true, bodyEndLine: 12, bodyKind: 'statements'},
  {file: 'go.md', line: 14, name: 'Close', hasBody: true, bodyEndLine: 14, bodyKind: 'statements'},
  {file: 'go.md', line: 16, name: 'Open', hasBody: true, bodyEndLine: 18, bodyKind: 'comment-only'},
]

const lines = (...rows: object[]) => rows.map(row => `${JSON.stringify(row)}\n`).join('')
const read = (file: string) => ({file, kind: 'doc'})

async function measure(cwd: string, ...argv: string[]): Promise<Outcome> {
  const written = {stdout: '', stderr: ''}
  const sink = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += String(chunk)
        done()
      },
    })
  const code = await accuracy({argv, cwd, env: {}, stdout: sink('stdout'), stderr: sink('stderr'), fs: nodeFs})
  return {code, ...written}
}

/** Measures `plans` on `labels`; the figures come as rows of cells by the first cell, under the heading of their table. */
async function figuresOf(
  plans: Record<string, string>,
  labels: object[],
  more: {functions?: object[]; argv?: string[]} = {},
): Promise<{stdout: string; rows: (heading: string) => Record<string, string[]>}> {
  const {functions, argv = []} = more
  const folder = project({
    ...Object.fromEntries(Object.entries(plans).map(([path, text]) => [`plans/${path}`, text])),
    'labels.jsonl': lines(...labels),
    ...(functions && {'go.jsonl': lines(...functions)}),
  })
  const go = functions ? ['--go', 'go.jsonl'] : []
  const outcome = await measure(folder, '--docs', 'plans', '--labels', 'labels.jsonl', ...go, ...argv)
  const {code, stderr, stdout} = outcome
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  return {stdout, rows: heading => rowsUnder(stdout, heading)}
}

function rowsUnder(markdown: string, heading: string): Record<string, string[]> {
  const part = markdown.split(/^### /m).find(text => text.startsWith(`${heading}\n`)) ?? ''
  const rows = part
    .split('\n')
    .filter(line => line.startsWith('| '))
    .slice(2)
    .map(line => line.slice(2, -2).split(' | '))
  return Object.fromEntries(rows.map(([name = '', ...cells]) => [name, cells]))
}

/** What `--verbose` lists below the figures. */
function disagreementsIn(stdout: string): string[] {
  return stdout.split('\n').filter(line => /^plans\/.*: (?:wrong|missed|exempt) /.test(line))
}

const precision = 'Precision of each rule'
const recall = 'Recall of each kind of fault'

describe('findings and labels', () => {
  const labels = [
    {file: 'a.md', line: 3, kind: 'placeholder', text: '[NAME]'},
    {file: 'a.md', line: 9, kind: 'open-question', confidence: 'debatable'},
    {file: 'a.md', line: 12, kind: 'unclosed-fence'},
    {file: 'a.md', line: 1, kind: 'numbering', confidence: 'debatable'},
    read('b.md'),
  ]

  test('make precision and recall', async () => {
    const {stdout, rows} = await figuresOf({'a.md': notes, 'b.md': clean, 'c.md': notes}, labels)
    expect(stdout).toMatch(/^2 plans were read, of 3 in the folder: 2 sure labels and 2 debatable ones\.$/m)
    // A label may be a line off, so both questions are those of the one label.
    expect(rows(precision)).toEqual({
      '`no-open-questions`': ['2', '2', '0', '1.000'],
      '`no-placeholders`': ['1', '0', '1', '0.500'],
      All: ['3', '2', '1', '0.750'],
    })
    expect(rows(recall)).toEqual({
      '`placeholder`': ['1', '0', '1.000'],
      '`unclosed-fence`': ['0', '1', '0.000'],
      All: ['1', '1', '0.500'],
    })
  })

  test('are listed where they disagree', async () => {
    const {stdout} = await figuresOf({'a.md': notes, 'b.md': clean}, labels, {argv: ['--verbose']})
    expect(disagreementsIn(stdout)).toEqual([
      expect.stringMatching(/^plans\/a\.md:5: wrong no-placeholders: "TBD" is a placeholder; /),
      'plans/a.md:12: missed unclosed-fence',
    ])
  })

  test('are listed as none where they agree', async () => {
    const {stdout} = await figuresOf({'b.md': clean}, [read('b.md')], {argv: ['--verbose']})
    expect(stdout).toMatch(/\n\nNothing is wrong, and nothing is missed\.\n$/)
  })

  test('are counted once where a line and a kind have several labels', async () => {
    const twice = [1, 2].map(number => ({file: 'a.md', line: 3, kind: 'template-text', text: String(number)}))
    const {rows} = await figuresOf({'a.md': notes}, twice)
    expect(rows(recall).All).toEqual(['1', '0', '1.000'])
  })

  test('are as far apart as they are', async () => {
    const {rows} = await figuresOf({'a.md': notes}, [{file: 'a.md', line: 1, kind: 'placeholder'}])
    expect(rows(precision)['`no-placeholders`']).toEqual(['0', '0', '2', '0.000'])
    expect(rows(recall).All).toEqual(['0', '1', '0.000'])
  })

  test('say which rules and kinds the figures leave out', async () => {
    const {stdout} = await figuresOf({'go.md': goPlan}, [read('go.md')])
    expect(stdout).toMatch(/^Findings that no label could.*`no-function-bodies` \(2\), `required-sections` \(\d+\)/m)
    expect(stdout).toMatch(/^Judged, but without a finding.*`no-unclosed-fences`/m)
    expect(stdout).toMatch(/^No plan has a fault of these kinds.*`placeholder`/m)
  })

  // No rule of today has a finding like these without others beside it; one of tomorrow may.
  test('meet anywhere in what a finding covers, and an info claims nothing', () => {
    const place = {column: 1, endLine: 9, endColumn: 1, message: '', data: {}}
    const finding = {rule: 'no-placeholders', severity: 'error', line: 3, ...place} as const
    const label = {place: '', file: '', text: '', family: '', repository: '', isSure: true}
    const plan = {path: '', family: '', repository: '', isRead: true, presets: [], functions: [], quotes: []}
    const judge = (severity: Severity, line: number) => {
      const faults = [{...label, kind: 'placeholder', line} as const]
      const linted = {preset: presets[0] as Preset, lineCount: 20, findings: [{...finding, severity}]}
      return judgeFaults({...plan, faults}, linted).map(({outcome}) => outcome)
    }
    expect(judge('error', 7)).toEqual(['right', 'found'])
    expect(judge('error', 11)).toEqual(['wrong', 'missed'])
    expect(judge('info', 11)).toEqual(['missed'])
  })

  test('ask for no command where the template asks for none', async () => {
    const label = (file: string) => ({file, line: 7, kind: 'phase-without-command'})
    const {rows} = await figuresOf({'a.md': notes, 'p.md': phased}, [label('a.md'), label('p.md')])
    expect(rows(recall).All).toEqual(['0', '1', '0.000'])
  })

  test('go by the id of a missing section, if the template requires it or a label names it', async () => {
    const missing = (text: string) => ({file: 'p.md', line: 1, kind: 'missing-section', text})
    const required = ['current-state', 'desired-end-state', 'out-of-scope']
    const first = await figuresOf({'p.md': phased}, [...required, 'overview'].map(missing))
    expect(first.rows(precision)['`required-sections`']).toEqual(['3', '0', '1', '0.750'])
    expect(first.rows(recall)['`missing-section`']).toEqual(['3', '1', '0.750'])
    // Its phase lacks an overview, too, which is no matter of the plan as a whole.
    const parts = await figuresOf({'go.md': goPlan}, [read('go.md')])
    expect(parts.rows(precision)['`required-sections`']).toEqual(['0', '0', '5', '0.000'])
    const second = await figuresOf({'p.md': phased}, [...required, 'references'].map(missing))
    expect(second.rows(precision)['`required-sections`']).toEqual(['4', '0', '1', '0.800'])
  })
})

test('plans are grouped by folder and file name, or as their labels say', async () => {
  const {rows} = await figuresOf({'small/me__one__a.md': notes, 'small/b.md': notes, 'c.md': notes}, [
    {file: 'me__one__a.md', line: 3, kind: 'placeholder'},
    {file: 'b.md', kind: 'doc', family: 'large', repository: 'me/two'},
    {file: 'c.md', line: 5, kind: 'placeholder'},
    {file: 'c.md', line: 3, kind: 'placeholder'},
    {file: 'c.md', line: 9, kind: 'open-question'},
  ])
  expect(rows('Families')).toEqual({
    large: ['1', '0', '4', '0.000', '0', '0', '–'],
    'not said': ['1', '4', '0', '1.000', '3', '0', '1.000'],
    small: ['1', '1', '3', '0.250', '1', '0', '1.000'],
    All: ['3', '5', '7', '0.417', '4', '0', '1.000'],
  })
  expect(Object.keys(rows('Repositories'))).toEqual(['me/one', 'me/two', 'not said', 'All'])
})

test('a preset is right or wrong, and makes no plan one that was read', async () => {
  const preset = (file: string, text: string, confidence = 'sure') => ({file, kind: 'preset', text, confidence})
  const {stdout, rows} = await figuresOf(
    {'a.md': notes, 'b.md': clean, 'go.md': goPlan, 'p.md': phased},
    [
      preset('a.md', 'staged', 'debatable'),
      preset('b.md', 'staged'),
      preset('go.md', 'go-phased'),
      preset('p.md', 'phased'),
      preset('p.md', 'humanlayer'),
    ],
    {argv: ['--verbose']},
  )
  expect(rows('Preset detection')).toEqual({
    '`go-phased`': ['1', '0', '1.000'],
    '`phased`': ['1', '0', '1.000'],
    '`staged`': ['0', '1', '0.000'],
    All: ['2', '1', '0.667'],
  })
  expect(disagreementsIn(stdout)).toEqual(['plans/b.md: wrong staged: taken for plan'])
  expect(stdout).toContain('3 plans are known to follow a preset, of 4 in the folder.')
  expect(stdout).toMatch(/^0 plans were read/m)
  expect(stdout).not.toContain(precision)
})

test('function bodies are held against the oracle, in plans with and without labels', async () => {
  const plans = {'go.md': goPlan, 'other.md': goPlan, 'p.md': phased}
  const functions = [
    ...goFunctions,
    ...goFunctions.slice(0, 1).map(row => ({...row, file: 'other.md'})),
    {...goFunctions[0], file: 'p.md', bodyEndLine: 11},
  ]
  const {stdout, rows} = await figuresOf(plans, [read('go.md')], {functions, argv: ['--verbose']})
  expect(rows(precision)['`no-function-bodies`']).toEqual(['1', '0', '1', '0.500'])
  expect(rows(recall)['`go-function-body`']).toEqual(['1', '1', '0.500'])
  expect(rows('Function bodies in Go').All).toEqual(['2', '2', '2', '0.500', '2', '1', '0.667', '0'])
  expect(disagreementsIn(stdout).filter(line => /function/.test(line))).toEqual([
    'plans/go.md:14: missed go-function-body: Close',
    expect.stringMatching(/^plans\/go\.md:16: wrong no-function-bodies: /),
    expect.stringMatching(/^plans\/other\.md:16: wrong no-function-bodies: /),
  ])
})

test('functions that a plan quotes need not be told, and may be', async () => {
  const quote = (line: number) => ({file: 'go.md', line, kind: 'quoted-function', note: 'stays as it is'})
  const {stdout, rows} = await figuresOf({'go.md': goPlan}, [quote(11), quote(14)], {
    functions: goFunctions,
    argv: ['--verbose'],
  })
  expect(stdout).toMatch(/^0 plans were read/m)
  expect(rows('Function bodies in Go').All).toEqual(['1', '1', '1', '0.500', '0', '0', '–', '2'])
  expect(disagreementsIn(stdout)).toEqual([
    'plans/go.md:10: exempt go-function-body: Search',
    'plans/go.md:14: exempt go-function-body: Close',
    expect.stringMatching(/^plans\/go\.md:16: wrong no-function-bodies: /),
  ])
})

test('an oracle on Go says nothing of other languages', async () => {
  const plan = `${goPlan}\n\`\`\`ts\nfunction search() {\n  return find() + 1\n}\n\`\`\`\n`
  const {stdout, rows} = await figuresOf({'go.md': plan}, [read('go.md')], {functions: goFunctions})
  expect(rows('Function bodies in Go').All?.slice(0, 3)).toEqual(['1', '1', '1'])
  expect(stdout).toMatch(/^Findings that no label could.*`no-function-bodies` \(1\)/m)
})

describe('bad input ends with exit code 2 and says where', () => {
  const placeholder = {file: 'a.md', line: 3, kind: 'placeholder'}

  test.each([
    ['{"file": "a.md"', /labels\.jsonl:2: is no JSON: /],
    ['["a.md"]', /labels\.jsonl:2: is no JSON object/],
    [{line: 3, kind: 'placeholder'}, /labels\.jsonl:2: "file" is missing/],
    [{file: 'a.md', line: 3}, /labels\.jsonl:2: "kind" is missing; write one of placeholder, /],
    [
      {...placeholder, kind: 'place-holder'},
      /labels\.jsonl:2: unknown kind "place-holder"; did you mean "placeholder"\?/,
    ],
    [
      {...placeholder, line: undefined},
      /labels\.jsonl:2: "line" is missing; write the number of a line, counted from 1/,
    ],
    [{...placeholder, line: 0}, /labels\.jsonl:2: "line" is 0;/],
    [{...placeholder, line: '3'}, /labels\.jsonl:2: "line" is "3";/],
    [{...placeholder, line: 99}, /labels\.jsonl:2: line 99, but a\.md has 15; label the plan as it is now/],
    [{...placeholder, text: 7}, /labels\.jsonl:2: "text" is 7; write a string/],
    [{...placeholder, confidence: 'Sure'}, /labels\.jsonl:2: unknown confidence "Sure"; did you mean "sure"\?/],
    [{...placeholder, famly: 'x'}, /labels\.jsonl:2: unknown key "famly"; did you mean "family"\?/],
    [{...placeholder, family: 'x'}, /labels\.jsonl:2: family "x", but labels\.jsonl:1 says "y"/],
    [
      {...placeholder, kind: 'missing-section', text: 'aproach'},
      /labels\.jsonl:2: unknown section "aproach"; did you mean/,
    ],
    [{file: 'a.md', kind: 'preset', text: 'plans'}, /labels\.jsonl:2: unknown preset "plans"; did you mean "plan"\?/],
    [{...placeholder, file: 'gone.md'}, /labels\.jsonl:2: no plan "gone\.md" in plans; correct the name/],
    [
      {...placeholder, file: 'twin.md'},
      /labels\.jsonl:2: "twin\.md" may be x\/twin\.md or y\/twin\.md in plans; write the path/,
    ],
  ])('in the labels: %j', async (row, message) => {
    const folder = project({
      'plans/a.md': notes,
      'plans/x/twin.md': clean,
      'plans/y/twin.md': clean,
      'labels.jsonl': `${lines({...placeholder, family: 'y'})}${typeof row === 'string' ? row : lines(row)}`,
    })
    const {code, stdout, stderr} = await measure(folder, '--docs', 'plans', '--labels', 'labels.jsonl')
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toMatch(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('every bad line is told, a file that is not there once', async () => {
    const gone = {...placeholder, file: 'gone.md'}
    const folder = project({
      'plans/a.md': notes,
      'labels.jsonl': `x\n\n${lines(placeholder)}y\n`,
      'b.jsonl': lines(gone, gone),
    })
    const bad = await measure(folder, '--docs', 'plans', '--labels', 'labels.jsonl')
    expect(bad.stderr.match(/labels\.jsonl:\d/g)).toEqual(['labels.jsonl:1', 'labels.jsonl:4'])
    const absent = await measure(folder, '--docs', 'plans', '--labels', 'b.jsonl')
    expect(absent.stderr.match(/b\.jsonl:\d/g)).toEqual(['b.jsonl:1'])
  })

  test('of a thousand bad lines the first are told', async () => {
    const folder = project({'plans/a.md': notes, 'labels.jsonl': 'x\n'.repeat(1000)})
    const {stderr} = await measure(folder, '--docs', 'plans', '--labels', 'labels.jsonl')
    expect(stderr.trim().split('\n')).toHaveLength(21)
    expect(stderr).toContain('plan-lint: and 980 more like these')
  })

  test.each([
    [{...goFunctions[0], hasBody: 'yes'}, /go\.jsonl:1: "hasBody" is "yes"; write true or false/],
    [
      {...goFunctions[0], bodyKind: 'statement'},
      /go\.jsonl:1: unknown bodyKind "statement"; did you mean "statements"\?/,
    ],
    [
      {...goFunctions[0], bodyEndLine: 4},
      /go\.jsonl:1: "bodyEndLine" is 4; write the number of a line, counted from 10/,
    ],
    [{...goFunctions[0], bodyEndLine: 400}, /go\.jsonl:1: line 400, but go\.md has 20/],
    [{...goFunctions[0], file: 'gone.md'}, /go\.jsonl:1: no plan "gone\.md"/],
  ])('in the functions: %j', async (row, message) => {
    const folder = project({'plans/go.md': goPlan, 'labels.jsonl': lines(read('go.md')), 'go.jsonl': lines(row)})
    const argv = ['--docs', 'plans', '--labels', 'labels.jsonl', '--go', 'go.jsonl']
    const {code, stdout, stderr} = await measure(folder, ...argv)
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toMatch(message)
  })

  test('a quoted function that the functions do not hold', async () => {
    const quote = {file: 'go.md', line: 13, kind: 'quoted-function'}
    const folder = project({'plans/go.md': goPlan, 'labels.jsonl': lines(quote), 'go.jsonl': lines(...goFunctions)})
    const argv = ['--docs', 'plans', '--labels', 'labels.jsonl']
    const {code, stderr} = await measure(folder, ...argv, '--go', 'go.jsonl')
    expect({code, stderr}).toEqual({
      code: 2,
      stderr: 'plan-lint: labels.jsonl:1: quoted-function, but --go has no function at line 13 of go.md\n',
    })
    expect(await measure(folder, ...argv)).toMatchObject({code: 0})
  })

  test('of a hundred plans that are not there the first are told', async () => {
    const gone = Array.from({length: 100}, (_, number) => read(`gone-${number}.md`))
    const folder = project({'plans/a.md': notes, 'labels.jsonl': lines(...gone)})
    const {stderr} = await measure(folder, '--docs', 'plans', '--labels', 'labels.jsonl')
    expect(stderr.trim().split('\n')).toHaveLength(21)
  })

  test.each([
    ['', /--docs and --labels are needed/],
    ['--docs plans', /--docs and --labels are needed/],
    ['--docs gone --labels labels.jsonl', /gone: cannot be read: no such file or folder/],
    ['--docs empty --labels labels.jsonl', /empty: no Markdown file in this folder/],
    ['--docs plans --labels gone.jsonl', /gone\.jsonl: cannot be read: no such file or folder/],
    ['--docs plans --labels blank.jsonl', /blank\.jsonl: holds no line/],
    ['--docs plans --labels latin.jsonl', /latin\.jsonl: holds bytes that are no UTF-8/],
    ['--docs plans --labels labels.jsonl --go blank.jsonl', /blank\.jsonl: holds no line/],
    ['--docs plans --label labels.jsonl', /unknown option "--label"; did you mean "--labels"\?/],
    ['--docs plans --labels labels.jsonl x.md', /"x\.md" is no option/],
    ['--docs plans --labels labels.jsonl --write --check', /--write and --check exclude each other/],
    ['--docs plans --labels labels.jsonl --page page.md', /--page is for --write and --check/],
    ['--docs plans --labels labels.jsonl --write --page gone.md', /gone\.md: cannot be read/],
    ['--docs plans --labels labels.jsonl --check --page plans/a.md', /plans\/a\.md: has no place for the figures/],
  ])('on the command line: %s', async (line, message) => {
    const folder = project({
      'plans/a.md': notes,
      'empty/readme.txt': '',
      'labels.jsonl': lines(read('a.md')),
      'blank.jsonl': '\n \n',
      'latin.jsonl': Buffer.from('{"file": "\xe4.md", "kind": "doc"}\n', 'latin1'),
    })
    const {code, stdout, stderr} = await measure(folder, ...line.split(' ').filter(word => word !== ''))
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toMatch(message)
  })
})

describe('aims', () => {
  const good = {'small/me__good__a.md': notes}
  const goodLabels = [3, 5, 9, 10].map(line => ({
    file: 'me__good__a.md',
    line,
    kind: line < 9 ? 'placeholder' : 'open-question',
  }))

  test('are met by all, or not measured', async () => {
    const {rows} = await figuresOf(good, goodLabels)
    expect(rows('Aims')).toEqual({
      'Precision of each judged rule': ['0.97', 'none'],
      'Recall of each kind of fault': ['0.95', 'none'],
      'Precision in each repository': ['0.90', 'none'],
      'Recall in each repository': ['0.85', 'none'],
      'Presets that are detected': ['0.99', 'not measured'],
      'Precision on function bodies in Go': ['0.99', 'not measured'],
      'Recall on function bodies in Go': ['0.99', 'not measured'],
    })
  })

  test('name what is below them', async () => {
    const bad = {file: 'me__bad__go.md', line: 1, kind: 'placeholder', text: ''}
    const {rows} = await figuresOf(
      {...good, 'me__bad__go.md': goPlan},
      [...goodLabels, bad, {file: bad.file, kind: 'preset', text: 'staged'}],
      {functions: goFunctions.map(row => ({...row, file: bad.file}))},
    )
    const aims = rows('Aims')
    expect(aims['Precision of each judged rule']?.[1]).toMatch(
      /^`no-function-bodies` 0\.500 \(1 of 2\), .*`required-sections` 0\.000 \(0 of 5\)$/,
    )
    expect(aims['Recall of each kind of fault']?.[1]).toBe(
      '`go-function-body` 0.500 (1 of 2), `placeholder` 0.667 (2 of 3)',
    )
    expect(aims['Precision in each repository']?.[1]).toMatch(/^me\/bad 0\.000 \(0 of \d+\)$/)
    expect(aims['Recall in each repository']?.[1]).toBe('me/bad 0.000 (0 of 1)')
    expect(aims['Presets that are detected']?.[1]).toBe('all plans 0.000 (0 of 1)')
    expect(aims['Precision on function bodies in Go']?.[1]).toBe('all plans 0.500 (1 of 2)')
    expect(aims['Recall on function bodies in Go']?.[1]).toBe('all plans 0.500 (1 of 2)')
  })

  test('on rules and repositories are about plans that were read', async () => {
    const functions = goFunctions.map(row => ({...row, file: 'me__bad__go.md'}))
    const {rows} = await figuresOf({...good, 'me__bad__go.md': goPlan}, goodLabels, {functions})
    expect(rows('Aims')['Precision of each judged rule']).toEqual(['0.97', 'none'])
    expect(rows('Aims')['Recall in each repository']).toEqual(['0.85', 'none'])
    expect(rows('Aims')['Recall on function bodies in Go']?.[1]).toBe('all plans 0.500 (1 of 2)')
  })
})

test('the page is written, and checked', async () => {
  const page = '# Ours\n\nBefore.\n\n<!-- accuracy:start -->\n<!-- accuracy:end -->\n\nAfter.\n'
  const labels = lines({file: 'a.md', line: 3, kind: 'placeholder', text: '[NAME]'})
  const folder = project({'plans/a.md': notes, 'labels.jsonl': labels, 'page.md': page})
  const argv = ['--docs', 'plans', '--labels', 'labels.jsonl', '--page', 'page.md']
  expect(await measure(folder, ...argv, '--check')).toMatchObject({code: 1, stdout: ''})
  expect(await measure(folder, ...argv, '--write')).toEqual({code: 0, stdout: 'wrote page.md\n', stderr: ''})
  const written = readFileSync(join(folder, 'page.md'), 'utf8')
  expect(written).toMatch(/^# Ours\n\nBefore\.\n\n<!-- accuracy:start -->\n\n1 plan was read,/)
  expect(written).toMatch(/<!-- accuracy:end -->\n\nAfter\.\n$/)
  expect(await measure(folder, ...argv, '--check')).toEqual({code: 0, stdout: '', stderr: ''})

  add(folder, {'labels.jsonl': lines(read('a.md'))})
  const {code, stderr} = await measure(folder, ...argv, '--check')
  expect({code, stderr}).toEqual({
    code: 1,
    stderr: 'plan-lint: page.md: has other figures; write them with --write in the place of --check\n',
  })
  expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe(written)
})

test('what plans and labels say cannot steer the terminal or break a table', async () => {
  const plan = '# Notes\n\n[A \u001b[31m NAME]\n\n- Search [THIS | THAT] first.\n'
  const label = {file: 'a.md', line: 1, kind: 'numbering', text: '\u001b[2J', family: 'a\u001b|b'}
  const {stdout, rows} = await figuresOf({'a.md': plan}, [label], {argv: ['--verbose']})
  expect(stdout).not.toContain('\u001b')
  expect(disagreementsIn(stdout)).toContain('plans/a.md:1: missed numbering: ␛[2J')
  expect(Object.keys(rows('Families'))).toEqual(['a␛\\|b', 'All'])
})

test('every rule that is measured is a rule', () => {
  const named = [...Object.values(kinds).flatMap(kind => kind.rules), ...Object.keys(backing), bodies.rule]
  const ids = rules.map(({id}) => id)
  expect(named.filter(id => !ids.includes(id))).toEqual([])
})

describe('as a process', () => {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const script = join(root, 'scripts/accuracy.ts')
  const start = (cwd: string, ...argv: string[]) =>
    spawnSync(process.execPath, [`--import=${tsx}`, script, ...argv], {cwd, encoding: 'utf8'})

  test('it prints the figures', () => {
    const folder = project({'plans/a.md': notes, 'labels.jsonl': lines(read('a.md'))})
    const {status, stdout, stderr} = start(folder, '--docs', 'plans', '--labels', 'labels.jsonl')
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(rowsUnder(stdout, precision).All).toEqual(['0', '0', '4', '0.000'])
  })

  test('it fails on bad labels', () => {
    const folder = project({'plans/a.md': notes, 'labels.jsonl': 'x\n'})
    const {status, stdout, stderr} = start(folder, '--docs', 'plans', '--labels', 'labels.jsonl')
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toMatch(/^plan-lint: labels\.jsonl:1: is no JSON: .*\n$/)
  })
})
