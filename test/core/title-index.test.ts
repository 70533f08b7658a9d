import fc from 'fast-check'
import {expect, test} from 'vitest'
import {startingWhere} from '../../core/ranges.ts'
import {TitleIndex} from '../../core/title-index.ts'
import {matcherOf} from '../../core/titles.ts'

const titles = ['Overview', 'Overview: all of it', 'Goals (2)', 'Goals', 'Step 1: Overview', 'Notes', '', 'Phase 2']

test('it finds what a look at each title finds', () => {
  const title = fc.constantFrom(...titles)
  const wanted = fc.array(fc.constantFrom(...titles.filter(Boolean), 'Over…', 'Phase {n}'), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(fc.array(title, {maxLength: 20}), wanted, fc.nat(22), fc.nat(22), (written, names, start, end) => {
      const all = written.map((words, index) => ({start: index, end: index + 1, words}))
      const matcher = matcherOf(names)
      const found = new TitleIndex(all, ({words}) => words).startingIn({start, end}, matcher)
      expect(found).toEqual(startingWhere(all, {start, end}, ({words}) => matcher.matches(words)))
    }),
  )
})
