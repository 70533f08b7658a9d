import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Edit} from '../../core/finding.ts'
import {composeEdits} from '../../hosts/lsp/compose-edits.ts'
import {applyEdits} from '../../index.ts'

const places = fc.array(fc.tuple(fc.nat(9), fc.nat(4), fc.stringMatching(/^[A-Z]{0,3}$/)), {maxLength: 4})

/** Edits of a text of `length` that follow one another: `gap` units are left, `cut` replaced. */
function editsWithin(length: number, steps: readonly (readonly [number, number, string])[]): Edit[] {
  const edits: Edit[] = []
  let at = 0
  for (const [gap, cut, text] of steps) {
    const start = at + gap
    const end = start + cut
    if (end > length) break
    edits.push({start, end, text})
    at = end + 1
  }
  return edits
}

test('one set of edits does what the rounds do', () => {
  fc.assert(
    fc.property(fc.string({maxLength: 40}), fc.array(places, {maxLength: 4}), (text, plans) => {
      const rounds: Edit[][] = []
      let current = text
      for (const steps of plans) {
        const edits = editsWithin(current.length, steps)
        rounds.push(edits)
        current = applyEdits(current, edits)
      }
      expect(applyEdits(text, composeEdits(text.length, rounds))).toBe(current)
    }),
    {seed: 20_261_120, numRuns: 2000},
  )
})

test('what is put in and changed again is changed once', () => {
  const rounds = [[{start: 2, end: 3, text: 'xyz'}], [{start: 3, end: 4, text: ''}], [{start: 0, end: 0, text: '>'}]]
  expect(composeEdits(6, rounds)).toEqual([
    {start: 0, end: 0, text: '>'},
    {start: 2, end: 3, text: 'xz'},
  ])
})

test('what is put in and taken out again leaves no edit', () => {
  const rounds = [[{start: 2, end: 2, text: 'xyz'}], [{start: 2, end: 5, text: ''}]]
  expect(composeEdits(6, rounds)).toEqual([])
})
