import fc from 'fast-check'
import {expect, test} from 'vitest'
import {changeBetween} from '../../core/text-change.ts'

test('equal texts have no change', () => {
  expect(changeBetween('same', 'same')).toBeNull()
})

test('a change is told by its narrowest stretch', () => {
  expect(changeBetween('one two three', 'one 2 three')).toEqual({start: 4, endBefore: 7, endAfter: 5})
  expect(changeBetween('aaa', 'aaaa')).toEqual({start: 3, endBefore: 3, endAfter: 4})
})

test('outside of the change both texts are the same, however long they are', () => {
  const long = fc.integer({min: 0, max: 10_000}).map(length => 'ab\n'.repeat(length))
  fc.assert(
    fc.property(long, fc.string(), fc.string(), long, (head, one, other, tail) => {
      const [before, after] = [head + one + tail, head + other + tail]
      const change = changeBetween(before, after)
      if (!change) return before === after
      const {start, endBefore, endAfter} = change
      const isSame =
        before.slice(0, start) === after.slice(0, start) && before.slice(endBefore) === after.slice(endAfter)
      return isSame && start <= endBefore && start <= endAfter && before[start] !== after[start]
    }),
    {numRuns: 200},
  )
})
