import {Problem} from '../../config/problem.ts'
import {type ReadPlan, readPlan} from '../read-plan.ts'
import type {Surroundings} from './surroundings.ts'

/** A document read as a plan; null for one that cannot be read, which a run that is asked for it tells. */
export function planIn(file: string, {config, world}: Surroundings): ReadPlan | null {
  try {
    return readPlan(world, file, config)
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

/** The ids of the presets that judge the plans of a project. */
export function presetsOfPlans(surroundings: Surroundings): Set<string> {
  return new Set(surroundings.plans.files.flatMap(file => planIn(file, surroundings)?.result.preset ?? []))
}
