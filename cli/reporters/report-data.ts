import type {Edit, FindingData, Severity, Suggestion} from '../../core/finding.ts'
import type {PresetSource} from '../../core/lint.ts'
import type {Verdict} from '../../core/readiness/verdict.ts'
import type {Region} from './region.ts'

export interface ReportedFinding extends Region {
  rule: string
  severity: Severity
  message: string
  data: FindingData
  url?: string
  fix?: {edits: Edit[]}
  suggestions: Suggestion[]
  related?: (Region & {message: string})[]
}

/** One cause that keeps a plan from a verdict; its place is the first that it occurs at. */
export interface ReportedBlocker extends Region {
  /** The id of a rule, `open-work` or `unknown-preset`. */
  cause: string
  /** The least verdict that it keeps the plan from. */
  keepsFrom: Verdict
  /** What is wrong at the place. */
  message: string
  /** How many times the cause occurs. */
  count: number
}

/** How far a plan is. */
export interface ReportedReadiness {
  verdict: Verdict
  /** What the blockers keep it from: what `--require` asks for, else the next verdict; null above the last. */
  aim: Verdict | null
  blockers: ReportedBlocker[]
}

export interface ReportedFile {
  /** Relative to the working folder, with forward slashes. */
  path: string
  preset: string
  presetSource: PresetSource
  evidence: string[]
  readiness?: ReportedReadiness
  findings: ReportedFinding[]
}

/** What `--format json` prints, as a value; `docs/report.schema.json` says more. */
export interface ReportData {
  version: 1
  tool: {name: string; version: string}
  files: ReportedFile[]
  summary: {files: number; errors: number; warnings: number; infos: number; suppressed: number}
  /** Only with `--stats`. */
  stats?: ReportedStatistics
}

/** What took how long; times are in milliseconds. */
export interface ReportedStatistics {
  /** By part of the run; that of the report is not known yet. */
  milliseconds: Record<'configure' | 'discover' | 'load' | 'read' | 'lint', number>
  /** By rule id, those that were run; the slowest first. */
  rules: Record<string, number>
  /** In order of their paths. */
  files: {path: string; bytes: number; cached: boolean; milliseconds: number}[]
}

/** What a reporter of the user's may need besides the report. */
export interface ReporterTools {
  /** Whether the output shows colours. */
  color: boolean
  /** Width of the terminal; absent where the output is none. */
  columns?: number
  /** The text of a file of the report; the offsets of edits are places in it. */
  textOf(path: string): string
  /** `text` on one line, without what a terminal would obey; texts of the report may hold anything. */
  harmless(text: string): string
}

/** The default export of a module that `--format` names: turns the report into the text to print or to write. */
export type OwnReporter = (report: ReportData, tools: ReporterTools) => string | Promise<string>
