import {contentMutations} from './contents.ts'
import {fieldMutations} from './fields.ts'
import {leftoverMutations} from './leftovers.ts'
import {metadataMutations} from './metadata.ts'
import type {CleanPlan, Mutation} from './mutation.ts'
import {orderMutations, sectionMutations} from './sections.ts'
import {kindMutations, taskMutations} from './tasks.ts'
import {wholeMutations} from './whole.ts'

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

/** Every way to spoil a plan in one thing, by the sort of thing. */
export function mutationsOf(clean: CleanPlan): [group: string, mutations: Mutation[]][] {
  return Object.entries(groups).map(([group, mutations]) => [group, [...mutations(clean)]])
}
