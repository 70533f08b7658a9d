import {type GrowingText, unitsUpTo} from '../text.ts'

const head = '# Tasks: Parcels\n\n## Phase 1: Setup\n\n'
const idOf = (number: number) => `T${String(number).padStart(3, '0')}`

function task(number: number, waitsFor: readonly number[], tags = ''): string {
  const after = waitsFor.filter(other => other > 0 && other !== number).map(idOf)
  const tail = after.length > 0 ? ` (depends on ${after.join(', ')})` : ''
  return `- [ ] ${idOf(number)} ${tags}Write src/part/file${number}.ts${tail}\n`
}

const tasks: Readonly<Record<string, (number: number) => string>> = {
  'Tasks without dependencies': number => task(number, []),
  'Tasks in a chain': number => task(number, [number - 1]),
  'Tasks in a chain backwards': number => task(number, [number + 1]),
  'Tasks that wait for five others': number =>
    task(
      number,
      [1, 2, 3, 4, 5].map(step => number - step * step),
    ),
  'Tasks that wait for the first': number => task(number, [1]),
  'Tasks in circles of two': number => task(number, [number % 2 ? number + 1 : number - 1]),
  'Tasks in parallel': number => task(number, [], '[P] [US1] '),
  'Tasks in parallel on one file': number => `- [ ] ${idOf(number)} [P] Write src/part/file.ts\n`,
  'Tasks in parallel in a chain': number => task(number, [number - 1], '[P] '),
  'Tasks with one id': () => '- [ ] T001 Write src/part/file.ts\n',
  'Tasks without ids': () => '- [ ] T### Write src/part/file.ts\n',
  'Tasks without boxes': number => `- ${idOf(number)} Write src/part/file${number}.ts\n`,
  'Tasks of many stories': number => task(number, [], `[US${number}] `),
  'Tasks counted down': number => task(1_000_000 - number, []),
  'Tasks with gaps': number => task(number * 7, []),
}

/** Besides the tasks, a sentence for each about what waits for it. */
function withSection(length: number): string {
  const list = unitsUpTo(length / 2, number => task(number, []))
  const sentences = list.map((_, index) => `- ${idOf(index + 1)} depends on ${idOf(Math.max(1, index))}\n`)
  return `${head}${list.join('')}\n## Dependencies & Execution Order\n\n${sentences.join('')}`
}

/** One task that waits for all others. */
function withLast(length: number): string {
  const list = unitsUpTo((length * 8) / 10, number => task(number, []))
  const all = list.map((_, index) => index + 1)
  return head + list.join('') + task(list.length + 1, all)
}

/** Tasks that name what they wait for as a range. */
function withRanges(length: number): string {
  return (
    head +
    unitsUpTo(
      length,
      number => `- [ ] ${idOf(number)} Write a.ts (depends on T001-${idOf(Math.max(2, number - 1))})\n`,
    ).join('')
  )
}

export const taskGraphs: readonly GrowingText[] = [
  ...Object.entries(tasks).map(([name, unit]) => ({
    name,
    preset: 'spec-kit-tasks',
    longest: 4_000_000,
    of: (length: number) => head + unitsUpTo(length, unit).join(''),
  })),
  {name: 'Tasks and a section about their order', preset: 'spec-kit-tasks', longest: 4_000_000, of: withSection},
  {name: 'A task that waits for all', preset: 'spec-kit-tasks', longest: 4_000_000, of: withLast},
  {name: 'Tasks that wait for ranges', preset: 'spec-kit-tasks', longest: 4_000_000, of: withRanges},
]

interface StageText {
  id: string
  name?: string
  dependsOn: readonly string[]
}

function metadata(stages: readonly StageText[]): string {
  const entries = stages.map(
    ({id, name = id, dependsOn}) =>
      `{"id": "${id}", "name": "${name}", "branch": "feature/parcels-${id}", "worktree_path": "../parcels/${id}", "status": "not-started", "depends_on": ${JSON.stringify(dependsOn)}}`,
  )
  return `# Implementation Plan: Parcels

\`\`\`json metadata
{
"plan_id": "parcels", "created": "2026-03-16", "author": "Leila Haddad", "status": "not-started",
"stages": [
${entries.join(',\n')}
]
}
\`\`\`

## Overview

Words.

## Implementation Stages

`
}

const section = ({id, name = id, dependsOn}: StageText, number: number) => `### Stage ${number}: ${name}

**Stage ID**: \`${id}\`
**Branch**: \`feature/parcels-${id}\`
**Status**: Not Started
**Dependencies**: ${dependsOn.join(', ') || 'None'}

#### What
Words.

`

function stagesUpTo(length: number, make: (number: number) => StageText, sections: boolean): string {
  const stages: StageText[] = []
  unitsUpTo(length, number => {
    const stage = make(number)
    stages.push(stage)
    return metadata([stage]).slice(metadata([]).length) + (sections ? section(stage, number) : '')
  })
  return metadata(stages) + (sections ? stages.map((stage, index) => section(stage, index + 1)).join('') : '')
}

const stages: Readonly<Record<string, (number: number) => StageText>> = {
  'Stages in a chain': number => ({id: `part-${number}`, dependsOn: number > 1 ? [`part-${number - 1}`] : []}),
  'Stages that wait for the first': number => ({id: `part-${number}`, dependsOn: number > 1 ? ['part-1'] : []}),
  'Stages that wait for three others': number => ({
    id: `part-${number}`,
    dependsOn: [1, 4, 9].filter(step => step < number).map(step => `part-${number - step}`),
  }),
  'Stages in circles of two': number => ({
    id: `part-${number}`,
    dependsOn: [`part-${number % 2 ? number + 1 : number - 1}`],
  }),
  'Stages that are one': () => ({id: 'part', dependsOn: ['part']}),
  'Stages that wait for none there': number => ({id: `part-${number}`, dependsOn: [`other-${number}`]}),
}

export const stageGraphs: readonly GrowingText[] = Object.entries(stages).flatMap(([name, make]) => [
  {name, preset: 'staged', longest: 4_000_000, of: (length: number) => stagesUpTo(length, make, true)},
  {
    name: `${name}, in metadata alone`,
    preset: 'staged',
    longest: 4_000_000,
    of: (length: number) => stagesUpTo(length, make, false),
  },
])
