import type {Range} from '../../core/finding.ts'
import {placeOf} from '../../core/place.ts'
import type {SourceText} from '../../core/text.ts'

/** A stretch of a document as people count: 1-based, columns in UTF-16 units, `endColumn` exclusive. */
export interface Region {
  line: number
  column: number
  endLine: number
  endColumn: number
}

export function regionOf(source: SourceText, {start, end}: Range): Region {
  const [first, last] = [placeOf(source, start), placeOf(source, end)]
  return {line: first.line, column: first.column, endLine: last.line, endColumn: last.column}
}

/** The last line that holds something of the range: not the one that begins where the range ends. */
export function lastLineOf(source: SourceText, {start, end}: Range): number {
  return source.lineAt(Math.max(start, end - 1))
}
