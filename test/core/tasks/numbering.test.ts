import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {longestAscending} from '../../../core/ascending.ts'
import {compareTaskIds, idsBetween, parseTaskId, type TaskId, writtenLike} from '../../../core/tasks/ids.ts'
import {inPhase, told} from './plan.ts'

const id = (text: string) => parseTaskId(text) as TaskId
const numbered = (...ids: string[]) => inPhase(...ids.map(text => `- [ ] ${text} Look in a.ex`))

describe('ids', () => {
  test('are the same however they are written', () => {
    expect(['T022-A', 'T022a', 'T22A'].map(text => parseTaskId(text)?.key)).toEqual(['T22a', 'T22a', 'T22a'])
    expect(['TXXX', 'T', 'S001', 'T001-AB'].map(parseTaskId)).toEqual([null, null, null, null])
  })

  test('have an order', () => {
    const ids = ['T2', 'T2a', 'T2b', 'T2.1', 'T2.2', 'T3', 'T10', 'T010b']
    const sorted = [...ids].reverse().sort((a, b) => compareTaskIds(id(a), id(b)))
    expect(sorted).toEqual(ids)
  })

  test('between two others count up in the last number', () => {
    const between = (a: string, b: string) => idsBetween(id(a), id(b)).map(({key}) => key)
    expect(between('T004', 'T007')).toEqual(['T4', 'T5', 'T6', 'T7'])
    expect(between('T1.2', 'T1.4')).toEqual(['T1.2', 'T1.3', 'T1.4'])
    expect(between('T004', 'T006b')).toEqual(['T4', 'T5', 'T6b'])
    expect(between('T007', 'T004')).toEqual(['T7', 'T4'])
    expect(between('T1.2', 'T2.4')).toEqual(['T1.2', 'T2.4'])
    expect(between('T004', 'T004')).toEqual(['T4'])
    expect(between('T0001', 'T9999')).toEqual(['T1', 'T9999'])
  })

  test('are written with as many digits as others', () => {
    expect(writtenLike(id('T7'), 'T012')).toBe('T007')
    expect(writtenLike(id('T1.12'), 'T1.1')).toBe('T1.12')
  })
})

test('what ascends is the longest such run', () => {
  const items = fc.array(fc.integer({min: 0, max: 9}), {maxLength: 9})
  fc.assert(
    fc.property(items, numbers => {
      const run = longestAscending(numbers, (a, b) => a - b)
      const values = run.map(index => numbers[index] as number)
      expect(run).toEqual([...run].sort((a, b) => a - b))
      expect(values).toEqual([...new Set(values)].sort((a, b) => a - b))
      expect(run).toHaveLength(longestByTrial(numbers))
    }),
  )
})

/** The length of the longest ascending run, by looking at all of them. */
function longestByTrial(numbers: readonly number[], above = -1): number {
  return numbers.reduce((best, number, index) => {
    return number > above ? Math.max(best, 1 + longestByTrial(numbers.slice(index + 1), number)) : best
  }, 0)
}

describe('numbering', () => {
  test.each([
    ['counts up', ['T001', 'T002', 'T003']],
    ['begins anywhere', ['T041', 'T042']],
    ['has tasks put in', ['T001', 'T001a', 'T001b', 'T002-A', 'T003']],
    ['has two levels', ['T1.1', 'T1.2', 'T2.1', 'T2.2', 'T3.1']],
    ['has ranges', ['T001-T004', 'T005', 'T006-T007', 'T008']],
  ])('%s', (_, ids) => {
    expect(told(numbered(...ids))).toEqual([])
  })

  test('tells each repetition once, at the later task', () => {
    expect(told(numbered('T001', 'T002', 'T001', 'T002-T003', 'T004'))).toEqual([
      '7 task-ids There is a task T001 already; give this one an id of its own',
      '8 task-ids There is a task T002-T003 already; give this one an id of its own',
    ])
  })

  test('tells as few tasks as possible to be out of order', () => {
    expect(told(numbered('T005', 'T001', 'T002', 'T003', 'T004'))).toEqual([
      '5 task-ids T005 stands before T001; move it, or number the tasks anew',
    ])
    expect(told(numbered('T002', 'T003', 'T004', 'T005', 'T001'))).toEqual([
      '9 task-ids T001 stands after T005; move it, or number the tasks anew',
    ])
  })

  test('tells what is left out, at the task behind it', () => {
    expect(told(numbered('T001', 'T003', 'T007', 'T008'))).toEqual([
      '6 task-ids No task is numbered T002; add what is missing before T003, or number the tasks on from T001',
      '7 task-ids No task is numbered T004 to T006; add what is missing before T007, or number the tasks on from T003',
    ])
    expect(told(numbered('T1.1', 'T1.3', 'T2.1'))).toEqual([
      '6 task-ids No task is numbered T1.2; add what is missing before T1.3, or number the tasks on from T1.1',
    ])
  })

  test.each([
    ['that stand elsewhere', numbered('T001', 'T004', 'T002', 'T003')],
    ['that another id of a task took', numbered('T001', 'T002', 'T002', 'T004')],
    ['that a task without one would have', inPhase('- [ ] T001 a', '- [ ] b', '- [ ] T003 c')],
    ['that the plan gave up', `${numbered('T001', 'T004')}\n~~T002-T003~~ are not needed.\n`],
    ['that the plan says were removed', `${numbered('T001', 'T004')}\nT002 and T003: removed\n`],
    ['that a dependency misses', `${numbered('T001', 'T003')}\nT003 depends on T002.\n`],
  ])('leaves no hole for ids %s', (_, text) => {
    expect(told(text).filter(finding => finding.includes('No task is numbered'))).toEqual([])
  })

  test('may go on with a new ten or hundred under a new heading', () => {
    const phases = (next: string) =>
      `${numbered('T001', 'T002')}\n## Phase 4: User Story 2 - Borrow\n\n- [ ] ${next} [US2] Lend in a.ex\n`
    expect(told(phases('T010'))).toEqual([])
    expect(told(phases('T101'))).toEqual([])
    expect(told(phases('T008'))).toHaveLength(1)
    expect(told(numbered('T001', 'T002', 'T010'))).toHaveLength(1)
    expect(told(numbered('T001', 'T002', 'T003', 'T004', 'T005', 'T006', 'T007', 'T008', 'T010'))).toHaveLength(1)
  })
})
