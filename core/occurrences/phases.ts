import {placeOfObject} from '../metadata/shape.ts'
import type {Phase, Plan} from '../plan.ts'
import {touches, withoutTail} from '../ranges.ts'
import type {Stage} from '../stages/stages.ts'
import type {Definition, Occurrences} from './occurrences.ts'
import {phaseMentions} from './phase-mentions.ts'
import {stageMentions} from './stage-mentions.ts'

function definitionsOf(text: string, phase: Phase | null, stage: Stage | null): Definition[] {
  const definitions: Definition[] = []
  if (stage?.entry) definitions.push({name: placeOfObject(stage.entry), extent: withoutTail(text, stage.entry)})
  if (phase) definitions.push({name: phase.section.heading.title, extent: withoutTail(text, phase.section)})
  return definitions.sort((a, b) => a.extent.start - b.extent.start)
}

/** The occurrences of the phase or stage that a heading, an id or words such as `Phase 2` at `offset` name. */
export function phaseOccurrencesAt(plan: Plan, offset: number): Occurrences | null {
  const byPhase = phaseMentions(plan)
  const byStage = stageMentions(plan)
  const stages = plan.stages?.all ?? []
  const definedAt = (phase: Phase | null, stage: Stage | null) =>
    definitionsOf(plan.text, phase, stage).some(({name}) => touches(name, offset))
  const stage =
    byStage.find(range => touches(range, offset))?.stage ??
    stages.find(found => definedAt(found.section?.phase ?? null, found))
  const phase =
    stage?.section?.phase ??
    byPhase.find(range => touches(range, offset))?.phase ??
    plan.phases.find(found => definedAt(found, null))
  if (!stage && !phase) return null
  const owner = stage ?? stages.find(({section}) => section?.phase === phase) ?? null
  const definitions = definitionsOf(plan.text, phase ?? null, owner)
  const taken = new Set(definitions.map(({name}) => name.start))
  const mentions = [
    ...byPhase.filter(mention => mention.phase === phase),
    ...byStage.filter(mention => mention.stage === owner),
  ]
  return {
    definitions,
    mentions: mentions
      .map(({start, end}) => ({start, end}))
      .filter(({start}) => !taken.has(start))
      .sort((a, b) => a.start - b.start),
  }
}
