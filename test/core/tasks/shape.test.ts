import {describe, expect, test} from 'vitest'
import {inPhase, told} from './plan.ts'

const shapes = (...lines: string[]) =>
  told(inPhase(...lines), 'task-format').flatMap(finding => finding.replace(/ task-format|;.*/g, ''))

describe('the shape of a task', () => {
  test.each([
    ['no box', '- T002 [US1] Page in a.ex', 'T002 has no box'],
    ['no id', '- [ ] [P] [US1] Page in a.ex', 'This task has no id'],
    ['neither id nor tags', '- [ ] Page in a.ex', 'This task has no id'],
    ['a mark for a box', '- ✅ T002 Page in a.ex', 'T002 has no box'],
    ['no text', '- [ ] T002 [US1]', 'T002 does not say what is to be done'],
    ['swapped tags', '- [ ] T002 [US1] [P] Page in a.ex', 'T002 has its tags the wrong way round'],
    ['a late tag', '- [ ] T002 Page in a.ex [US1]', 'T002 has a tag behind its text'],
  ])('has %s', (_, line, fault) => {
    expect(shapes('- [ ] T001 [P] [US1] Look in b.ex', line, '- [ ] T003 [US1] Find in c.ex')).toEqual([`6 ${fault}`])
  })

  test.each([
    ['a colon', '- [ ] T002: [P] [US1] Page in a.ex'],
    ['an id in bold', '- [ ] **T002** [P] [US1] Page in a.ex'],
    ['other tags', '- [ ] T002 [BE] [P] [US1] [test] Page in a.ex'],
    ['steps below it', '- [ ] T002 Page in a.ex\n  - [ ] Draw it'],
    ['a paragraph below it', '- [ ] T002 Page in a.ex\n\n  As drawn.'],
    ['a note at its end', '- [ ] T002 Page in a.ex [SKIPPED]'],
    ['a mention at its end', '- [ ] T002 Page in a.ex `[P]`'],
    ['a name for an id', '- [ ] T-ERR Page in a.ex'],
    ['a place for its id', '- [ ] TXXX Page in a.ex'],
  ])('may have %s', (_, line) => {
    expect(shapes('- [ ] T001 [P] [US1] Look in b.ex', line)).toEqual([])
  })

  test.each([
    ['under a heading', '### Done when', '- [ ] The beans are found'],
    ['after a paragraph', 'Done when:', '- [ ] The beans are found'],
  ])('is not asked of boxes %s', (_, between, box) => {
    expect(shapes('- [ ] T001 Look in b.ex', '', between, '', box)).toEqual([])
  })

  test('is told once where all tags are swapped', () => {
    const lines = [
      '- [ ] T001 [US1] [P] Look in b.ex',
      '- [ ] T002 [US1] [P] Find in c.ex',
      '- [ ] T003 [US1] Show in d.ex',
    ]
    expect(shapes(...lines)).toEqual(['5 T001 has its tags the wrong way round'])
    expect(shapes(...lines, '- [ ] T004 [P] [US1] Sell in e.ex')).toHaveLength(2)
  })
})

describe('a task of a story', () => {
  const files = (line: string) =>
    told(inPhase(line), 'task-files').map(finding => finding.replace(/ task-files|;.*/g, ''))

  test.each(['Page', '[US1] Implement `SearchPage`', '[US1] Add GET `/api/v1/seeds`'])('names no file: %s', words => {
    expect(files(`- [ ] T001 ${words}`)).toEqual(['5 T001 names no file'])
  })

  test.each([
    'Page in lib/page.ex',
    'Page in lib/pages/',
    'Page (same file)',
    'Page\n  - in lib/page.ex',
    'Page\n\n  In `lib/page.ex`.',
    'Run the search on a phone',
    'Commit: find seeds',
    '검색 결과 검토',
    'Integration test of the page',
    'Write failing tests of the page',
  ])('has no lack: %s', words => {
    expect(files(`- [ ] T001 ${words}`)).toEqual([])
  })

  test('is not asked for a file under a heading about tests', () => {
    expect(files('### Tests\n\n- [ ] T001 [US1] The page shows beans')).toEqual([])
  })

  test('is asked wherever it stands, others are not', () => {
    const text = (tag: string) => `# Tasks: Seeds\n\n## Phase 1: Setup\n\n- [ ] T001 ${tag}Page\n`
    expect(told(text('[US1] '), 'task-files')).toHaveLength(1)
    expect(told(text(''), 'task-files')).toEqual([])
  })
})

test('lines of the template are told as such alone', () => {
  expect(
    told(
      inPhase(
        '- [ ] T001 [P] [US1] Create [Entity1] model in src/models/[entity1].py',
        '- [ ] T001 [P] [US9] Add validation and error handling',
        '- [ ] T002 [US1] [P] Add logging for user story 1 operations',
      ),
      'task-format',
    ),
  ).toEqual([])
})
