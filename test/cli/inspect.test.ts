import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Schema, Validator} from '@cfworker/json-schema'
import fc from 'fast-check'
import {globSync} from 'tinyglobby'
import {describe, expect, test} from 'vitest'
import {plans} from '../plan-texts.ts'
import {project, run} from './world.ts'

const root = join(import.meta.dirname, '../..')
const schema = JSON.parse(readFileSync(join(root, 'docs/inspection.schema.json'), 'utf8')) as Schema
const validator = new Validator(schema, '7', false)

async function inspect(text: string, ...argv: string[]): Promise<string> {
  const {code, stdout, stderr} = await run(project({'a.md': text}), ['inspect', 'a.md', ...argv])
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  return stdout
}

const tasks = `<!-- plan-lint preset: spec-kit-tasks -->

# Tasks: Loans

**Status**: Draft

## Phase 1: Setup

- [x] T001 Create \`src/app.ts\`
- [ ] T002 [P] [US1] Say "hi"; <b>[x]</b> \\N in src/hi.ts (depends on T001)
- [ ] T003 Write src/loan.ts (depends on T002, T004)
- [ ] T004 Write src/fee.ts (depends on T003)

**Checkpoint**: run \`npm test\`

## Open Questions

- Who pays?
- [x] Who lends?
`

describe('as JSON', () => {
  test.each(globSync('fixtures/*/*.md', {cwd: root}))('%s is valid', async file => {
    const {code, stdout} = await run(root, ['inspect', file])
    expect(code).toBe(0)
    const report = JSON.parse(stdout)
    expect(validator.validate(report).errors).toEqual([])
    expect(report.path).toBe(file)
    for (const {from, to} of report.graph.edges) {
      const ids = report.graph.nodes.map(({id}: {id: string}) => id)
      expect(ids).toEqual(expect.arrayContaining([from, to]))
    }
  })

  test('tells of each thing what it is and where', async () => {
    const report = JSON.parse(await inspect(tasks))
    expect(report).toMatchObject({
      path: 'a.md',
      preset: 'spec-kit-tasks',
      presetSource: 'directive',
      title: {text: 'Tasks: Loans', line: 3, column: 3, endLine: 3, endColumn: 15},
      status: {value: 'Draft', isDraft: true, line: 5, column: 13},
      phases: [{noun: 'phase', number: '1', name: 'Setup', kind: 'setup', state: null, line: 7, column: 4}],
      stages: [],
      commands: [{text: 'npm test', phase: '1', line: 14, column: 21}],
      questions: [
        {text: 'Who pays?', isResolved: false, line: 18},
        {text: 'Who lends?', isResolved: true, line: 19},
      ],
    })
    expect(report.tasks[1]).toEqual({
      id: 'T002',
      checked: false,
      text: 'Say "hi"; <b>[x]</b> \\N in src/hi.ts (depends on T001)',
      isParallel: true,
      stories: ['1'],
      phase: '1',
      files: ['src/hi.ts'],
      dependsOn: ['T001'],
      line: 10,
      column: 7,
      endLine: 10,
      endColumn: 76,
    })
    expect(report.files.map(({path}: {path: string}) => path)).toEqual([
      'src/app.ts',
      'src/hi.ts',
      'src/loan.ts',
      'src/fee.ts',
    ])
    expect(report.graph.edges[0]).toMatchObject({from: 'T002', to: 'T001', kind: 'depends', place: {line: 10}})
    expect(report.graph.cycles).toEqual([['T003', 'T004', 'T003']])
  })

  test('places are those of the file, whatever its line breaks and mark', async () => {
    const plain = JSON.parse(await inspect(tasks))
    expect(JSON.parse(await inspect(`\ufeff${tasks.replaceAll('\n', '\r\n')}`))).toEqual(plain)
  })

  test('tasks that share an id are nodes of their own', async () => {
    const text = tasks.replace('T004 Write', 'T003 Write')
    const {graph} = JSON.parse(await inspect(text))
    expect(graph.nodes.map(({id}: {id: string}) => id)).toEqual(['T001', 'T002', 'T003', 'T003#2'])
  })

  test('stages are told by what their metadata say', async () => {
    const {stdout} = await run(root, ['inspect', 'fixtures/staged/clean.md'])
    const {stages, graph} = JSON.parse(stdout)
    expect(stages[1]).toMatchObject({
      id: 'tracking-page',
      values: {status: 'in-progress', name: 'Tracking Page'},
      dependsOn: ['carrier-poller'],
      phase: '2',
      isInMetadata: true,
    })
    expect(graph.nodes[0]).toMatchObject({id: 'carrier-poller', kind: 'stage', isDone: true})
  })
})

describe('as a picture', () => {
  test('Mermaid, with names that cannot break out of their labels', async () => {
    expect(await inspect(tasks, '--mermaid')).toBe(`flowchart LR
  subgraph g1["Phase 1: Setup"]
    n1["T001: Create src/app.ts"]:::done
    n2["T002: Say #34;hi#34;#59; #60;b#62;#91;x#93;#60;/b#62; #92;N in src/hi.ts (depends on T001)"]
    n3["T003: Write src/loan.ts (depends on T002, T004)"]
    n4["T004: Write src/fee.ts (depends on T003)"]
  end
  n1 --> n2
  n2 --> n3
  n4 --> n3
  n3 --> n4
  classDef done opacity:0.5
`)
  })

  test('Graphviz, likewise', async () => {
    const picture = await inspect(tasks, '--dot')
    expect(picture).toMatch(/^digraph plan \{\n {2}rankdir=LR;\n/)
    expect(picture).toContain('  subgraph cluster_g1 {\n    label="Phase 1: Setup";\n')
    expect(picture).toContain('    n2 [label="T002: Say \\"hi\\"; <b>[x]</b> \\\\N in src/hi.ts (depends on T001)"];\n')
    expect(picture).toContain('    n1 [label="T001: Create src/app.ts", color=gray, fontcolor=gray];\n')
    expect(picture).toContain('\n  n2 -> n3;\n')
  })

  test('phases follow each other where nothing says more', async () => {
    const picture = await inspect(
      '# A\n\n## Phase 1: One\n\nText.\n\n## Phase 2: "Two" \u001b[31m\n\nText.\n',
      '--mermaid',
    )
    expect(picture).toBe(`flowchart LR
  n1["phase 1: One"]
  n2["phase 2: #34;Two#34; #9243;#91;31m"]
  n1 -.-> n2
`)
  })

  test.each(Object.entries(plans))('every line of one of %s has a form that is known', async (_, arbitrary) => {
    for (const [text] of fc.sample(arbitrary, {seed: 3, numRuns: 15})) {
      for (const line of (await inspect(text, '--mermaid')).trimEnd().split('\n').slice(1))
        expect(line).toMatch(
          /^ +(?:subgraph g\d+\["[^"]*"\]|n\d+\["[^"]*"\](?::::done)?|n\d+ -(?:-|\.-)> n\d+|end|classDef done opacity:0\.5)$/,
        )
      for (const line of (await inspect(text, '--dot')).trimEnd().split('\n').slice(3, -1))
        expect(line).toMatch(
          /^ +(?:subgraph cluster_g\d+ \{|label="(?:[^"\\]|\\.)*";|n\d+ \[label="(?:[^"\\]|\\.)*"(?:, color=gray, fontcolor=gray)?\];|n\d+ -> n\d+(?: \[style=dotted\])?;|\})$/,
        )
    }
  })
})

test.each([
  [[], 'which file? Write: plan-lint inspect <file>'],
  [['a.md', 'b.md'], 'one file at a time, not "b.md" besides; write: plan-lint inspect <file>'],
  [['a.md', '--dot', '--mermaid'], '--mermaid and --dot contradict each other; leave one out'],
  [['b.md'], 'b.md: cannot be read: no such file or folder'],
])('inspect %j', async (argv, message) => {
  const cwd = project({'a.md': '# A\n'})
  expect(await run(cwd, ['inspect', ...argv])).toEqual({code: 2, stdout: '', stderr: `plan-lint: ${message}\n`})
})
