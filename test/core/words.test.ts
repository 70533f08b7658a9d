import {describe, expect, test} from 'vitest'
import {nearest} from '../../core/words.ts'

const known = ['rules', 'presets', 'explain', 'dependsOn', 'id']

describe('the word that is meant', () => {
  test.each([
    ['rlues', 'rules'],
    ['ruel', 'rules'],
    ['Explain', 'explain'],
    ['dependson', 'dependsOn'],
    ['presests', 'presets'],
  ])('by %s is %s', (written, meant) => {
    expect(nearest(written, known)).toBe(meant)
  })

  test.each(['x', '', 'branches', 'explanatory'])('by %s is none', written => {
    expect(nearest(written, known)).toBeNull()
  })

  test('has no more slips than allowed, and two letters that changed places are one', () => {
    expect(nearest('rlues', known, () => 1)).toBe('rules')
    expect(nearest('rluse', known, () => 1)).toBeNull()
  })
})
