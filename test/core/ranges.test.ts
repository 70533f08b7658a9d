import fc from 'fast-check'
import {expect, test} from 'vitest'
import {haveAny, merged} from '../../core/ranges.ts'

test('merged places have a part of the same offsets, in order and apart from each other', () => {
  const range = fc
    .tuple(fc.nat(30), fc.integer({min: 1, max: 6}))
    .map(([start, length]) => ({start, end: start + length}))
  fc.assert(
    fc.property(fc.array(range), ranges => {
      const places = merged(ranges)
      for (const [index, {start}] of places.entries()) if (index > 0) expect(places[index - 1]?.end).toBeLessThan(start)
      for (let offset = 0; offset < 40; offset++) {
        const isInOne = ranges.some(({start, end}) => start <= offset && offset < end)
        expect(haveAny(places, {start: offset, end: offset + 1})).toBe(isInOne)
      }
    }),
  )
})
