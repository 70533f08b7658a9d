import type {Severity} from '../core/finding.ts'
import type {Verdict} from '../core/readiness/verdict.ts'
import type {FixMode} from './fix-mode.ts'

/** A report that the user asks for. */
export interface ReportRequest {
  /** The name of a reporter, or what names a module of the user's. */
  format: string
  /** As the user wrote it; absent for the standard output. */
  file?: string
}

export const usualBaseline = 'plan-lint-baseline.json'

/** A text that is linted as if it were that of a file. */
export interface StandIn {
  /** Absolute. */
  file: string
  /** Whether the user says which file it is. */
  isNamed: boolean
  /** Gets the fixed text, which goes into no file. */
  takeFixed(text: string): void
}

/** What the user wants of one run over plans. */
export interface LintRequest {
  paths: readonly string[]
  /** In place of paths. */
  standIn?: StandIn
  preset?: string
  /** A path, `false` for none, absent for the one that is found. */
  config?: string | false
  reports: readonly ReportRequest[]
  /** Let a report for readers list every finding, however many. */
  showsAll: boolean
  /** Report only what fails the run. */
  quiet: boolean
  /** Absent where nothing is fixed. */
  fix?: FixMode
  /** Show what fixing would change, and change nothing. */
  diff: boolean
  /** Findings that are put up with; absent without. A path. */
  baseline?: {file: string; update: boolean}
  /** Keep results for later runs; absent without. A path, or the usual place. */
  cache?: {location?: string}
  /** Only what git says has changed; absent for everything. */
  changed?: {since?: string; linesOnly: boolean}
  /** Severities by rule id; they win over the configuration's. */
  severities: Readonly<Record<string, Severity | 'off'>>
  /** Absent: as configured. */
  failOn?: Severity
  /** More warnings than this fail the run. */
  maxWarnings?: number
  /** Plans that are less far fail the run. */
  required?: Verdict
  /** Of the files in order, every `count`th from the `index`th (1-based) on. */
  shard?: {index: number; count: number}
  /** Tell what the run took. */
  stats: boolean
  /** Absent: what environment and terminal say. */
  color?: boolean
}
