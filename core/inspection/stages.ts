import type {Range} from '../finding.ts'
import type {Plan} from '../plan.ts'
import {stageGraphOf} from '../stages/graph.ts'
import {labelOf, type Stage, type Stages, stringIn} from '../stages/stages.ts'
import type {Place} from './inspection.ts'

export interface InspectedStage extends Place {
  id: string
  /** Where metadata and section differ, what the metadata say; what nobody filled in is absent. */
  values: Record<string, string>
  dependsOn: string[]
  /** The number of its section; null where it has none. */
  phase: string | null
  isInMetadata: boolean
}

/** The stages of a plan with metadata; none where it has no such block. */
export function stagesIn(plan: Plan, at: (range: Range) => Place): InspectedStage[] {
  const {stages} = plan
  if (!stages) return []
  const awaited = new Map<Stage, string[]>(stages.all.map(stage => [stage, []]))
  for (const {stage, value} of stageGraphOf(stages).dependencies) awaited.get(stage)?.push(value.text)
  return stages.all.map(stage => ({
    id: labelOf(stage, stages),
    values: valuesOf(stage, stages),
    dependsOn: awaited.get(stage) ?? [],
    phase: stage.section?.phase.number ?? null,
    isInMetadata: stage.entry !== null,
    ...at(placeOf(stage)),
  }))
}

function valuesOf(stage: Stage, {keys, isUnset}: Stages): Record<string, string> {
  const told = keys
    .filter(({type}) => type !== 'ids' && type !== 'objects')
    .map(({key}) => [key, stringIn(stage.entry, key, isUnset)?.text ?? stage.section?.values.get(key)?.text] as const)
  return Object.fromEntries(told.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
}

/** Its section where it has one, else its entry in the metadata. */
function placeOf({section, entry}: Stage): Range {
  return section?.phase.section.heading.title ?? entry ?? {start: 0, end: 0}
}
