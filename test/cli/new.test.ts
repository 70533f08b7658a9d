import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {scaffold} from '../../core/scaffold/scaffold.ts'
import {definePreset, lint, type Preset, presets} from '../../index.ts'
import {project, run} from './world.ts'

/** With forms, kinds and values that no preset of the package has together. */
const own = definePreset({
  id: 'own-kind',
  summary: 'A plan of our own',
  priority: 1,
  fingerprints: [],
  fields: [
    {label: 'Priority', expectation: 'required', type: 'enum', values: ['P0', 'P1', 'P2']},
    {label: 'Ticket', expectation: 'expected', type: 'link'},
    {label: 'Phone', expectation: 'optional'},
  ],
  sections: [
    {id: 'why', title: 'Why… (1 of 2)', expectation: 'required', content: [{kind: 'words', min: 5}]},
    {
      id: 'deep',
      title: '깊이',
      expectation: 'expected',
      sections: [
        {
          id: 'deeper',
          title: 'Deeper {n}',
          expectation: 'required',
          repeat: {min: 2},
          sections: [{id: 'deepest', title: '<Deepest>', expectation: 'required', as: ['label']}],
        },
      ],
    },
    {id: 'risks', title: 'Risks', expectation: 'required', content: [{kind: 'pairs', first: 'Risk', second: 'Answer'}]},
    {id: 'tree', title: 'Files', expectation: 'required', content: [{kind: 'tree'}, {kind: 'diagram'}]},
    {id: 'work', title: 'Work', expectation: 'required', holdsPhases: true},
    {id: 'later', title: 'Later', expectation: 'optional'},
  ],
  phases: {
    id: 'phases',
    noun: 'milestone',
    titles: ['Milestone {n}'],
    expectation: 'required',
    min: 3,
    validation: 'checkpoint',
    fields: [{label: 'Checkpoint', expectation: 'required'}],
  },
  mentions: [{id: 'cost', topic: 'what it costs', words: ['cost'], expectation: 'required'}],
  vocabulary: {questions: ['Questions'], validation: [], checkpoints: ['Checkpoint']},
  literals: [],
  templateText: {},
  rules: {},
})

/** Rules whose findings on a scaffold ask to fill in what it leaves open. */
const asking = ['no-placeholders', 'phase-validation', 'task-files']

function findingsIn(text: string, preset?: string) {
  return lint(text, {plugins: [{presets: [own]}], ...(preset && {preset})})
}

const all: readonly Preset[] = [...presets, own]
const titles = fc.stringMatching(/^[A-Za-z가-힣é][A-Za-z0-9가-힣é ,'&()-]{0,40}$/u)

describe.each(all)('a new $id', preset => {
  test('is taken for what it is, and nothing is wrong with it but what waits to be filled in', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(''), titles), title => {
        const text = scaffold(preset, all, title)
        const {preset: taken, presetSource, findings} = findingsIn(text)
        expect({taken, isFallback: presetSource === 'fallback'}).toEqual({
          taken: preset.id,
          isFallback: preset.id === 'plan',
        })
        expect(findings.filter(({rule}) => !asking.includes(rule))).toEqual([])
        // Slots are told; a plan that is not begun is never clean.
        expect(findings.filter(({rule}) => rule === 'no-placeholders')).not.toEqual([])
        expect(findings.filter(({data}) => data.missing === 'validation')).toEqual([])
        if (title.trim()) expect(text).toContain(title.replace(/\s+/g, ' ').trim())
      }),
      {seed: 7, numRuns: 40},
    )
  })

  test('lacks a section once one is taken out', () => {
    const [first] = preset.sections.filter(({expectation}) => expectation === 'required')
    if (!first) return
    const title = first.title.replace(/…/g, ' ').replace(/\s+/g, ' ').trim()
    const text = scaffold(preset, all).replace(`## ${title}\n`, '\n')
    expect(findingsIn(text, preset.id).findings.map(({rule}) => rule)).toContain('required-sections')
  })
})

test('the parts stand in the order of the preset, the phases where they belong', async () => {
  const {stdout} = await run(project(), ['new', 'spec-kit-tasks', 'Tool', 'library'])
  const headings = Array.from(stdout.matchAll(/^#+ .*/gm), ([heading]) => heading)
  expect(headings.slice(0, 6)).toEqual([
    '# Tasks: Tool library',
    '## Phase 1: Setup',
    '## Phase 2: Foundational',
    '## Phase 3: User Story 1 - [Name of the phase]',
    '## Phase 4: Polish',
    '## Dependencies & Execution Order',
  ])
  expect(stdout).toContain('- [ ] T003 [US1] [What to do, and in which file]')
})

test('a title that has the form already is kept', async () => {
  const {stdout} = await run(project(), ['new', 'humanlayer', 'Loans Implementation Plan'])
  expect(stdout).toMatch(/^# Loans Implementation Plan\n/)
})

test('metadata and sections say the same', async () => {
  const {stdout} = await run(project(), ['new', 'staged'])
  const json = /```json metadata\n([\s\S]*?)```/.exec(stdout)?.[1] ?? ''
  expect(JSON.parse(json).stages[0]).toMatchObject({id: 'stage-1', status: 'not-started', depends_on: []})
  expect(stdout).toContain('- **Stage ID**: stage-1\n')
})

describe('-o', () => {
  test('writes the file and its folders, and says what is left to do', async () => {
    const cwd = project()
    const {code, stdout, stderr} = await run(cwd, ['new', 'blueprint', 'Loans', '-o', 'plans/new/loans.md'])
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toBe('wrote plans/new/loans.md: 11 slots to fill in, told by: plan-lint plans/new/loans.md\n')
    const {stdout: report} = await run(cwd, ['plans/new/loans.md', '--format', 'json'])
    expect(JSON.parse(report).files[0]).toMatchObject({preset: 'blueprint', presetSource: 'detected'})
    expect(JSON.parse(report).summary.errors).toBe(11)
  })

  test('never overwrites, neither a file nor a folder', async () => {
    const cwd = project({'a.md': 'mine'})
    for (const name of ['a.md', '.']) {
      expect(await run(cwd, ['new', 'plan', '-o', name])).toEqual({
        code: 2,
        stdout: '',
        stderr: `plan-lint: ${name}: is there already; name another file, or delete it\n`,
      })
    }
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('mine')
  })

  test('says why a file cannot be written', async () => {
    const cwd = project({'a.md': ''})
    const {code, stderr} = await run(cwd, ['new', 'plan', '-o', 'a.md/b.md'])
    expect({code, stderr}).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^plan-lint: a\.md\/b\.md: cannot be written: .+\n$/),
    })
    expect(existsSync(join(cwd, 'a.md/b.md'))).toBe(false)
  })

  test('tells of a configuration that has the file judged otherwise', async () => {
    const cwd = project({'plan-lint.config.json': '{"preset": "staged"}'})
    const {code, stderr} = await run(cwd, ['new', 'plan', '-o', 'b.md'])
    expect({code, stderr}).toEqual({
      code: 0,
      stderr: 'plan-lint: b.md: the configuration has it judged by "staged"; plan-lint which b.md\n',
    })
  })
})

test.each([
  [[], 'which preset? Write: plan-lint new <preset>; "plan-lint presets" lists them'],
  [['stged'], 'unknown preset "stged"; did you mean "staged"?'],
  [['staged', '-o'], '-o needs a value: -o <file>'],
])('new %j', async (argv, message) => {
  expect(await run(project(), ['new', ...argv])).toEqual({code: 2, stdout: '', stderr: `plan-lint: ${message}\n`})
})
