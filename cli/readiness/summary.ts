import {type Verdict, verdicts} from '../../core/readiness/verdict.ts'
import type {PlanStatus} from './statuses.ts'

/** How many plans there are, and how many of them have which verdict. */
export type Summary = {files: number} & Record<Verdict, number>

export function summaryOf(statuses: readonly PlanStatus[]): Summary {
  const counts = verdicts.map(verdict => {
    const count = statuses.filter(({readiness}) => readiness.verdict === verdict).length
    return [verdict, count] as const
  })
  return {files: statuses.length, ...(Object.fromEntries(counts) as Record<Verdict, number>)}
}
