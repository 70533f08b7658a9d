import type {Range} from '../../core/finding.ts'
import type {SourceText} from '../../core/text.ts'
import {type Cell, cellsOf, type Splitter} from './cells.ts'

export interface FrameLine {
  /** 1-based; absent for the line of marks below a line, and for left out lines. */
  line?: number
  text: string
}

const mostLines = 4

/**
 * The lines of `ranges` (at least one, in order) with marks under them, each at most `width` columns wide: of a longer
 * line the part around the ranges. Tabs are four columns; wide and combined characters count as a terminal shows them.
 */
export function codeFrame(source: SourceText, ranges: readonly Range[], width: number, split: Splitter): FrameLine[] {
  const range = {start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0}
  const first = source.lineAt(range.start)
  const last = Math.max(first, source.lineAt(Math.max(range.start, range.end - 1)))
  const isLong = last - first >= mostLines
  const frame: FrameLine[] = []
  for (let line = first; line <= last; line++) {
    if (isLong && line === first + mostLines - 2) {
      frame.push({text: `… ${last - line} more lines`})
      line = last
    }
    frame.push(...framed(source, line, ranges, width, split))
  }
  return frame
}

function framed(
  source: SourceText,
  line: number,
  ranges: readonly Range[],
  width: number,
  split: Splitter,
): FrameLine[] {
  const lineStart = source.lineStart(line)
  const lineEnd = source.lineEnd(line)
  const parts = ranges.map(range => onLine(range, lineStart, lineEnd, indentOf(source.lineText(line))))
  const isMarked = (cell: Cell) => parts.some(({start, end}) => cell.end > start && cell.start < end)
  const start = parts[0]?.start ?? lineStart

  // Of a very long line no more is looked at than could be shown.
  const from = Math.max(lineStart, start - 2 * width)
  const to = Math.min(lineEnd, start + 2 * width)
  const all = cellsOf(source.text.slice(from, to), from, split)
  const cells = cut(all, isMarked, width - 2)
  const before = (cells[0]?.start ?? lineStart) > lineStart ? '…' : ''
  const after = (cells.at(-1)?.end ?? lineEnd) < lineEnd ? '…' : ''
  const marks = cells.map(cell => (isMarked(cell) ? '^' : ' ').repeat(cell.width)).join('')
  const atEnd = parts.some(part => part.start === lineEnd && part.end > lineEnd) ? '^' : ''

  const text = `${before}${cells.map(cell => cell.text).join('')}${after}`
  const below = `${before && ' '}${marks}${atEnd}`.trimEnd()
  return [{line, text: text.trimEnd()}, ...(below ? [{text: below}] : [])]
}

/** The part of `range` on a line; on the lines after its first without their indentation. */
function onLine(range: Range, lineStart: number, lineEnd: number, indent: number): Range {
  if (range.start < lineStart) return {start: lineStart + indent, end: Math.min(range.end, lineEnd)}
  const start = Math.min(range.start, lineEnd)
  // An empty range is shown by one mark: under the character that follows, at a line end under nothing.
  return {start, end: Math.max(Math.min(range.end, lineEnd), start + 1)}
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length
}

/** The part of `cells` that is at most `width` columns wide and holds the marked cells, or their beginning. */
function cut(cells: readonly Cell[], isMarked: (cell: Cell) => boolean, width: number): readonly Cell[] {
  const columns: number[] = []
  let total = 0
  for (const cell of cells) {
    columns.push(total)
    total += cell.width
  }
  if (total <= width) return cells
  const columnOf = (index: number) => columns[index] ?? total
  const start = columnOf(cells.findIndex(isMarked))
  const last = cells.findLastIndex(isMarked)
  const end = last < 0 ? total : columnOf(last + 1)
  const context = Math.max(Math.floor(width / 5), Math.floor((width - (end - start)) / 2))
  const left = end <= width ? 0 : Math.min(start - context, total - width)
  return cells.filter((cell, index) => columnOf(index) >= left && columnOf(index) + cell.width <= left + width)
}
