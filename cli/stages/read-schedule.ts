import {Problem} from '../../config/problem.ts'
import type {Range} from '../../core/finding.ts'
import {stepGraphOf} from '../../core/inspection/graph.ts'
import {type Schedule, scheduleOf} from '../../core/inspection/schedule.ts'
import {placeIn} from '../place-in.ts'
import type {ReadPlan} from '../read-plan.ts'
import {orderFaults} from './faults.ts'

/**
 * The schedule of a plan, or what is wrong with its order.
 * @throws {Problem} when the plan has neither stages nor phases
 */
export async function readSchedule(read: ReadPlan): Promise<Schedule | {faults: string[]}> {
  const at = (range: Range) => placeIn(read, range)
  const faults = await orderFaults(read, stepGraphOf(read.plan, at))
  if (faults.length > 0) return {faults}
  const schedule = scheduleOf(read.plan, at)
  if (schedule.steps.length > 0) return schedule
  throw new Problem(
    `${read.path}: has no stages or phases that ${read.result.preset} plans know; "plan-lint which ${read.path}" tells how it is read`,
  )
}
