import type {LintResult} from '../../core/lint.ts'
import type {Verdict} from '../../core/readiness/verdict.ts'
import type {Rule} from '../../core/rule.ts'
import type {SourceText} from '../../core/text.ts'
import type {Statistics} from '../stats/statistics.ts'
import type {Outline} from './outline.ts'

export interface LintedFile {
  /** Relative to the working folder, with forward slashes. */
  path: string
  /** Empty where there are no findings, unless somebody wants the texts of all files. */
  source: SourceText
  result: LintResult
  /** What the plan holds; only where a reporter wants it. */
  outline?: Outline
}

/** What a run found; all that a reporter gets to see. */
export interface Run {
  /** In order of their paths. */
  files: readonly LintedFile[]
  /** Where the files come from, if plan-lint looked for them itself: `plans/`, `PLAN.md`. */
  places: readonly string[]
  /** What could not be checked and why, a line each. */
  problems: readonly string[]
  /** All rules that there are; only where a reporter wants them. */
  rules?: readonly Rule[]
  /** The least severity that fails the run. */
  failOn: LintResult['findings'][number]['severity']
  /** How many findings were fixed; what is reported is what is left. Absent without `--fix`. */
  fixed?: number
  /** How many findings `--quiet` keeps from the report; absent without it. */
  quieted?: number
  /** What took how long, the report itself not yet; only where the user asks. */
  statistics?: Statistics
  /** How far each plan has to be; absent where nothing is asked. */
  required?: Verdict
  /** Whether a report for readers lists every finding, however many. */
  showsAll?: boolean
}

/** Where a report goes. */
export interface Target {
  color: boolean
  /** Width of the terminal; absent where the output is none. */
  columns?: number
  /** Absolute path that the paths of the run are relative to. */
  cwd: string
  env: Readonly<Record<string, string | undefined>>
}

/** Turns a run into text that ends in a line break, or into nothing. */
export type Reporter = (run: Run, target: Target) => string | Promise<string>
