import type {Position, SourceText} from './text.ts'

/**
 * Line and column as editors show them: a byte order mark at the beginning of a file is in the offsets, but no editor
 * counts it as a column.
 */
export function placeOf(source: SourceText, offset: number): Position {
  const {line, column} = source.positionAt(offset)
  const hasMark = line === 1 && source.text.startsWith('\ufeff')
  return {line, column: hasMark ? Math.max(1, column - 1) : column}
}
