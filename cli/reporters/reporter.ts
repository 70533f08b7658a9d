import type {LintResult} from '../../core/lint.ts'
import type {SourceText} from '../../core/text.ts'

export interface LintedFile {
  /** Relative to the working folder, with forward slashes. */
  path: string
  source: SourceText
  result: LintResult
}

/** What a run found; all that a reporter gets to see. */
export interface Run {
  /** In order of their paths. */
  files: readonly LintedFile[]
  /** Where the files come from, if plan-lint looked for them itself: `plans/`, `PLAN.md`. */
  places: readonly string[]
  /** How many findings were fixed; what is reported is what is left. Absent without `--fix`. */
  fixed?: number
  /** How many findings `--quiet` keeps from the report; absent without it. */
  quieted?: number
}

export interface Screen {
  color: boolean
  /** Absent where the output is no terminal. */
  columns?: number
}

/** Turns a run into text that ends in a line break, or into nothing. */
export type Reporter = (run: Run, screen: Screen) => string | Promise<string>
