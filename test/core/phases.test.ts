import {describe, expect, test} from 'vitest'
import {parseDocument} from '../../core/document.ts'
import {phasesOf} from '../../core/phases.ts'

const forms = ['Phase {n}', 'Milestone {n}', 'Stage {n}', 'Step {n}', '{n}단계', '阶段 {n}', '第{n}阶段']

function phasesIn(headings: readonly string[], elsewhere: readonly string[] = []) {
  return phasesOf(parseDocument(headings.map(heading => `${heading}\n\ntext\n`).join('\n')), forms, elsewhere)
}

/** Number and name of each phase. */
function told(headings: readonly string[], elsewhere?: readonly string[]): string[] {
  return phasesIn(headings, elsewhere).map(({number, last, name}) =>
    `${number}${last === number ? '' : ` to ${last}`} ${name}`.trim(),
  )
}

describe('a heading names a phase', () => {
  test.each([
    ['## Phase 1: Store', '1 Store'],
    ['## Phase 1 - Store', '1 Store'],
    ['## Phase 1 – Store', '1 Store'],
    ['## Phase 1 — Store', '1 Store'],
    ['## Phase 1. Store', '1 Store'],
    ['## Phase 1) Store', '1 Store'],
    ['## Phase 1 → Store', '1 Store'],
    ['## Phase 1：Store', '1 Store'],
    ['## Phase 1', '1'],
    ['## Phase 1 (Store)', '1 (Store)'],
    ['## Phase 1 (Week 2): Store', '1 Store'],
    ['## PHASE 1: Store', '1 Store'],
    ['## Phase #1: Store', '1 Store'],
    ['## Phase-1: Store', '1 Store'],
    ['## Milestone 1: Store', '1 Store'],
    ['## Stage 1: Store', '1 Store'],
    ['## Step 1: Store', '1 Store'],
    ['## 1단계: 저장소', '1 저장소'],
    ['## 阶段 1：存储', '1 存储'],
    ['## 第一阶段：存储', '一 存储'],
    ['## **Phase 1: Store**', '1 Store'],
    ['## `Phase 1`: Store', '1 Store'],
    ['## ~~Phase 1: Store~~', '1 Store'],
    ['## 🚧 Phase 1: Store', '1 Store'],
    ['## [x] Phase 1: Store', '1 Store'],
    ['## 3. Phase 1: Store', '1 Store'],
    ['## 3.1 Phase 1: Store', '1 Store'],
    ['## Phase 1: Store ✅ COMPLETE', '1 Store'],
    ['## Phase 1: Store (Complete)', '1 Store'],
    ['Phase 1: Store\n---', '1 Store'],
  ])('%j', (heading, phase) => {
    expect(told([heading])).toEqual([phase])
  })
})

describe('a number is', () => {
  test.each(['0', '1', '12', '1.2', '1.2.3', '2b', '4A', 'W.1', 'S-3', 'B', 'IV', '十一'])('%s', number => {
    const heading = `## Phase ${number}: Store`
    const [phase] = phasesIn([heading])
    expect(phase).toMatchObject({number, last: number, name: 'Store'})
    expect(heading.slice(phase?.numberRange.start, phase?.numberRange.end)).toBe(number)
  })

  test.each([
    ['## Phases 2-4: Store', '2 to 4 Store'],
    ['## Phase 2–4: Store', '2 to 4 Store'],
    ['## Phase 2 to 4: Store', '2 to 4 Store'],
    ['## Phases 2 and 3: Store', '2 to 3 Store'],
    ['## Phase 2 - 4 new forms', '2 4 new forms'],
  ])('a range, or none: %s', (heading, phase) => {
    expect(told([heading])).toEqual([phase])
  })
})

describe('a heading names no phase', () => {
  const phases = ['## Phase 1: Store', '## Phase 2: Cache']

  test.each([
    'Phases',
    'Phase Dependencies',
    'Phase Exit Criteria',
    'Phase 2 tests',
    'Phase 2 Validation Commands',
    'Phase One',
    'Phased roll-out',
    'Phase1x: Store',
    'After Phase 2: Cache',
    'Stage 3: Other word',
    'Task 3: Other word',
  ])('%s', title => {
    expect(told([...phases, `## ${title}`])).toEqual(['1 Store', '2 Cache'])
  })

  test.each(['Phase 2 tests', 'Phase 2 Validation Commands', 'Phase Dependencies', 'Phases'])('%s, alone', title => {
    expect(told([`## ${title}`])).toEqual([])
  })

  test('the title of the document', () => {
    expect(told(['# Phase 2: Cache', '## Goal'])).toEqual([])
    expect(told(['# Phase 2: Cache', '## Phase 1: One', '## Phase 2: Two'])).toEqual(['1 One', '2 Two'])
  })

  test('a label or a line in bold', () => {
    expect(told([...phases, '**Phase 3: Gone**', '- **Phase 4**: Gone'])).toEqual(['1 Store', '2 Cache'])
  })

  test('at another level than most', () => {
    expect(told([...phases, '### Phase 1: Tests', '#### Phase 3: No'])).toEqual(['1 Store', '2 Cache'])
    expect(told(['## Phase 1: Over', '### Phase 1: Store', '### Phase 2: Cache'])).toEqual(['1 Store', '2 Cache'])
  })

  test('under a title that repeats them, unless there are no others', () => {
    const list = ['## To do', '## To do', '### Phase 1: Again', '### Phase 2: Again', '### Phase 3: Again']
    expect(told([...phases, ...list], ['To do'])).toEqual(['1 Store', '2 Cache'])
    expect(told(list, ['To do'])).toEqual(['1 Again', '2 Again', '3 Again'])
  })
})

test('without any separator two numbers make phases', () => {
  expect(told(['## Phase 1 Store', '## Phase 2 Cache', '## Phase 2 tests'])).toEqual(['1 Store', '2 Cache'])
  expect(told(['## Phase 1 Store'])).toEqual([])
})

test('without any separator a heading about what came of a phase already named is none', () => {
  const phases = ['## Phase 0 Research', '## Phase 1 Design']
  const told01 = ['0 Research', '1 Design']
  expect(told([...phases, '## Phase 1 Constitution Re-Check', '## Phase 1 设计产物'])).toEqual(told01)
  expect(told([...phases, '## Phase 2 Security Review'])).toEqual([...told01, '2 Security Review'])
  expect(told([...phases, '## Phase 1 Store'])).toEqual([...told01, '1 Store'])
})

describe('a heading says how far the phase is', () => {
  test.each([
    ['## Phase 1: Store', null],
    ['## Phase 1: Store ✅', 'done'],
    ['## Phase 1: Store (Complete)', 'done'],
    ['## Phase 1 (DONE): Store', 'done'],
    ['## [x] Phase 1: Store', 'done'],
    ['## Phase 1: Complete the store', null],
    ['## Phase 1: Store (skipped)', 'skipped'],
    ['## Phase 1: Store — DEFERRED', 'skipped'],
    ['## 1단계: 저장소 (완료)', 'done'],
    ['## 第1阶段：存储（跳过）', 'skipped'],
  ])('%s', (heading, state) => {
    expect(phasesIn([heading])).toMatchObject([{state}])
  })
})
