import type {LintResult} from '../core/lint.ts'
import type {Outline} from './reporters/outline.ts'
import type {JudgedBy} from './settings-for.ts'

/** What the result of linting a text depends on, besides the rules and presets that there are. */
export interface Question extends JudgedBy {
  text: string
}

/** What linting a text gives. */
export interface Answer {
  result: LintResult
  /** Only where a reporter wanted it. */
  outline?: Outline
}

/** Answers of earlier runs. Files are given by absolute path. */
export interface KnownResults {
  find(file: string, question: Question): Answer | undefined
  keep(file: string, question: Question, answer: Answer): void | Promise<void>
}
