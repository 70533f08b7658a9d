import {describe, expect, test} from 'vitest'
import {filesWritten} from '../../../core/tasks/files.ts'
import {pathsIn} from '../../../core/tasks/paths.ts'
import {findingsIn, inPhase, planOf, told} from './plan.ts'

describe('a path is', () => {
  test.each([
    ['src/seeds/a.ex', ['src/seeds/a.ex']],
    ['`./src/a.ex`', ['src/a.ex']],
    ['/mix.exs', ['mix.exs']],
    ['src/a.ex:12-20', ['src/a.ex']],
    ['tests/a_test.cpp::FindsBeans', ['tests/a_test.cpp']],
    ['`src/a.ex`, src/b.ex and (src/c.ex).', ['src/a.ex', 'src/b.ex', 'src/c.ex']],
    ['src/a.ex에 추가', ['src/a.ex']],
    ['go.mod', ['go.mod']],
    ['Makefile', ['Makefile']],
    ['.github/workflows/ci.yml', ['.github/workflows/ci.yml']],
    ['.gitignore', ['.gitignore']],
    ['lib/seeds_web/', ['lib/seeds_web/ (folder)']],
    ['src/models', ['src/models (folder)']],
    ['`web/icons`', ['web/icons (folder)']],
    ['src/**/*.ex', ['src/**/*.ex (folder)']],
    ['src/[entity].py', ['src/[entity].py (folder)']],
    ['src/seed.{h,cpp}', ['src/seed.h', 'src/seed.cpp']],
    ['src/seed.h/cpp', ['src/seed.h', 'src/seed.cpp']],
    ['src/{sow,reap}/', ['src/sow/ (folder)', 'src/reap/ (folder)']],
    ['/srv/garden/beds/plan.md', ['/srv/garden/beds/plan.md']],
    ['`docs/播种-计划.md`', ['docs/播种-计划.md']],
    ['recipes/sow.just', ['recipes/sow.just']],
  ])('%s', (text, paths) => {
    expect(pathsIn(text, 0).map(({path, isFile}) => (isFile ? path : `${path} (folder)`))).toEqual(paths)
  })

  test.each([
    'client and/or server',
    'read/write',
    'Node.js and Next.js',
    'https://example.org/a.html',
    '`/api/v1/seeds`',
    'e.g. v1.2 of seed.name',
    'T001-T003',
    '`gopkg.in/yaml.v3`',
    '`github.com/garden/seeds/bed`',
    '`/v1/seeds.sow`',
    '`process.env`',
    '豆/ROI/苗',
  ])('not %s', text => {
    expect(pathsIn(text, 0)).toEqual([])
  })

  test.each([
    'sow/water/reap',
    '`sow/reap`',
    '`feature/bean-rows`',
    '`text/plain`',
    '`net/http`',
    'tools/skills',
    '{done}/{all}/x',
    '`.test.mjs`',
    'React/Next.js',
  ])('not certainly %s', text => {
    expect(pathsIn(text, 0)).toEqual(pathsIn(text, 0).filter(({isCertain}) => !isCertain))
  })

  test('given with its place', () => {
    const [path] = pathsIn('See `src/a.ex`.', 100)
    expect(path).toMatchObject({start: 105, end: 113})
  })
})

describe('a task writes', () => {
  const writes = (words: string) => {
    const plan = planOf(inPhase(`- [ ] T001 [P] ${words}`))
    const [task] = plan.taskList.tasks
    return task ? filesWritten(plan, task).map(({path}) => path) : null
  }

  test.each([
    ['Search page in lib/search.ex', ['lib/search.ex']],
    ['Search page in `lib/search.ex` (new file)', ['lib/search.ex']],
    ['Create lib/search.ex', ['lib/search.ex']],
    ['Create the module lib/search.ex', ['lib/search.ex']],
    ['Add a filter to lib/search.ex', ['lib/search.ex']],
    ['`lib/search.ex`: add a filter', ['lib/search.ex']],
    ['lib/search.ex and lib/filter.ex', ['lib/search.ex', 'lib/filter.ex']],
    ['Pages in lib/a.ex, lib/b.ex and lib/c.ex', ['lib/a.ex', 'lib/b.ex', 'lib/c.ex']],
    ['Search page (lib/search.ex)', ['lib/search.ex']],
    ['Search page - lib/search.ex', ['lib/search.ex']],
    ['lib/search.ex에 필터 추가', ['lib/search.ex']],
    ['필터 추가 in lib/search.ex', ['lib/search.ex']],
    ['Tests for lib/search.ex in test/search_test.exs', ['test/search_test.exs']],
    ['Search page in lib/search.ex like lib/list.ex', ['lib/search.ex']],
    ['Search page in lib/search.ex, as in lib/list.ex', ['lib/search.ex']],
    ['Search page in lib/search.ex, noted in CHANGELOG.md', ['lib/search.ex']],
    ['Search page in lib/search.ex; update CHANGELOG.md', ['lib/search.ex', 'CHANGELOG.md']],
    ['Split the list in lib/list.{ex,exs}', ['lib/list.ex', 'lib/list.exs']],
    ['Colours (read/write/share) in lib/search.ex', ['lib/search.ex']],
    ['Enhance nightly shell script `bin/sow.sh` to take `--dry`', ['bin/sow.sh']],
    ['Update the page to show what is present in lib/search.ex', ['lib/search.ex']],
    ['Say more of the seed patterns in lib/search.ex', ['lib/search.ex']],
    ['Create search.ex with a filter in lib/search.ex', ['lib/search.ex']],
    ['Update root Makefile', ['Makefile']],
    ['E2E test for sowing in test/sow_test.exs', ['test/sow_test.exs']],
    ['단위 테스트: 씨앗 수 검증 (test/seed_test.exs - 새 파일)', ['test/seed_test.exs']],
    ['test/seed_test.exs 작성 - 뿌리기 → 검증', ['test/seed_test.exs']],
    ['스크립트 작성 bin/sow.sh', ['bin/sow.sh']],
    ['씨앗 구현 (docs/seed.md 기반) in lib/seed.ex', ['lib/seed.ex']],
    ['创建 `lib/seed.ex`', ['lib/seed.ex']],
    ['在 `lib/seed.ex` 中加一个字段', ['lib/seed.ex']],
    ['Search page with rows in\n  lib/search.ex', ['lib/search.ex']],
  ])('%s', (words, files) => {
    expect(writes(words)).toEqual(files)
  })

  test.each([
    'Search page like lib/list.ex',
    'Search page, see docs/search.md',
    'Search page with the styles defined in assets/app.css',
    'Search page in lib/pages/',
    'Search page in lib/**/*.ex',
    'Review lib/search.ex',
    'Verify the search in lib/search.ex',
    'Run `mix test` in test/search_test.exs',
    'lib/search.ex 검토',
    'Patterns for dotfiles (.npmrc, .netrc)',
    'Follow the pattern in lib/list.ex',
    'Run E2E tests in test/sow_test.exs',
  ])('nothing: %s', words => {
    expect(writes(words)).toEqual([])
  })
})

describe('a task names its files below its line', () => {
  const filesBelow = (...lines: string[]) => {
    const plan = planOf(inPhase('### T001 Sow in seed.ex', '', ...lines))
    const [task] = plan.taskList.tasks
    return task ? filesWritten(plan, task).map(({path}) => path) : null
  }

  test.each([
    ['a field', ['**File**: `lib/seed.ex`'], ['lib/seed.ex']],
    ['a field with a remark', ['**File**: `lib/seed.ex` (see lib/bean.ex)'], ['lib/seed.ex']],
    ['two in a field', ['**Files**: lib/seed.ex, lib/bean.ex'], ['lib/seed.ex', 'lib/bean.ex']],
    ['a field in Korean', ['**파일**: `lib/seed.ex`'], ['lib/seed.ex']],
    ['a field in Chinese', ['**文件**：`lib/seed.ex`'], ['lib/seed.ex']],
    ['a field in Japanese', ['**対象ファイル**: `lib/seed.ex`'], ['lib/seed.ex']],
    [
      'a list below a field',
      ['**Files:**', '', '- Create: `lib/seed.ex`', '- Modify: `lib/bean.ex:3-9`', '- Read: `lib/pea.ex`'],
      ['lib/seed.ex', 'lib/bean.ex'],
    ],
    ['a heading', ['#### Files to modify', '', '- lib/seed.ex — the rows, like lib/bean.ex'], ['lib/seed.ex']],
    ['nothing', ['Sow by hand.'], ['seed.ex']],
  ])('in %s', (_, lines, files) => {
    expect(filesBelow(...lines)).toEqual(files)
  })

  test('in its boxes, where neither field nor title has any', () => {
    const plan = planOf(inPhase('### T001 Sow', '', '- [ ] Create lib/seed.ex', '- [ ] Read lib/bean.ex'))
    expect(plan.taskList.tasks.flatMap(task => filesWritten(plan, task)).map(({path}) => path)).toEqual(['lib/seed.ex'])
  })
})

describe('parallel tasks', () => {
  test('of one phase do not write one file, each later one told with the first', () => {
    const text = inPhase(
      '- [ ] T001 [P] [US1] Page in lib/a.ex',
      '- [ ] T002 [P] [US1] Filter in lib/a.ex',
      '- [ ] T003 [US1] Colours in lib/a.ex',
      '- [ ] T004 [P] [US1] Pictures in `./lib/a.ex`',
    )
    const findings = findingsIn(text)
    expect(findings.map(({data}) => data)).toEqual([
      {id: 'T002', other: 'T001', file: 'lib/a.ex'},
      {id: 'T004', other: 'T001', file: 'lib/a.ex'},
    ])
    const first = text.indexOf('lib/a.ex')
    expect(findings.map(({related}) => related)).toEqual([
      [{start: first, end: first + 8, message: 'T001'}],
      [{start: first, end: first + 8, message: 'T001'}],
    ])
  })

  test('of two phases may', () => {
    const second = '\n## Phase 4: User Story 2 - Borrow\n\n- [ ] T002 [P] [US2] Loan in lib/a.ex\n'
    expect(told(inPhase('- [ ] T001 [P] [US1] Page in lib/a.ex') + second)).toEqual([])
  })

  test('do not wait for each other, but may for others', () => {
    expect(
      told(
        inPhase(
          '- [ ] T001 [US1] Page in lib/a.ex',
          '- [ ] T002 [P] [US1] Filter in lib/b.ex (depends on T001)',
          '- [ ] T003 [P] [US1] Colours in lib/c.ex (depends on T002)',
        ),
      ),
    ).toEqual([
      '7 task-parallelism T003 and T002 are both marked [P] but one waits for the other; drop the mark of T003',
    ])
  })

  test('are told of a dependency once, where it is wrong by itself', () => {
    expect(
      told(inPhase('- [ ] T001 [P] Page in lib/a.ex (depends on T002)', '- [ ] T002 [P] Filter in lib/b.ex')),
    ).toEqual(['5 task-references T001 waits for T002, which comes after it; put T002 first, or drop the dependency'])
  })
})
