import type {Range} from '../core/finding.ts'
import type {Place} from '../core/inspection/inspection.ts'
import type {PlainText} from '../core/line-breaks.ts'
import {placeOf} from '../core/place.ts'
import type {SourceText} from '../core/text.ts'

/** Where `range` of the plain text is in the file as it is on the disk. */
export function placeIn({plain, source}: {plain: PlainText; source: SourceText}, range: Range): Place {
  const start = placeOf(source, plain.toOriginal(range.start))
  const end = placeOf(source, plain.toOriginal(range.end))
  return {line: start.line, column: start.column, endLine: end.line, endColumn: end.column}
}
