import type {Range} from './finding.ts'
import type {Item, Paragraph} from './markdown.ts'
import {lineStartOf} from './text.ts'

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

function columnOf(text: string, offset: number): number {
  return offset - lineStartOf(text, offset)
}

/**
 * The item that a reader takes a line for part of. CommonMark lets a line directly under an item continue it however far
 * left it stands; one that starts no further in than the item's marker is seen as text after the list.
 */
function ownerOf(text: string, item: Item | null, lineStart: number): Item | null {
  const column = columnOf(text, lineStart)
  let owner = item
  while (owner && column <= columnOf(text, owner.start)) owner = owner.parent
  return owner
}

/** Splits a paragraph into its lines; blank ones are left out. */
export function linesOf(text: string, paragraph: Paragraph): Line[] {
  const lines: Line[] = []
  for (let from = paragraph.start; from < paragraph.end; ) {
    const feed = text.indexOf('\n', from)
    const to = feed < 0 || feed > paragraph.end ? paragraph.end : feed
    const raw = text.slice(from, to)
    const start = from + (margin.exec(raw)?.[0].length ?? 0)
    const end = from + raw.trimEnd().length
    const first = lines.length === 0
    const item = first ? paragraph.item : ownerOf(text, paragraph.item, start)
    if (start < end) lines.push({start, end, paragraph, item, depth: item?.depth ?? 0, first})
    from = to + 1
  }
  return lines
}
