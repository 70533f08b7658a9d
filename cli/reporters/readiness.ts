import {aimOf, blockersTo, reaches, type Verdict, verdicts} from '../../core/readiness/verdict.ts'
import type {Outline, PlacedReadiness} from './outline.ts'
import type {ReportedBlocker, ReportedReadiness} from './report-data.ts'

/** What reports say of how far a plan is; `required` is what the user asks of it. */
export function reportedReadiness({verdict, blockers}: PlacedReadiness, required?: Verdict): ReportedReadiness {
  const aim = aimOf(verdict, required)
  return {verdict, aim, blockers: blockersTo(blockers, aim)}
}

/** What is to be mended, where that is worth a word: that the work is yet to be done is no fault of a plan. */
export function mendable(outline: Outline | undefined, required?: Verdict): ReportedReadiness | null {
  if (!outline) return null
  const readiness = reportedReadiness(outline.readiness, required)
  const isFar = reaches(readiness.verdict, 'executable') && readiness.aim !== required
  return isFar || readiness.aim === null ? null : readiness
}

/** Causes that are no rules, in words. */
const others: Readonly<Record<string, string>> = {'open-work': 'open work', 'unknown-preset': 'no known preset'}

/** Each cause once, how often and where: `no-placeholders (12, from line 3), phase-validation (line 40)`. */
export function blockersShown(blockers: readonly ReportedBlocker[]): string {
  return blockers
    .map(({cause, count, line}) => `${others[cause] ?? cause} (${count > 1 ? `${count}, from line` : 'line'} ${line})`)
    .join(', ')
}

/** How many plans are how far, the least first: `2 draft, 1 done`; empty where no verdict is known. */
export function verdictCounts(outlines: readonly (Outline | undefined)[]): string {
  return verdicts
    .map(verdict => ({verdict, count: outlines.filter(outline => outline?.readiness.verdict === verdict).length}))
    .filter(({count}) => count > 0)
    .map(({verdict, count}) => `${count} ${verdict}`)
    .join(', ')
}
