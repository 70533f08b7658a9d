import type {Severity} from '../../core/finding.ts'

/** A finding as a host shows it; lines and columns 1-based, the end exclusive. */
export interface Seen {
  rule: string
  severity: Severity
  message: string
  line: number
  column: number
  endLine: number
  endColumn: number
}

/** What a host shows for each file, by the file's name. */
export type Report = Map<string, Seen[]>

/** The same order whatever the host's own is. */
export function inOrder(seen: readonly Seen[]): Seen[] {
  const key = ({line, column, endLine, endColumn}: Seen) =>
    [line, column, endLine, endColumn].map(number => String(number).padStart(9, '0')).join()
  const full = (one: Seen) => `${key(one)} ${one.rule} ${one.message}`
  return [...seen].sort((a, b) => (full(a) < full(b) ? -1 : 1))
}
