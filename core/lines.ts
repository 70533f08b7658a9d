import type {Range} from './finding.ts'
import type {Item, Paragraph} from './markdown.ts'

/** One line of prose without its indentation, list marker, task box or quote marks. */
export interface Line extends Range {
  paragraph: Paragraph
  item: Item | null
  /** List nesting: 0 outside lists. */
  depth: number
  /** Whether it is the first line of its paragraph. */
  first: boolean
}

const margin = /^[ \t>]*/

/** Splits a paragraph into its lines; blank ones are left out. */
export function linesOf(text: string, paragraph: Paragraph): Line[] {
  const lines: Line[] = []
  const {item} = paragraph
  const depth = item?.depth ?? 0
  for (let from = paragraph.start; from < paragraph.end; ) {
    const feed = text.indexOf('\n', from)
    const to = feed < 0 || feed > paragraph.end ? paragraph.end : feed
    const raw = text.slice(from, to)
    const start = from + (margin.exec(raw)?.[0].length ?? 0)
    const end = from + raw.trimEnd().length
    if (start < end) lines.push({start, end, paragraph, item, depth, first: lines.length === 0})
    from = to + 1
  }
  return lines
}
