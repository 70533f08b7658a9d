import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import type {Fence} from './markdown.ts'
import {firstAtOrAfter} from './ranges.ts'
import {lineStartOf} from './text.ts'

/** The code of a fence without the indentation and quote marks of its place, and the way back to the document. */
export interface FencedCode {
  code: string
  /** Place in the document of a stretch of `code`. */
  rangeOf(start: number, end: number): Range
}

export function codeOf(document: Document, fence: Fence): FencedCode {
  const {text} = document
  const lineStart = lineStartOf(text, fence.start)
  const width = fence.start - lineStart
  const margin = new RegExp(`^(?:[ \\t]*>)*[ \\t]{0,${Math.min(width, 200)}}`)
  const lines: {code: number; document: number}[] = []
  let code = ''
  for (let from = fence.content.start; from < fence.content.end; ) {
    const feed = text.indexOf('\n', from)
    const to = feed < 0 || feed > fence.content.end ? fence.content.end : feed + 1
    const line = text.slice(from, to)
    const skipped = width > 0 || fence.quoted ? (margin.exec(line)?.[0].length ?? 0) : 0
    lines.push({code: code.length, document: from + skipped})
    code += line.slice(skipped)
    from = to
  }
  const starts = lines.map(line => ({start: line.code, end: line.code}))
  const placeOf = (offset: number) => {
    const line = lines[Math.max(0, firstAtOrAfter(starts, offset + 1) - 1)]
    return line ? line.document + offset - line.code : fence.content.start
  }
  return {
    code,
    rangeOf: (start, end) => ({start: placeOf(start), end: end > start ? placeOf(end - 1) + 1 : placeOf(start)}),
  }
}

/** The words after the opening marks. */
export function infoOf(document: Document, fence: Fence): string {
  return document.text.slice(fence.info.start, fence.info.end)
}
