import type {Fence} from '../markdown.ts'
import {lineStartOf} from '../text.ts'
import {type FenceLine, fenceLinesIn, partsOfDocument} from './lines.ts'
import {holdsDocuments} from './reader.ts'
import {type FenceTrouble, troubleAt} from './trouble.ts'

/** A block that shows a document and was closed too early, with the line that was meant to close it. */
export interface EarlyClose {
  trouble: FenceTrouble
  /** The text with the whole block and that line blanked. */
  text: string
  /** That line. */
  start: number
  end: number
}

const heading = /^#{2,6}[ \t]/m

/**
 * A line of ticks above a blank line and a heading, which opens a block of more than one part of a document, was meant to
 * close the document shown before; a block in that one did so already. Gives that line.
 */
function strayIn(text: string, {start, info, content}: Fence): FenceLine | null {
  if (info.start < info.end) return null
  const words = text.slice(content.start, content.end)
  if (!heading.test(words) || partsOfDocument(words) < 2) return null
  const [line] = fenceLinesIn(text, lineStartOf(text, start), content.start)
  return line?.endsBlock ? line : null
}

/** Finds the first line that was meant to close a block which CommonMark took to be closed long before. */
export function earlyCloseIn(text: string, fences: readonly Fence[]): EarlyClose | null {
  let shown: Fence | null = null
  for (const fence of fences) {
    const stray = shown && strayIn(text, fence)
    if (shown && stray) return closeOf(text, shown, stray)
    if (fence.closed && holdsDocuments.test(text.slice(fence.info.start, fence.info.end))) shown = fence
  }
  return null
}

function closeOf(text: string, shown: Fence, stray: FenceLine): EarlyClose | null {
  const lineStart = lineStartOf(text, shown.start)
  const inside = fenceLinesIn(text, lineStart, stray.start)
  const [opening] = inside
  const inner = inside.find(line => line.start > shown.start && line.end >= shown.end)
  if (!opening || !inner) return null
  const {marker} = opening
  const longest = inside.reduce((most, line) => Math.max(most, line.marker.length), stray.marker.length)
  return {
    trouble: troubleAt(opening, {
      kind: 'too-short',
      inner,
      closing: stray.marker === marker ? {start: stray.markerStart, end: stray.end} : null,
      longer: marker.charAt(0).repeat(longest + 1),
    }),
    text: `${text.slice(0, lineStart)}${text.slice(lineStart, stray.end).replace(/[^\n]/g, ' ')}${text.slice(stray.end)}`,
    start: stray.start,
    end: stray.end,
  }
}
