import type {Plan} from './plan.ts'
import {isCompleted} from './status.ts'

/** How many phases say that they are completed, and how many that they are not; those without a status count in neither. */
export function phaseStatuses(plan: Plan): {completed: number; others: number} {
  const phases = new Set(plan.phases.map(({number}) => number))
  const values = plan.fields
    .filter(({spec, parent, value}) => spec.type === 'enum' && value && phases.has(parent))
    .map(({value}) => plan.text.slice(value?.start, value?.end))
  const completed = values.filter(value => isCompleted({value, start: 0, end: 0})).length
  return {completed, others: values.length - completed}
}
