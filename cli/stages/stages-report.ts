import {addTo} from '../../core/grouped.ts'
import type {Step} from '../../core/inspection/schedule.ts'
import type {ReadPlan} from '../read-plan.ts'

/** The schedule of a plan for programs; `docs/stages.schema.json` describes it. */
export function stagesReport({path, result}: ReadPlan, steps: readonly Step[]) {
  const {preset, presetSource, evidence} = result
  const waves = new Map<number, string[]>()
  for (const {wave, id} of steps) addTo(waves, wave, id)
  const ready = steps.filter(({state}) => state === 'ready').map(({id}) => id)
  return {path, preset, presetSource, evidence, waves: [...waves.values()], ready, steps}
}
