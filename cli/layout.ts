import {stripVTControlCharacters} from 'node:util'
import {type Splitter, widthOf} from './reporters/cells.ts'

export type Paint = (text: string) => string

/** Running text, all painted alike; white space separates words. */
export interface Span {
  text: string
  paint?: Paint
}

/** Text that is printed as it is, and the columns it takes. */
interface Word {
  printed: string
  width: number
}

const plain: Paint = text => text

/** Puts `spans` into lines of at most `width` columns; a longer word gets a line of its own. Blanks count as one. */
export function wrapped(spans: readonly Span[], width: number, split: Splitter): string[] {
  const lines: string[] = []
  let line = ''
  let taken = 0
  for (const word of wordsOf(spans, split)) {
    if (line && taken + 1 + word.width > width) {
      lines.push(line)
      line = ''
      taken = 0
    }
    taken += word.width + (line ? 1 : 0)
    line += `${line && ' '}${word.printed}`
  }
  return [...lines, line]
}

function wordsOf(spans: readonly Span[], split: Splitter): Word[] {
  const words: Word[] = []
  let isOpen = false
  for (const {text, paint = plain} of spans) {
    for (const part of text.split(/([ \t\n]+)/)) {
      if (part === '') continue
      if (/^[ \t\n]/.test(part)) {
        isOpen = false
        continue
      }
      const last = isOpen ? words.pop() : undefined
      words.push({printed: (last?.printed ?? '') + paint(part), width: (last?.width ?? 0) + widthOf(part, split)})
      isOpen = true
    }
  }
  return words
}

/** One row of a table: the spans of each cell. */
export type Row = readonly (readonly Span[])[]

export interface TableLayout {
  split: Splitter
  /** Columns that the table may take. */
  width: number
  /** Between two cells. Default: two blanks. */
  gap?: string
}

/** The lines of each row, cells below each other; the widest columns are wrapped until the whole fits. */
export function tableRows(rows: readonly Row[], {split, width, gap = '  '}: TableLayout): string[][] {
  const count = Math.max(0, ...rows.map(row => row.length))
  const natural = Array.from({length: count}, (_, column) =>
    Math.max(0, ...rows.map(row => widthOfCell(row[column], split))),
  )
  const widths = fitted(natural, width - (count - 1) * gap.length)
  return rows.map(row => {
    const cells = widths.map((columns, column) => wrapped(row[column] ?? [], columns, split))
    const height = Math.max(1, ...cells.map(lines => lines.length))
    return Array.from({length: height}, (_, line) =>
      cells
        .map((lines, column) => padded(lines[line] ?? '', widths[column] ?? 0, split))
        .join(gap)
        .trimEnd(),
    )
  })
}

function widthOfCell(spans: readonly Span[] | undefined, split: Splitter): number {
  return wordsOf(spans ?? [], split).reduce((sum, {width}, index) => sum + width + (index > 0 ? 1 : 0), 0)
}

const narrowest = 8

/** `natural` widths, the greatest of them cut down together until they sum up to `available`. */
function fitted(natural: readonly number[], available: number): number[] {
  const widths = [...natural]
  let excess = widths.reduce((sum, width) => sum + width, 0) - available
  while (excess > 0) {
    const greatest = Math.max(...widths)
    if (greatest <= narrowest) break
    const next = Math.max(narrowest, ...widths.filter(width => width < greatest))
    const wide = widths.flatMap((width, column) => (width === greatest ? [column] : []))
    const step = Math.max(1, Math.min(greatest - next, Math.ceil(excess / wide.length)))
    for (const column of wide) widths[column] = greatest - step
    excess -= step * wide.length
  }
  return widths
}

/** Columns that `text`, which may be painted, takes. */
export function printedWidth(text: string, split: Splitter): number {
  return widthOf(stripVTControlCharacters(text), split)
}

function padded(text: string, width: number, split: Splitter): string {
  return text + ' '.repeat(Math.max(0, width - printedWidth(text, split)))
}
