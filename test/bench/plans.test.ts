import {describe, expect, test} from 'vitest'
import {planOf, plansOf, presetIds} from '../../bench/plans.ts'
import '../../core/code/all-grammars.ts'
import {lint} from '../../core/lint.ts'
import {presets} from '../../presets/index.ts'
import {rules} from '../../rules/index.ts'

test('there are plans of all presets', () => {
  expect([...presetIds].sort()).toEqual(presets.map(({id}) => id).sort())
})

describe.each(presetIds)('a plan of %s', preset => {
  test.each([1, 15_000, 150_000])('of %i characters is taken for one, and nothing is wrong with it', size => {
    const text = planOf(preset, size)
    const result = lint(text, {rules, presets})
    expect(result).toMatchObject({preset, findings: []})
    expect(text.length / Math.max(size, 15_000)).toBeLessThan(1.4)
  })

  test('is the same each time, and another one with another seed', () => {
    expect(planOf(preset, 5000)).toBe(planOf(preset, 5000))
    expect(planOf(preset, 5000, 2)).not.toBe(planOf(preset, 5000))
  })
})

test('many plans have the sizes that plans have', () => {
  const sizes = plansOf(270)
    .map(({text}) => text.length)
    .sort((a, b) => a - b)
  const [tenth, middle, last] = [0.1, 0.5, 0.9].map(share => sizes[Math.floor(share * sizes.length)])
  expect(tenth).toBeLessThan(9000)
  expect(middle).toBeGreaterThan(12_000)
  expect(middle).toBeLessThan(18_000)
  expect(last).toBeGreaterThan(30_000)
})
