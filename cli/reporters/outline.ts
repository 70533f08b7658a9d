import type {Plan} from '../../core/plan.ts'

/** What a plan holds, in figures. */
export interface Outline {
  phases: number
  questions: number
  openQuestions: number
}

export function outlineOf({phases, questions}: Plan): Outline {
  return {
    phases: phases.length,
    questions: questions.length,
    openQuestions: questions.filter(({resolved}) => !resolved).length,
  }
}
