import type {FixMode} from './fixing.ts'

export const formats = ['stylish', 'json'] as const
export type Format = (typeof formats)[number]

/** What the user wants of one run over plans. */
export interface LintRequest {
  paths: readonly string[]
  preset?: string
  /** A path, `false` for none, absent for the one that is found. */
  config?: string | false
  format: Format
  quiet: boolean
  /** Absent where nothing is fixed. */
  fix?: FixMode
  /** Show what fixing would change, and change nothing. */
  diff: boolean
  /** Absent: what environment and terminal say. */
  color?: boolean
}
