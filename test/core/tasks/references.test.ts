import {describe, expect, test} from 'vitest'
import {referencesIn} from '../../../core/tasks/references.ts'
import {taskWords} from '../../../presets/task-words.ts'
import {inPhase, planOf, told} from './plan.ts'

/** What a text says, as `T002 on T001`, `on T001` where it does not say who. */
function said(text: string): string[] {
  const words = ({start, end}: {start: number; end: number}) => text.slice(start, end)
  return referencesIn(text, taskWords).dependencies.map(({who, on}) =>
    [...who.map(words), 'on', ...on.map(words)].join(' '),
  )
}

describe('a dependency', () => {
  test.each([
    ['Page (depends on T001)', 'on T001'],
    ['Page (depends on T001, T002)', 'on T001 T002'],
    ['Page [depends on T001 and T002]', 'on T001 T002'],
    ['Page (Depends on: T001)', 'on T001'],
    ['Page (depends on tasks T001 & T002)', 'on T001 T002'],
    ['Page (depends on `T001`, **T002**)', 'on T001 T002'],
    ['Page (depends on T001 (reader) + T002 (writer))', 'on T001 T002'],
    ['**Depends on**: T001', 'on T001'],
    ['**Dependencies:** T001, T003-T005', 'on T001 T003-T005'],
    ['Prerequisites: T001', 'on T001'],
    ['Page, requires T001', 'on T001'],
    ['Page, blocked by T001', 'on T001'],
    ['Page, after T001–T003', 'on T001–T003'],
    ['Page, after T001..T003', 'on T001..T003'],
    ['Page, after T001-003', 'on T001-003'],
    ['Page, after T001 through T003', 'on T001 through T003'],
    ['Page needs\n  T001', 'on T001'],
    ['T003 depends on T001', 'T003 on T001'],
    ['T003 (the page) depends on T001', 'T003 on T001'],
    ['T003: depends on T001', 'T003 on T001'],
    ['T003 (depends on T001) (depends on T002)', 'T003 on T001'],
    ['T003, T004 can run in parallel after T001', 'T003 T004 on T001'],
    ['T003-T005 need T001/T002', 'T003-T005 on T001 T002'],
    ['Page that makes T002 pass, done after T001', 'on T001'],
    ['Page to pass T001 — in turn after T001 fails', 'on T001'],
    ['페이지 (T001에 의존)', 'on T001'],
    ['페이지 (T001, T002 완료 후)', 'on T001 T002'],
    ['T003은 T001에 의존', 'T003 on T001'],
    ['의존성: T001', 'on T001'],
    ['页面（依赖 T001、T002）', 'on T001 T002'],
    ['T001 完成后', 'on T001'],
  ])('%s', (text, dependency) => {
    expect(said(text)[0]).toBe(dependency)
  })

  test('is stated twice of one task', () => {
    expect(said('T003 (depends on T001) (depends on T002)')).toEqual(['T003 on T001', 'T003 on T002'])
  })

  test('is stated of several tasks in one sentence', () => {
    expect(said('T002 depends on T001; T004 depends\n  on T002–T003.')).toEqual(['T002 on T001', 'T004 on T002–T003'])
  })

  test('is stated of each task that a verb of its own follows', () => {
    expect(said('T013/T014 depend on T012, and T015 depends on T011–T012.')).toEqual([
      'T013 T014 on T012',
      'T015 on T011–T012',
    ])
    expect(said('T003 depends on T001, and T002 (depends on T000)')).toEqual(['T003 on T001 T002', 'T003 on T000'])
  })

  test('is stated of no task that an aside before it names', () => {
    expect(said('Page from `page.ts` (T003, T007) (depends on T003, T024)')).toEqual(['on T003 T024'])
  })

  test('is stated of no other task where a list of them is an aside', () => {
    expect(said('Commit often (after T001, after T002)')).toEqual(['on T001', 'on T002'])
  })

  test.each([
    ['T001 and T002 can run in parallel'],
    ['T001 → T002'],
    ['Commit T001 before T002'],
    ['Depends on Phase 2'],
    ['Follow T001'],
    ['The tests pass after T001'],
    ['Tests of the page fail until then and work only after T001'],
    ['depends on T017 of spec 004'],
    ['depends on spec 004 T017'],
    ['depends on T017 from the feature branch 021'],
    ['~~depends on T001~~'],
    ['after T001, which was merged', 'on T001'],
    ['after T001 was removed'],
    ['depends on AT001 and 004-T001'],
  ])('is not stated by "%s"', (text, ...dependencies) => {
    expect(said(text)).toEqual(dependencies)
  })
})

describe('the edges', () => {
  const edges = (text: string) => planOf(text).taskList.edges.map(({task, target}) => `${task.id} ${target.id}`)

  test('are those of each task in a range to each other', () => {
    const text = inPhase(
      '- [ ] T001 a',
      '- [ ] T002 b',
      '- [ ] T003 c',
      '- [ ] T004 d',
      '',
      'T003-T004 need T001-T002.',
    )
    expect(edges(text)).toEqual(['T003 T001', 'T003 T002', 'T004 T001', 'T004 T002'])
  })

  test('begin at the task in whose item or under whose heading they are said', () => {
    expect(edges(inPhase('- [ ] T001 a', '- [ ] T002 b', '  - Details', '    - **Depends on**: T001'))).toEqual([
      'T002 T001',
    ])
    expect(edges(inPhase('### T001 a', '', '### T002 b', '', 'Depends on T001.'))).toEqual(['T002 T001'])
  })

  test('do not lead from a task of a range to itself', () => {
    expect(edges(inPhase('- [ ] T001 a', '- [ ] T002 b', '', 'T001-T002 depend on T001.'))).toEqual(['T002 T001'])
  })

  test('keep the place of the id', () => {
    const plan = planOf(inPhase('- [ ] T001 a', '- [ ] T002 b', '- [ ] T003 c (after T001-T002)'))
    expect(plan.taskList.edges.map(({start, end}) => plan.text.slice(start, end))).toEqual(['T001', 'T002'])
  })
})

describe('a missing task', () => {
  const tasks = ['- [ ] T001 Look', '- [ ] T002 Find']

  test('is told once, with all places', () => {
    expect(told(inPhase(...tasks, '- [ ] T003 Show (depends on T009)', '- [ ] T004 Sell (after T009)'))).toEqual([
      '7 task-references There is no task T009; name one that exists, or add it',
    ])
  })

  test.each([
    ['is named in passing', 'Later there may be T009.'],
    ['has another number of digits', 'Needs T4 and depends on T0009.'],
    ['belongs to another document', 'Depends on T009 of spec 012.'],
    ['was given up', 'T003-T009 were dropped.'],
  ])('is not told where it %s', (_, text) => {
    expect(told(inPhase(...tasks, '', text))).toEqual([])
  })

  test.each([
    ['in a range', 'All of T001-T009 come first.'],
    ['as the one that waits', 'T009 depends on T001.'],
  ])('is told %s', (_, text) => {
    expect(told(inPhase(...tasks, '', text))).toEqual([
      '8 task-references There is no task T009; name one that exists, or add it',
    ])
  })

  test('is told anywhere in the section about the order of work', () => {
    expect(told(`${inPhase(...tasks)}\n## Dependencies\n\n- T002 and T009 in parallel\n`)).toEqual([
      '10 task-references There is no task T009; name one that exists, or add it',
    ])
  })

  test('is not told where a broken fence may hide it', () => {
    expect(told(inPhase(...tasks, '', 'T002 depends on T009.', '', '```text', 'T003'))).toEqual([])
  })
})

describe('the order of work', () => {
  test('is not judged by tasks that stand in the wrong place themselves', () => {
    expect(
      told(inPhase('- [ ] T001 Look', '- [ ] T004 Sell (after T003)', '- [ ] T002 Find', '- [ ] T003 Show')),
    ).toEqual(['6 task-ids T004 stands before T002; move it, or number the tasks anew'])
  })

  test('has one fault where a dependency is stated twice', () => {
    expect(told(inPhase('- [ ] T001 Look (depends on T002)', '- [ ] T002 Find', '', 'T001 depends on T002.'))).toEqual([
      '5 task-references T001 waits for T002, which comes after it; put T002 first, or drop the dependency',
    ])
  })

  test('may lead a task to itself', () => {
    expect(told(inPhase('- [ ] T001 Look', '- [ ] T002 Find (depends on T002)'))).toEqual([
      '6 task-references T002 → T002 is a circle in which each waits for the next; drop one of these dependencies',
    ])
  })

  test('does not go in a circle because two tasks share an id', () => {
    expect(told(inPhase('- [ ] T001 Look', '- [ ] T002 Find', '- [ ] T002 Show (depends on T002)'))).toEqual([
      '7 task-ids There is a task T002 already; give this one an id of its own',
    ])
  })
})
