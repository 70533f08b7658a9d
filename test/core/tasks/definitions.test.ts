import {describe, expect, test} from 'vitest'
import {isParallel} from '../../../core/tasks/definitions.ts'
import {inPhase, planOf} from './plan.ts'

/** The ids of the tasks that a text defines, with the form of each. */
function defined(text: string): string[] {
  return planOf(text).taskList.tasks.map(({id, form}) => `${id} ${form}`)
}

describe('a task is defined by', () => {
  test.each([
    ['an item with a box', '- [ ] T001 Look', 'T001 box'],
    ['a ticked box', '- [x] T001 Look', 'T001 box'],
    ['an id with a colon', '- [ ] T001: Look', 'T001 box'],
    ['an id in bold', '- [ ] **T001** Look', 'T001 box'],
    ['an id in bold with its colon', '- [ ] **T001:** Look', 'T001 box'],
    ['an id in brackets', '- [ ] [T001] Look', 'T001 box'],
    ['an id as code', '- [ ] `T001` Look', 'T001 box'],
    ['an id with a suffix', '- [ ] T001-A Look', 'T001-A box'],
    ['an id with a letter', '- [ ] T001b Look', 'T001b box'],
    ['an id of two numbers', '- [ ] **T1.2** Look', 'T1.2 box'],
    ['a range', '- [ ] T001-T003 [US1] Look', 'T001-T003 box'],
    ['words struck out', '- [ ] ~~T001 Look~~', 'T001 box'],
    ['a heading', '### T001 [US1] Look', 'T001 heading'],
    ['a heading with a box', '### - [x] T001: Look', 'T001 heading'],
    ['a heading that says task', '### Task T001: Look', 'T001 heading'],
    ['a mark of completion', '- ✅ T001 Look', 'T001 item'],
  ])('%s', (_, line, task) => {
    expect(defined(inPhase(line))).toEqual([task])
  })

  test('an item without a box among tasks', () => {
    expect(defined(inPhase('- [ ] T001 Look', '- T002 Find', '- [ ] T003 Show'))).toEqual([
      'T001 box',
      'T002 item',
      'T003 box',
    ])
  })
})

describe('a task is only named by', () => {
  const tasks = ['- [ ] T001 Look', '- [ ] T002 Find']
  test.each([
    ['a sentence', 'T003 was dropped.'],
    ['a list of several', '- T003, T004 can run in parallel'],
    ['a range with what it is for', '- T003-T005 (pages) come last'],
    ['an item outside all tasks', '- T003 Show'],
    ['a placeholder', '- [ ] TXXX Polish'],
    ['a heading for several', '### T003, T004 and their tests'],
    ['a code block', '```text\n- [ ] T003 Show\n```'],
    ['another kind of id', '- [ ] TC003 Show'],
    ['the second paragraph of an item', '- [x] Talk\n\n  T003 may follow.'],
  ])('%s', (_, text) => {
    expect(defined(inPhase(...tasks, '', 'And then:', '', text))).toEqual(['T001 box', 'T002 box'])
  })

  test('what repeats the ids of a phase elsewhere', () => {
    const summary = '\n## Progress\n\n- [x] T001 Look\n- [ ] T009 Party\n'
    expect(defined(inPhase(...tasks) + summary)).toEqual(['T001 box', 'T002 box', 'T009 box'])
  })

  test('a heading over the details of a task that has a box', () => {
    expect(defined(inPhase(...tasks, '', '### T001: Look', '', 'Closely.'))).toEqual(['T001 box', 'T002 box'])
  })

  test('boxes outside the phases whose headings define it', () => {
    expect(defined(`${inPhase('### T001 Look')}\n## Check list\n\n- [ ] T001 Look\n`)).toEqual(['T001 heading'])
  })
})

describe('tags', () => {
  test.each([
    ['[P] [US1] Look', true, ['1']],
    ['[US1] [P] Look', true, ['1']],
    ['[P][US2] Look', true, ['2']],
    ['**[P]** [US1] Look', true, ['1']],
    ['[P1] [US1] Look', false, ['1']],
    ['[US1+US2] Look', false, ['1', '2']],
    ['[US1, US2] Look', false, ['1', '2']],
    ['[US1/US3] Look', false, ['1', '3']],
    ['[US1-US3] Look', false, ['1', '2', '3']],
    ['[US1] [US4] Look', false, ['1', '4']],
    ['[US1b] Look', false, ['1b']],
    ['[Story 2] Look', false, ['2']],
    ['[BE] [US2] Look', false, ['2']],
    ['[US-core] Look', false, []],
    ['[P](https://example.org) Look', false, []],
    ['Look for [P] and [US1]', false, []],
  ])('%s', (words, parallel, stories) => {
    const [task] = planOf(inPhase(`- [ ] T001 ${words}`)).taskList.tasks
    expect(task && isParallel(task)).toBe(parallel)
    expect(task?.stories).toEqual(stories)
  })

  test('end where the words of the task begin', () => {
    const plan = planOf(inPhase('- [ ] **T001**: [P] [US1]: Look', '- [ ] T002 [P]', '- [ ] T003 - Find'))
    expect(plan.taskList.tasks.map(({words}) => plan.text.slice(words.start, words.end))).toEqual(['Look', '', 'Find'])
  })
})
