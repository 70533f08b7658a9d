import {describe, expect, test} from 'vitest'
import {storiesIn} from '../../../core/tasks/stories.ts'
import {taskWords} from '../../../presets/task-words.ts'
import {findingsIn, told} from './plan.ts'

describe('a heading names', () => {
  test.each([
    ['Phase 3: User Story 1 - Find a seed (Priority: P1)', ['1']],
    ['Phase 4: User Stories 2 and 3', ['2', '3']],
    ['Phase 4: User Story 2 + User Story 3 (P2)', ['2', '3']],
    ['Phase 4 - US2/US3: Borrow', ['2', '3']],
    ['Phase 4: US2-US4', ['2', '3', '4']],
    ['Phase 4: US-2', ['2']],
    ['Phase 3: [US1 P1] Find', ['1']],
    ['Phase 3: US1 - 2 pages', ['1']],
    ['Phase 3: US1b', ['1b']],
    ['3단계: 사용자 스토리 1 - 검색', ['1']],
    ['阶段 3：用户故事 1', ['1']],
    ['Phase 2: Foundational', []],
    ['Phase 2: Status 1', []],
    ['Phase 2: all user stories', []],
  ])('%s', (heading, stories) => {
    expect(storiesIn(heading, taskWords.stories)).toEqual(stories)
  })
})

const plan = (...phases: [heading: string, ...tags: string[]][]) => {
  let id = 0
  const parts = phases.map(([heading, ...tags], index) => {
    const tasks = tags.map(tag => `- [ ] T${String(++id).padStart(3, '0')} ${tag} Page in lib/page${id}.ex`)
    return `## Phase ${index + 1}: ${heading}\n\n${tasks.join('\n')}\n`
  })
  return `# Tasks: Seeds\n\n${parts.join('\n')}`
}

const outside = (line: number, id: string, story: string) =>
  `${line} task-stories ${id} is tagged for user story ${story} but stands outside its phase; move it there, or correct the tag`

describe('a task stands', () => {
  test('in the phase of its story', () => {
    expect(told(plan(['Setup', ''], ['User Story 1', '[US1]', ''], ['User Story 2', '[US2]', '[P] [US2]']))).toEqual([])
  })

  test('in the phase of one of its stories, or before all of them', () => {
    expect(told(plan(['Setup', '[US1+US2]'], ['User Story 1', '[US1, US2]'], ['User Story 2', '[US1] [US2]']))).toEqual(
      [],
    )
  })

  test('outside the phase of its story, which is told with it', () => {
    const text = plan(['Foundational', '[US2]'], ['User Story 1', '[US2]', '[US1]'], ['User Story 2', '[US2]'])
    expect(told(text)).toEqual([outside(5, 'T001', '2'), outside(9, 'T002', '2')])
    const start = text.indexOf('Phase 3')
    expect(findingsIn(text)[0]?.related).toEqual([{start, end: start + 21, message: 'User story 2'}])
  })

  test('for a story without a phase, which is told once', () => {
    expect(told(plan(['User Story 1', '[US1]', '[US4]', '[US4]']))).toEqual([
      '6 task-stories T002 is tagged for user story 4, which has no phase; correct the tag, or add the phase',
    ])
  })

  test('anywhere where no phase is named after a story', () => {
    expect(told(plan(['Database', '[US1]', '[US2]'], ['Pages', '[US1]']))).toEqual([])
  })

  test('in a phase that is cut across the stories', () => {
    expect(
      told(plan(['User Story 1', '[US1]'], ['User Story 2', '[US2]'], ['Polish', '[US1]', '[US2]', '[US3]'])),
    ).toEqual([])
  })
})
