import {describe, expect, test} from 'vitest'
import {parseDocument} from '../../core/document.ts'
import {inspect} from '../../core/inspection/inspection.ts'
import {Plan} from '../../core/plan.ts'
import preset from '../../presets/plan.ts'

function inspected(...lines: string[]) {
  const document = parseDocument(lines.join('\n'))
  const {source} = document
  return inspect(new Plan(document, preset), ({start, end}) => ({
    line: source.lineAt(start),
    column: 1,
    endLine: source.lineAt(end),
    endColumn: 1,
  }))
}

/** The tasks as `id text`, with a box where they have one. */
function tasksIn(...lines: string[]): string[] {
  return inspected(...lines).tasks.map(({id, checked, text}) =>
    [id, ...(checked === null ? [] : [checked ? '[x]' : '[ ]']), text].join(' '),
  )
}

/** What waits for what, as `from > to`. */
function waitsIn(...lines: string[]): string[] {
  return inspected(...lines).graph.edges.flatMap(({from, to, kind}) => (kind === 'depends' ? `${from} > ${to}` : []))
}

describe('work without ids is told in', () => {
  test.each([
    ['headings', ['## Task 1: Dig', '## Task 2: Sow'], ['Task 1 Dig', 'Task 2 Sow']],
    ['headings with parts', ['### Task 2.1: Dig', '### Task 2.10 - Sow'], ['Task 2.1 Dig', 'Task 2.10 Sow']],
    ['Chinese', ['## 任务 1：松土', '## 任务 2：播种'], ['任务 1 松土', '任务 2 播种']],
    ['Korean', ['## 작업 1: 흙 고르기', '## 작업 2: 씨 뿌리기'], ['작업 1 흙 고르기', '작업 2 씨 뿌리기']],
    ['Japanese', ['## タスク1: 土', '## タスク2: 種'], ['タスク1 土', 'タスク2 種']],
    ['headings that tick', ['## ✅ Task 1: Dig', '## [ ] Task 2: Sow'], ['Task 1 [x] Dig', 'Task 2 [ ] Sow']],
    ['a heading with code', ['## Task 1: `dig.ts` on complete'], ['Task 1 `dig.ts` on complete']],
    ['boxes', ['- [x] Task 1: Dig', '- [ ] **Task 2:** Sow'], ['Task 1 [x] Dig', 'Task 2 [ ] Sow']],
    [
      'boxes of steps',
      ['- [x] Step 1 - Dig', '- [ ] Step 2 - Sow', '- [ ] Step 3 - Reap'],
      ['Step 1 [x] Dig', 'Step 2 [ ] Sow', 'Step 3 [ ] Reap'],
    ],
    [
      'numbered boxes',
      ['- [x] 1. Field', '  - [x] 1.1 Dig', '  - [ ] 1.2 Sow'],
      ['1 [x] Field', '1.1 [x] Dig', '1.2 [ ] Sow'],
    ],
  ])('%s', (_, lines, tasks) => {
    expect(
      tasksIn('# Garden', '', ...lines.flatMap(line => [line, ...(line.startsWith('#') ? ['', 'Words.', ''] : [])])),
    ).toEqual(tasks)
  })

  test.each([
    ['few numbered boxes', ['- [ ] 1. Dig', '- [ ] 2. Sow']],
    ['boxes that count something', ['- [ ] 48 seeds', '- [ ] 12 rows', '- [ ] 404 weeds']],
    ['the title', ['# Task 1: Dig']],
    ['boxes that verify', ['## Success Criteria', '', '- [ ] 1. Dug', '- [ ] 2. Sown', '- [ ] 3. Reaped']],
    [
      'steps of phases',
      ['## Step 1: Dig', '', '- [ ] Step 1: a', '- [ ] Step 2: b', '- [ ] Step 3: c', '', '## Step 2: Sow'],
    ],
  ])('not in %s', (_, lines) => {
    expect(tasksIn(...lines)).toEqual([])
  })

  test('but where tasks have ids these are the tasks', () => {
    expect(tasksIn('## Task 1: Field', '', '- [ ] T001 Dig', '- [ ] T002 Sow')).toEqual([
      'T001 [ ] Dig',
      'T002 [ ] Sow',
    ])
  })

  test('files, boxes and phases are theirs', () => {
    const [task] = inspected(
      '## Phase 1: Field',
      '',
      '### Task 1: Dig',
      '',
      '**Files:**',
      '- Create: `src/dig.ts`',
    ).tasks
    expect(task).toMatchObject({id: 'Task 1', phase: '1', files: ['src/dig.ts'], line: 3})
  })
})

describe('tasks with numbers wait', () => {
  const three = (...words: string[]) =>
    waitsIn(
      ...['Dig', 'Sow', 'Reap'].flatMap((name, index) => [
        `## Task ${index + 1}: ${name}`,
        '',
        words[index] ?? 'By hand.',
        '',
      ]),
    )

  test.each([
    [
      'by a field',
      ['', '**Depends on**: Task 1', '**Depends on**: Task 1, Task 2'],
      ['Task 2 > Task 1', 'Task 3 > Task 1', 'Task 3 > Task 2'],
    ],
    ['by numbers in a field', ['', '', '**Depends on**: 1, 2'], ['Task 3 > Task 1', 'Task 3 > Task 2']],
    ['by a sentence', ['', 'This task needs Task 1.', ''], ['Task 2 > Task 1']],
    ['by an arrow', ['Task 1 → Task 2 → Task 3', '', ''], ['Task 2 > Task 1', 'Task 3 > Task 2']],
    ['not for what a sentence only names', ['', 'The spade is cleaned as after Task 1.', ''], []],
    ['not for a later one without saying who', ['Runs again after Task 3.', '', ''], []],
  ])('%s', (_, words, waits) => {
    expect(three(...words)).toEqual(waits)
  })

  test('for the one of their own phase where numbers begin anew', () => {
    const phase = (number: number) => [
      `## Phase ${number}: Bed`,
      '',
      '### Task 1: Dig',
      '',
      'x',
      '',
      '### Task 2: Sow',
      '',
      'Depends on Task 1.',
      '',
    ]
    expect(waitsIn(...phase(1), ...phase(2))).toEqual(['Task 2 > Task 1', 'Task 2#2 > Task 1#2'])
  })
})

describe('phases wait', () => {
  const phases = ['Dig', 'Sow', 'Reap'].flatMap((name, index) => [`## Phase ${index + 1}: ${name}`, '', 'By hand.', ''])

  test.each([
    ['by a sentence', ['Phase 3 depends on Phase 1.'], ['phase 3 > phase 1']],
    [
      'by a list',
      ['- **Sow (Phase 2)**: Depends on Phase 1', '- Phase 3 requires Phases 1 and 2'],
      ['phase 2 > phase 1', 'phase 3 > phase 1', 'phase 3 > phase 2'],
    ],
    ['by a range', ['Phases 2-3 depend on Phase 1.'], ['phase 2 > phase 1', 'phase 3 > phase 1']],
    [
      'by a table',
      ['| Phase | Depends on |', '|---|---|', '| Phase 3 | Phase 1 |', '| 2 | - |'],
      ['phase 3 > phase 1'],
    ],
    [
      'by a drawing',
      ['```', 'Phase 1: Dig', '  ├── Phase 2: Sow', '  └── Phase 3: Reap', '```'],
      ['phase 2 > phase 1', 'phase 3 > phase 1'],
    ],
    [
      'by a drawing that points down',
      ['```text', 'Phase 1 (Dig)', '   ↓', 'Phase 2 (Sow)', '```'],
      ['phase 2 > phase 1'],
    ],
    ['not by code', ['```sh', 'echo Phase 1 → Phase 2', '```'], []],
  ])('%s', (_, lines, waits) => {
    expect(waitsIn('# Garden', '', '## Order', '', ...lines, '', ...phases)).toEqual(waits)
  })

  test('and follow the one before where the plan does not say', () => {
    const {edges} = inspected('Phase 3 depends on Phase 1.', '', ...phases).graph
    expect(edges.map(({from, to, kind}) => `${from} ${kind} ${to}`)).toEqual([
      'phase 3 depends phase 1',
      'phase 2 follows phase 1',
    ])
  })

  test('have names without the gaps of signs', () => {
    expect(inspected('## Phase 1: Sow (Priority: P1) 🌱 First', '', 'x').phases).toMatchObject([
      {name: 'Sow (Priority: P1) First'},
    ])
  })
})

describe('a drawing shows tasks with ids', () => {
  const tasks = ['- [ ] T001 Dig', '- [ ] T002 Sow', '- [ ] T003 Water', '- [ ] T004 Reap']

  test.each([
    [
      'as a tree',
      ['T001 (Dig)', '├── T002 (Sow)', '│   └── T004', '└── T003'],
      ['T002 > T001', 'T004 > T002', 'T003 > T001'],
    ],
    ['side by side', ['T001      T003', '├── T002  └── T004'], ['T002 > T001', 'T004 > T003']],
    ['from a stroke', ['T001 Dig ─┬─ T002', '          └─ T003'], ['T002 > T001', 'T003 > T001']],
    ['by arrows', ['T001 ──► Beds (T002, T003) → T004'], ['T002 > T001', 'T003 > T001', 'T004 > T002', 'T004 > T003']],
    ['backwards', ['T004 ← T002'], ['T004 > T002']],
    ['not across other names', ['1.1 → T001, T002; 1.2 → T003'], []],
  ])('%s', (_, lines, waits) => {
    expect(waitsIn('# Garden', '', ...tasks, '', '```', ...lines, '```')).toEqual(waits)
  })
})

describe('files are', () => {
  const filesIn = (...lines: string[]) => inspected(...lines).files.map(({path}) => path)

  test.each([
    [
      'folders that other paths lie in',
      'Beds in `beds/rows`, as `beds/rows/bean.ts`.',
      ['beds/rows', 'beds/rows/bean.ts'],
    ],
    ['folders beside others', 'Beds in `beds/peas`, as `beds/rows/bean.ts`.', ['beds/peas', 'beds/rows/bean.ts']],
    ['not words', 'Choose bed/row/seed on `feature/beans` with `net/http`.', []],
    ['not two folders with a slash', 'Both beds/sheds, in `beds/a.ts` and `sheds/b.ts`.', ['beds/a.ts', 'sheds/b.ts']],
  ])('%s', (_, text, paths) => {
    expect(filesIn(text)).toEqual(paths)
  })
})
