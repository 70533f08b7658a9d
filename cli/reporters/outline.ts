import type {Analysis} from '../../core/lint.ts'
import {readinessOf} from '../../core/readiness/readiness.ts'
import type {Verdict} from '../../core/readiness/verdict.ts'
import {workOf} from '../../core/readiness/work.ts'
import {SourceText} from '../../core/text.ts'
import {regionOf} from './region.ts'
import type {ReportedBlocker} from './report-data.ts'

/** What a plan holds, in figures, and how far it is. */
export interface Outline {
  phases: number
  /** Phases that are not skipped. */
  phasesAsked: number
  /** Those of them that are done. */
  phasesDone: number
  questions: number
  openQuestions: number
  readiness: PlacedReadiness
}

/** A verdict with what keeps the plan from all better ones, by verdict, then by place. */
export interface PlacedReadiness {
  verdict: Verdict
  blockers: readonly ReportedBlocker[]
}

/** Tells what the plan of `text` holds. */
export function outlineOf(text: string, analysis: Analysis): Outline {
  const {plan} = analysis
  const {phases, phasesDone} = workOf(plan)
  const {verdict, blockers} = readinessOf(analysis)
  const source = new SourceText(text)
  return {
    phases: plan.phases.length,
    phasesAsked: phases,
    phasesDone,
    questions: plan.questions.length,
    openQuestions: plan.questions.filter(({resolved}) => !resolved).length,
    readiness: {
      verdict,
      blockers: blockers.map(({cause, keepsFrom, message, count, ...range}) => ({
        cause,
        keepsFrom,
        message,
        count,
        ...regionOf(source, range),
      })),
    },
  }
}
