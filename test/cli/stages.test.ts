import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Schema, Validator} from '@cfworker/json-schema'
import fc from 'fast-check'
import {globSync} from 'tinyglobby'
import {describe, expect, test} from 'vitest'
import {plans} from '../plan-texts.ts'
import {project, run} from './world.ts'

const root = join(import.meta.dirname, '../..')
const schema = JSON.parse(readFileSync(join(root, 'docs/stages.schema.json'), 'utf8')) as Schema
const validator = new Validator(schema, '7', false)

interface Step {
  id: string
  wave: number
  state: string
  waitsFor: string[]
  dependsOn: {id: string; kind: string; place: unknown}[]
}

interface Report {
  waves: string[][]
  ready: string[]
  steps: Step[]
}

async function reportOf(text: string): Promise<Report> {
  const {code, stdout, stderr} = await run(project({'a.md': text}), ['stages', 'a.md', '--format', 'json'])
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  const report = JSON.parse(stdout)
  expect(validator.validate(report).errors).toEqual([])
  return report
}

/** A plan of phases with the given words under their headings; a heading is `Phase 1` and so on, or given with them. */
function phased(...phases: string[]): string {
  const parts = phases.map((words, index) => {
    const [heading, body] = words.startsWith('## ') ? words.split(/\n(.*)/s) : [`## Phase ${index + 1}: Bed`, words]
    return `${heading}\n\n${body || 'Dig and sow.'}\n`
  })
  return ['<!-- plan-lint preset: plan -->', '# Garden', '', ...parts].join('\n')
}

/** A staged plan of stages given as `id status: what it depends on`. */
function staged(...stages: string[]): string {
  const entries = stages.map(line => {
    const [, id = '', status = '', on = ''] = /^(\S+) (\S+):? ?(.*)$/.exec(line.replace(/:$/, '')) ?? []
    return {id, name: `The ${id}`, branch: id, worktree_path: id, status, depends_on: on === '' ? [] : on.split(' ')}
  })
  const metadata = JSON.stringify({plan_id: '2026-03-02-garden', status: 'draft', stages: entries}, null, 2)
  return `# Implementation Plan: Garden\n\n\`\`\`json metadata\n${metadata}\n\`\`\`\n`
}

describe('waves', () => {
  test.each([
    ['one after the other, where nothing else is said', ['', '', ''], [['1'], ['2'], ['3']]],
    ['as sentences say', ['', '', 'Depends on Phase 1.', ''], [['1'], ['2', '3'], ['4']]],
    ['as fields say', ['', '**Depends on**: Phase 1', '**Depends on**: 1', ''], [['1'], ['2', '3'], ['4']]],
    ['as a drawing says', ['', '', '', 'Order: Phase 1 → Phase 3, Phase 2 → Phase 3.'], [['1'], ['2'], ['3'], ['4']]],
    ['side by side', ['', 'Phases 2 and 3 can be built in parallel.', '', ''], [['1'], ['2', '3'], ['4']]],
    ['side by side with one that is named', ['', '', 'Can run in parallel with Phase 2.'], [['1'], ['2', '3']]],
    [
      'side by side, from elsewhere',
      ['', '', 'Phase 2 runs in parallel with Phase 3.', ''],
      [['1'], ['2', '3'], ['4']],
    ],
    ['not side by side', ['', '', 'This cannot run in parallel with Phase 2.'], [['1'], ['2'], ['3']]],
    ['neither for steps of one phase', ['', 'In Phase 2 three people work in parallel.', ''], [['1'], ['2'], ['3']]],
    ['without any before', ['', '**Depends on**: None', ''], [['1', '2'], ['3']]],
    ['whatever packages there are', ['', '**Dependencies**: None', ''], [['1'], ['2'], ['3']]],
    ['a later one first', ['Depends on Phase 3.', '', ''], [['1'], ['2'], ['3']]],
    ['after a later one, by name', ['', 'Phase 1 depends on Phase 2.'], [['2'], ['1']]],
    [
      'what waits for a later one keeps none back',
      ['', 'Phase 2 depends on Phase 4.', '', ''],
      [['1'], ['4'], ['2'], ['3']],
    ],
  ])('%s', async (_, phases, waves) => {
    expect((await reportOf(phased(...phases))).waves).toEqual(waves.map(ids => ids.map(id => `phase ${id}`)))
  })

  test('stories begin side by side after the foundation, unless one is said to need another', async () => {
    const story = (number: number, words = '') =>
      `## Phase ${number + 2}: User Story ${number} - Water (Priority: P1)\n\n- [ ] T01${number} [US${number}] Write src/a${number}.ts\n${words}\n`
    const tasks = (...stories: string[]) =>
      [
        '<!-- plan-lint preset: spec-kit-tasks -->\n\n# Tasks: Garden\n',
        '## Phase 1: Setup\n\n- [x] T001 Dig\n',
        '## Phase 2: Foundational\n\n- [x] T002 Rake\n',
        ...stories,
        `## Phase ${stories.length + 3}: Polish\n\n- [ ] T020 Look\n`,
      ].join('\n')
    const free = await reportOf(tasks(story(1), story(2), story(3)))
    expect(free.waves.map(wave => wave.length)).toEqual([1, 1, 3, 1])
    expect(free.ready).toEqual(['phase 3', 'phase 4', 'phase 5'])
    const bound = await reportOf(
      tasks(story(1), story(2), story(3, '\n**Note**: User Story 3 depends on User Story 1.')),
    )
    expect(bound.waves).toEqual([['phase 1'], ['phase 2'], ['phase 3', 'phase 4'], ['phase 5'], ['phase 6']])
    const byTask = await reportOf(
      tasks(story(1), story(2, '- [ ] T015 [US2] Write src/b.ts (depends on T011)'), story(3)),
    )
    expect(byTask.waves).toEqual([['phase 1'], ['phase 2'], ['phase 3', 'phase 5'], ['phase 4'], ['phase 6']])
  })

  test('what only their order says gives way to what tasks and sentences say', async () => {
    const tasks = (...numbers: number[]) => numbers.map(number => `- [ ] T00${number} Dig`).join('\n')
    const text = phased(
      tasks(1),
      `Phase 2 depends on Phase 4.\n\n${tasks(2)}`,
      tasks(3),
      `${tasks(4)} (depends on T003)`,
    )
    expect((await reportOf(text)).waves).toEqual([['phase 1'], ['phase 3'], ['phase 4'], ['phase 2']])
  })

  test('stages by their metadata', async () => {
    const {waves} = await reportOf(
      staged('a not-started:', 'b not-started: a', 'c not-started: a', 'd not-started: c b'),
    )
    expect(waves).toEqual([['a'], ['b', 'c'], ['d']])
  })

  test('of more phases than a stack is deep', async () => {
    const {waves} = await reportOf(phased(...Array.from({length: 3000}, () => '')))
    expect(waves.length).toBe(3000)
  })

  test.each(Object.entries(plans))('never come before what they wait for: %s', async (_, arbitrary) => {
    for (const [text] of fc.sample(arbitrary, {seed: 5, numRuns: 15})) {
      const {code, stdout} = await run(project({'a.md': text}), ['stages', 'a.md', '-f', 'json'])
      if (code !== 0) continue
      const report: Report = JSON.parse(stdout)
      expect(validator.validate(report).errors).toEqual([])
      const waveOf = new Map(report.steps.map(({id, wave}) => [id, wave]))
      for (const {wave, dependsOn} of report.steps)
        for (const {id} of dependsOn) expect(waveOf.get(id)).toBeLessThan(wave)
    }
  })
})

describe('states', () => {
  const statesIn = ({steps}: Report) => Object.fromEntries(steps.map(({id, state}) => [id, state]))

  test('of stages are those of their metadata', async () => {
    const report = await reportOf(
      staged('a completed:', 'b in-progress: a', 'c blocked: a', 'd not-started: a', 'e not-started: a b'),
    )
    expect(statesIn(report)).toEqual({a: 'done', b: 'in-progress', c: 'blocked', d: 'ready', e: 'waiting'})
    expect(report.ready).toEqual(['d'])
    expect(report.steps.find(({id}) => id === 'e')).toMatchObject({
      waitsFor: ['b'],
      dependsOn: [{id: 'a', kind: 'depends', place: {line: expect.any(Number)}}, {id: 'b'}],
    })
  })

  test('of phases are what they say, or their boxes', async () => {
    const report = await reportOf(
      phased(
        '- [x] Dig',
        '**Status**: Skipped',
        '## Phase 3: Bed ✅ Completed\n\nDug.',
        '- [x] Dig\n- [ ] Sow',
        '- [ ] Dig',
      ),
    )
    expect(Object.values(statesIn(report))).toEqual(['done', 'skipped', 'done', 'in-progress', 'waiting'])
    expect(report.steps.at(-1)?.waitsFor).toEqual(['phase 4'])
  })

  test('what is skipped keeps nothing waiting', async () => {
    expect((await reportOf(phased('- [x] Dig', '**Status**: Skipped', '- [ ] Sow'))).ready).toEqual(['phase 3'])
  })
})

describe('a plan whose order does not work out is refused, with the place', () => {
  test.each([
    ['an unknown stage', staged('a not-started: b'), /^plan-lint: a\.md:15:10: Stage a depends on "b", which no stage/],
    [
      'a circle of stages',
      staged('a draft: b', 'b draft: a'),
      /^plan-lint: a\.md:15:10: Stages wait for each other in a/,
    ],
    [
      'metadata that is no JSON',
      '# A\n\n```json metadata\n{"stages": [\n```\n',
      /^plan-lint: a\.md:\d+:\d+: The metadata is not JSON/,
    ],
    [
      'an unknown phase',
      phased('', '**Depends on**: Phase 7'),
      /^plan-lint: a\.md:10:17: Phase 2 waits for "Phase 7", which the plan does not have; correct it, or add that phase$/m,
    ],
    [
      'a circle of phases',
      phased('Phase 1 depends on Phase 2.', 'Phase 2 depends on Phase 1.'),
      /^plan-lint: a\.md:6:20: Phases wait for each other in a circle: phase 1 → phase 2 → phase 1; drop one/,
    ],
  ])('%s', async (_, text, message) => {
    const outcome = await run(project({'a.md': text}), ['stages', 'a.md'])
    expect(outcome).toMatchObject({code: 1, stdout: '', stderr: expect.stringMatching(message)})
  })

  test('a directive cannot keep that back', async () => {
    const text = `<!-- plan-lint-disable-file -->\n${staged('a draft: b')}`
    expect((await run(project({'a.md': text}), ['stages', 'a.md'])).code).toBe(1)
  })

  test.each(['Phase 2 of the storage plan', 'Phase 9 (storage plan)', 'the garden gate'])(
    'but "%s" may be part of another plan',
    async words => {
      expect((await run(project({'a.md': phased('', `**Depends on**: ${words}`)}), ['stages', 'a.md'])).code).toBe(0)
    },
  )
})

describe('as text', () => {
  const plan = staged('a completed:', 'b in-progress: a', 'c not-started: a', 'd not-started: b c')

  test('each wave, and what is ready', async () => {
    const {stdout} = await run(project({'a.md': plan}), ['stages', 'a.md'], {columns: 80, env: {NO_COLOR: '1'}})
    expect(stdout).toBe(`a.md: 4 stages in 3 waves, 1 done

Wave 1
  ✔ a  done         The a

Wave 2
  ▶ b  in progress  The b
  → c  ready        The c

Wave 3
  · d  waiting      The d, waits for b and c

Ready to start: c
`)
  })

  test.each([
    [['a completed:', 'b completed: a'], 'Nothing is left to start.'],
    [['a in-progress:', 'b not-started: a'], 'Nothing is ready to start before a is done.'],
    [['a in-progress:', 'b blocked:', 'c not-started: a'], 'Nothing is ready to start before a and b are done.'],
  ])('where nothing is ready: %j', async (stages, words) => {
    const {stdout} = await run(project({'a.md': staged(...stages)}), ['stages', 'a.md'])
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(words)
  })

  test('no line of forty stages is wider than the terminal', async () => {
    const many = staged(
      ...Array.from({length: 40}, (_, index) =>
        `stage-with-a-long-name-${index} not-started: ${index > 5 ? Array.from({length: 6}, (_, back) => `stage-with-a-long-name-${index - 1 - back}`).join(' ') : ''}`.trim(),
      ),
    )
    const {stdout} = await run(project({'a.md': many}), ['stages', 'a.md'], {columns: 80, env: {NO_COLOR: '1'}})
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    expect(stdout).toContain(' and 3 more')
  })

  test('in colour where it is asked for', async () => {
    const {stdout} = await run(project({'a.md': plan}), ['stages', 'a.md', '--color'])
    expect(stdout).toContain('\u001b[32m')
  })

  test('nothing in a name reaches the terminal as a command', async () => {
    const {stdout} = await run(project({'a.md': phased('## Phase 1: \u001b[31m ::error:: x\n')}), ['stages', 'a.md'])
    expect(stdout).not.toContain('\u001b')
    expect(stdout).not.toMatch(/^\s*::/m)
  })
})

test('as Mermaid, waves are frames', async () => {
  const {stdout} = await run(project({'a.md': staged('a completed:', 'b not-started: a')}), [
    'stages',
    'a.md',
    '-f',
    'mermaid',
  ])
  expect(stdout).toBe(`flowchart LR
  subgraph g1["Wave 1"]
    n1["a: The a"]:::done
  end
  subgraph g2["Wave 2"]
    n2["b: The b"]:::ready
  end
  n1 --> n2
  classDef done opacity:0.5
  classDef ready stroke-width:3px
`)
})

test.each(globSync('fixtures/*/{clean,unusual}.md', {cwd: root}))('%s has an order', async file => {
  const {code, stdout} = await run(root, ['stages', file, '-f', 'json'])
  if (file.includes('blueprint') || file.includes('spec-kit-plan')) expect(code).toBe(2)
  else expect(validator.validate(JSON.parse(stdout)).errors).toEqual([])
})

test.each([
  [[], 'which file? Write: plan-lint stages <file>'],
  [['a.md', 'b.md'], 'one file at a time, not "b.md" besides; write: plan-lint stages <file>'],
  [['b.md'], 'b.md: cannot be read: no such file or folder'],
  [['a.md'], 'a.md: has no stages or phases that plan plans know; "plan-lint which a.md" tells how it is read'],
])('stages %j', async (argv, message) => {
  const cwd = project({'a.md': '# A\n'})
  expect(await run(cwd, ['stages', ...argv])).toEqual({code: 2, stdout: '', stderr: `plan-lint: ${message}\n`})
})
