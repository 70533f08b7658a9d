import {describe, expect, test} from 'vitest'
import {presets} from '../index.ts'
import {contentMutations} from './mutations/contents.ts'
import {fieldMutations} from './mutations/fields.ts'
import {leftoverMutations} from './mutations/leftovers.ts'
import {metadataMutations} from './mutations/metadata.ts'
import {type CleanPlan, cleanPlanOf, type Expected, type Mutation, type Told, toldOf} from './mutations/mutation.ts'
import {orderMutations, sectionMutations} from './mutations/sections.ts'
import {kindMutations, taskMutations} from './mutations/tasks.ts'
import {wholeMutations} from './mutations/whole.ts'

const groups: Record<string, (clean: CleanPlan) => Iterable<Mutation>> = {
  sections: sectionMutations,
  order: orderMutations,
  fields: fieldMutations,
  contents: contentMutations,
  leftovers: leftoverMutations,
  whole: wholeMutations,
  metadata: metadataMutations,
  kinds: kindMutations,
  tasks: taskMutations,
}

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

  const spoilt = Object.entries(groups).map(([group, mutationsOf]) => [group, [...mutationsOf(clean)]] as const)

  describe.each(spoilt.filter(([, mutations]) => mutations.length > 0))('%s', (_, mutations) => {
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
