import type {Fence} from '../markdown.ts'
import {lineStartOf} from '../text.ts'
import {fenceLinesIn, isContentOf, partsOfDocument, widthOf} from './lines.ts'
import {FenceReader, holdsDocuments} from './reader.ts'
import {type EarlyClose, earlyCloseIn} from './stray.ts'
import {type FenceTrouble, troubleAt} from './trouble.ts'

export interface Repair {
  /** The text with its fences as the author meant them, same length. */
  text: string
  troubles: FenceTrouble[]
  /** From here on nobody can tell what is inside a fence and what is not. */
  unreadableFrom: number | null
}

/** Whether a fence holds a line that opens another block, which CommonMark takes for content. */
function holdsOpening(text: string, fence: Fence): boolean {
  const {start, end} = fence.content
  const marker = /^(`{3,}|~{3,})/.exec(text.slice(fence.start, start))?.[1]
  if (!marker || !text.slice(start, end).includes(marker)) return false
  const lineStart = lineStartOf(text, fence.start)
  const indent = widthOf(text.slice(lineStart, fence.start))
  return fenceLinesIn(text, start, end).some(
    line =>
      line.info !== '' &&
      line.marker[0] === marker[0] &&
      line.marker.length >= marker.length &&
      !isContentOf(line, indent),
  )
}

/** Whether a block closes further to the right than it opens, and so far to the right the next one opens: a pair in it. */
function isIndentedPair(text: string, fence: Fence, next: Fence): boolean {
  const marginBefore = (offset: number) => widthOf(/^[ \t]*/.exec(text.slice(lineStartOf(text, offset)))?.[0] ?? '')
  const margin = marginBefore(fence.end)
  return margin > marginBefore(fence.start) && margin === marginBefore(next.start) && next.closed
}

/**
 * Ends of the lines without info string that close a block showing a document, but were meant to open one inside: the
 * words go on right below such a line and right above the next, behind which stands more of the document.
 */
function innerOpenings(text: string, fences: readonly Fence[]): Set<number> {
  const ends = new Set<number>()
  fences.forEach((fence, index) => {
    const next = fences[index + 1]
    if (!next || !fence.closed || next.info.start < next.info.end) return
    if (!holdsDocuments.test(text.slice(fence.info.start, fence.info.end))) return
    const between = text.slice(fence.end, next.start)
    const rest = text.slice(next.content.start, next.content.end)
    const goesOn = /^\n[^\n]*\S/.test(between) && /[^\s:：][ \t]*\n[ \t>]*$/.test(between)
    if (isIndentedPair(text, fence, next)) ends.add(fence.end)
    else if (goesOn && (partsOfDocument(rest) > 0 || rest.trim() === '')) ends.add(fence.end)
  })
  return ends
}

/** The trouble may have begun in a block that shows a document and seems closed; reading starts with the last of them. */
function startOfReading(text: string, fences: readonly Fence[], first: Fence): number {
  const before = fences.filter(fence => fence.start <= first.start)
  const document = before.findLast(({info}) => holdsDocuments.test(text.slice(info.start, info.end)))
  return lineStartOf(text, (document ?? first).start)
}

/** Reads on behind the line that was meant to close a block closed too early. */
function repairBehind(early: EarlyClose): Repair {
  const reader = new FenceReader(early.text, early.end, new Set())
  const repaired = reader.read()
  return {text: repaired, troubles: [early.trouble, ...reader.troubles], unreadableFrom: reader.unreadableFrom}
}

/**
 * Finds the fences that CommonMark reads otherwise than their author meant, and mends the reading. Returns null where
 * all is well, which a look at the parsed fences tells at once.
 */
export function repairFences(text: string, fences: readonly Fence[]): Repair | null {
  const inner = innerOpenings(text, fences)
  const first = fences.find(fence => !fence.closed || inner.has(fence.end) || holdsOpening(text, fence))
  const early = earlyCloseIn(text, fences)
  if (early && (!first || first.start >= early.start)) return repairBehind(early)
  if (!first) return null
  const reader = new FenceReader(text, startOfReading(text, fences, first), inner)
  const repaired = reader.read()
  reader.troubles.sort((a, b) => a.start - b.start)
  if (reader.troubles.length > 0)
    return {text: repaired, troubles: reader.troubles, unreadableFrom: reader.unreadableFrom}
  if (first.closed) return null
  const marker = /`{3,}|~{3,}/.exec(text.slice(first.start, first.end))?.[0] ?? '```'
  const end = Math.min(first.info.end, first.end)
  return {
    text,
    troubles: [troubleAt({markerStart: first.start, end, marker}, {kind: 'unclosed'})],
    unreadableFrom: first.start,
  }
}
