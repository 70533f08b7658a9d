export type Severity = 'error' | 'warning' | 'info'

/** A stretch of the document: UTF-16 offsets into the whole text, `end` exclusive. */
export interface Range {
  start: number
  end: number
}

/** Replaces `start`..`end` by `text`; an empty range inserts, an empty text deletes. */
export interface Edit extends Range {
  text: string
}

/** Another place that belongs to a finding, such as the first of two duplicates. */
export interface Related extends Range {
  message: string
}

/** A change that a person has to choose; never applied unasked. */
export interface Suggestion {
  title: string
  edits: Edit[]
}

export type FindingData = Record<string, string | number>

export interface Finding extends Range {
  rule: string
  severity: Severity
  message: string
  /** Machine-readable slots of the message; which ones a rule fills is part of its contract. */
  data: FindingData
  /** Address of the rule's page; every rule of this package has one. */
  url?: string
  related?: Related[]
  /** A safe change: byte-minimal, idempotent, never invents content. */
  fix?: Edit[]
  suggestions?: Suggestion[]
}

const weight: Record<Severity, number> = {error: 2, warning: 1, info: 0}

/** Whether `severity` is as grave as `level` or graver. */
export function isAtLeast(severity: Severity, level: Severity): boolean {
  return weight[severity] >= weight[level]
}

/** Orders findings as every host prints them: by place, then by rule id. */
export function compareFindings(a: Finding, b: Finding): number {
  return a.start - b.start || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) || a.end - b.end
}
