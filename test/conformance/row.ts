import type {Severity} from '../../core/finding.ts'

/** A finding as a host shows it. */
export interface Row {
  rule: string
  severity: Severity
  /** `line:column-endLine:endColumn`, all 1-based, columns in UTF-16 units, the end exclusive. */
  at: string
  message: string
  /** Address of the rule's page. */
  url: string
  /** Other places, as `line:column-endLine:endColumn message`. */
  related: string[]
  /** What is offered: the fix first, then the suggestions. */
  changes: Change[]
}

export interface Change {
  /** `fix`, or the title of a suggestion; empty where a host shows none. */
  title: string
  /** As `line:column-endLine:endColumn "text"`, the text with `\n` for a line break. */
  edits: string[]
}

/** What a host shows for each document, by the document's path in the project. */
export type Report = Map<string, Row[]>

export interface Place {
  line: number
  column: number
  endLine: number
  endColumn: number
}

export function written({line, column, endLine, endColumn}: Place): string {
  return `${line}:${column}-${endLine}:${endColumn}`
}

/** The place in front of a text such as `3:1-3:7 "text"`. */
export function placeIn(text: string): Place {
  const [line = 0, column = 0, endLine = 0, endColumn = 0] = (/^\d+:\d+-\d+:\d+/.exec(text)?.[0] ?? '')
    .split(/[:-]/)
    .map(Number)
  return {line, column, endLine, endColumn}
}

export function edit(place: Place, text: string): string {
  return `${written(place)} ${JSON.stringify(text.replaceAll('\r\n', '\n'))}`
}

/** The same order whatever the host's own is. */
export function inOrder(rows: readonly Row[]): Row[] {
  const key = ({at, rule, message}: Row) => {
    const {line, column, endLine, endColumn} = placeIn(at)
    const numbers = [line, column, endLine, endColumn].map(number => String(number).padStart(9, '0'))
    return [...numbers, rule, message].join(' ')
  }
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Rule id of a name such as `plan-no-placeholders`. */
export function withoutPrefix(name: string): string {
  return name.replace(/^plan-/, '')
}
