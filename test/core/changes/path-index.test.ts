import fc from 'fast-check'
import {expect, test} from 'vitest'
import {PathIndex} from '../../../core/changes/path-index.ts'

/** What the index answers, by its definition. */
const areSame = (one: string, other: string) => one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`)

const path = fc.array(fc.constantFrom('a', 'b', 'ab'), {minLength: 1, maxLength: 4}).map(names => names.join('/'))

test('the latest of a file is the last one added whose path is the same, or begins further up or down', () => {
  fc.assert(
    fc.property(fc.array(path), path, (paths, asked) => {
      const index = new PathIndex<number>()
      for (const [turn, added] of paths.entries()) index.add(added, turn)
      const last = paths.findLastIndex(added => areSame(added, asked))
      expect(index.latest(asked)).toBe(last < 0 ? null : last)
    }),
  )
})
