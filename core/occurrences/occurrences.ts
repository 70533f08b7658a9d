import type {Range} from '../finding.ts'
import type {Plan} from '../plan.ts'
import {phaseOccurrencesAt} from './phases.ts'
import {taskOccurrencesAt} from './tasks.ts'

/** A place where a plan says what a task, a phase or a stage is. */
export interface Definition {
  /** Where its name stands, inside of `extent`. */
  name: Range
  /** All that belongs to it. */
  extent: Range
}

/** Everywhere that a plan speaks of one task, phase or stage. */
export interface Occurrences {
  /** Of duplicates all; a stage has its section and its object in the metadata; none where it is only named. */
  definitions: readonly Definition[]
  /** In document order, without those in `definitions`. */
  mentions: readonly Range[]
}

/** The occurrences of what is named at an offset of the plan's text; null where nothing is. */
export function occurrencesAt(plan: Plan, offset: number): Occurrences | null {
  return taskOccurrencesAt(plan, offset) ?? phaseOccurrencesAt(plan, offset)
}
