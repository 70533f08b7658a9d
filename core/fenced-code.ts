import {type Code, codeIn} from './code/code.ts'
import {type Language, languageOf} from './code/languages.ts'
import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import type {Fence} from './markdown.ts'
import {oncePerPart} from './once.ts'
import {firstAtOrAfter} from './ranges.ts'
import {lineStartOf} from './text.ts'

/** The code of a fence without the indentation and quote marks of its place, and the way back to the document. */
export interface FencedCode {
  code: string
  /** Place in the document of a stretch of `code`. */
  rangeOf(start: number, end: number): Range
}

/** A line of the code of a fence, in offsets of that code. */
interface CodeLine extends Range {
  /** Where it begins in the document. */
  place: number
}

/** With the line break at the end of its last line. */
function codeWithoutMargin(text: string, {start, end}: Range): FencedCode {
  const isCutOff = start < end && text[end - 1] !== '\n' && text[end] === '\n'
  return {
    code: text.slice(start, isCutOff ? end + 1 : end),
    rangeOf: (from, to) => ({start: start + from, end: start + to}),
  }
}

export const codeOf = oncePerPart(({text}: Document, fence: Fence): FencedCode => {
  const lineStart = lineStartOf(text, fence.start)
  const width = fence.start - lineStart
  const margin = width > 0 || fence.quoted ? new RegExp(`^(?:[ \\t]*>)*[ \\t]{0,${Math.min(width, 200)}}`) : null
  if (!margin) return codeWithoutMargin(text, fence.content)
  const lines: CodeLine[] = []
  let code = ''
  for (let from = fence.content.start; from < fence.content.end; ) {
    const feed = text.indexOf('\n', from)
    const to = feed < 0 || feed > fence.content.end ? fence.content.end : feed + 1
    const line = text.slice(from, to)
    const skipped = margin.exec(line)?.[0].length ?? 0
    lines.push({start: code.length, end: code.length + line.length - skipped, place: from + skipped})
    code += line.slice(skipped)
    from = to
  }
  const placeOf = (offset: number) => {
    const line = lines[Math.max(0, firstAtOrAfter(lines, offset + 1) - 1)]
    return line ? line.place + offset - line.start : fence.content.start
  }
  return {
    code,
    rangeOf: (start, end) => ({start: placeOf(start), end: end > start ? placeOf(end - 1) + 1 : placeOf(start)}),
  }
})

/** The words after the opening marks. */
export function infoOf(document: Document, fence: Fence): string {
  return document.text.slice(fence.info.start, fence.info.end)
}

/** The language that a fence names; null where it is none that the engine can read. */
export const languageOfFence = oncePerPart((document: Document, fence: Fence) => languageOf(infoOf(document, fence)))

/** The code of a fence as a piece of `language`. */
export function sourceOf(document: Document, fence: Fence, language: Language): Code {
  return document.memory.recall(codeIn, codeOf(document, fence).code, language)
}
