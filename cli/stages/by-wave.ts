import type {Step} from '../../core/inspection/schedule.ts'
import type {Look} from '../inspect/picture.ts'

/** Stages and phases in frames by their waves; those that can be begun now stand out. */
export function byWave(steps: readonly Step[]): Look {
  const byId = new Map(steps.map(step => [step.id, step]))
  return {
    groupOf: ({id}) => String(byId.get(id)?.wave ?? ''),
    titleOf: group => `Wave ${group}`,
    isReady: ({id}) => byId.get(id)?.state === 'ready',
  }
}
