import {describe, expect, test} from 'vitest'
import {presets} from '../index.ts'
import {mutationsOf} from './mutations/all.ts'
import {cleanPlanOf, type Expected, type Told, toldOf} from './mutations/mutation.ts'

function answers({rule, severity, data = {}, on}: Expected, told: Told): boolean {
  return (
    rule === told.rule &&
    (severity === undefined || severity === told.severity) &&
    (on === undefined || on === told.on) &&
    Object.entries(data).every(([key, value]) => told.data[key] === value)
  )
}

describe.each(presets.filter(({id}) => id !== 'plan'))('$id', preset => {
  const clean = cleanPlanOf(preset)
  const groups = mutationsOf(clean).filter(([, mutations]) => mutations.length > 0)

  test('every mutation has a name of its own', () => {
    const names = groups.flatMap(([, mutations]) => mutations.map(({name}) => name))
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  describe.each(groups)('%s', (_, mutations) => {
    test.each(mutations.map(mutation => [mutation.name, mutation] as const))('%s', (_name, mutation) => {
      const told = toldOf(clean, mutation)
      expect(told, `expected one of ${JSON.stringify(mutation.expected)}`).toHaveLength(1)
      expect(
        mutation.expected.some(expected => answers(expected, told[0] as Told)),
        JSON.stringify(told),
      ).toBe(true)
    })
  })
})
