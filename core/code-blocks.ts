import {type CodeFunction, functionsIn} from './code/functions.ts'
import {type Language, languageOf} from './code/languages.ts'
import {type Document, firstAtOrAfter, startingIn} from './document.ts'
import type {Range} from './finding.ts'
import type {Fence} from './markdown.ts'
import {plainTitle, titleKey} from './titles.ts'

/** The code of a fence without the indentation and quote marks of its place, and the way back to the document. */
interface FencedCode {
  code: string
  /** Offset in the document of an offset in `code`. */
  toDocument(offset: number): number
}

/** A function in one of a document's code blocks, in offsets of the document. */
export interface PlannedFunction {
  name: string
  nameRange: Range
  language: Language
  body: CodeFunction['body']
  /** Empty where there is no body. */
  bodyRange: Range
  /** How many lines the body has. */
  lines: number
  /** What follows the signature: the body and the white space before it; null where cutting it leaves no signature. */
  rest: Range | null
}

function codeOf(document: Document, fence: Fence): FencedCode {
  const {text} = document
  const lineStart = text.lastIndexOf('\n', fence.start - 1) + 1
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
  return {
    code,
    toDocument(offset) {
      const line = lines[Math.max(0, firstAtOrAfter(starts, offset + 1) - 1)]
      return line ? line.document + offset - line.code : fence.content.start
    },
  }
}

const quoted =
  /^(?:before|current(?:ly)?|existing|old|original|previous(?:ly)?|today|now|as[ -]is|from|delete[d]?|remove[d]?|to be (?:deleted|removed|replaced)|replace|reference|example (?:of )?existing)\b/i
const quotedCode =
  /^\s*(?:\/\/|#|\/\*+)\s*(?:before|current|existing|old|original|previous|delete|remove|to be (?:deleted|removed|replaced))\b/i

/** The words that introduce a block: the line, label or heading right before it. */
function introductionOf(document: Document, fence: Fence): string {
  const before = document.blocks[firstAtOrAfter(document.blocks, fence.start) - 1]
  if (before?.kind === 'heading') return document.text.slice(before.title.start, before.title.end)
  if (before?.kind !== 'paragraph') return ''
  const line = startingIn(document.lines, before).at(-1)
  return line ? document.text.slice(line.start, line.end) : ''
}

/** Whether the block shows code as it is, not as it shall be. */
function showsExistingCode(document: Document, fence: Fence, code: string): boolean {
  const words = plainTitle(introductionOf(document, fence))
  return quoted.test(words) || /\((?:before|current|existing|old)\)\s*:?$/i.test(words) || quotedCode.test(code)
}

function isUnder(document: Document, fence: Fence, titles: ReadonlySet<string>): boolean {
  if (titles.size === 0) return false
  const around = (range: Range) => range.start <= fence.start && fence.start < range.end
  return (
    document.sections.some(section => around(section) && titles.has(titleKey(section.title))) ||
    document.labels.some(
      label => around({start: label.start, end: label.content.end}) && titles.has(titleKey(label.name)),
    ) ||
    titles.has(titleKey(introductionOf(document, fence)))
  )
}

function inFence(document: Document, fence: Fence, language: Language): PlannedFunction[] {
  const {code, toDocument} = codeOf(document, fence)
  if (showsExistingCode(document, fence, code)) return []
  return functionsIn(code, language).map(found => {
    const signature = code.slice(found.start, Math.max(found.start, found.bodyStart)).trimEnd()
    const hasBody = found.bodyStart >= 0
    const isCuttable =
      hasBody && code[found.bodyStart] === '{' && /[)\]\w>]$/.test(signature) && !signature.includes('=>')
    const at = (start: number, end: number) => ({
      start: toDocument(start),
      end: end > start ? toDocument(end - 1) + 1 : toDocument(start),
    })
    return {
      name: found.name,
      nameRange: at(found.nameStart, found.nameEnd),
      language,
      body: found.body,
      bodyRange: hasBody ? at(found.bodyStart, found.bodyEnd) : at(found.end, found.end),
      lines: hasBody ? code.slice(found.bodyStart, found.bodyEnd).trim().split('\n').length : 0,
      rest: isCuttable ? at(found.start + signature.length, found.bodyEnd) : null,
    }
  })
}

/**
 * The functions in a document's code blocks, but for blocks that show existing code and those under a heading or label
 * with one of the titles `exempt`.
 */
export function functionsOf(document: Document, exempt: readonly string[] = []): PlannedFunction[] {
  const titles = new Set(exempt.map(titleKey))
  return document.fences.flatMap(fence => {
    const language = languageOf(document.text.slice(fence.info.start, fence.info.end))
    return language && !isUnder(document, fence, titles) ? inFence(document, fence, language) : []
  })
}

const testName = /^(?:Test|Benchmark|Fuzz|Example)(?:_|\p{Lu}|$)/u

/** Whether a block of `language` inside `within` holds a function other than a test, with or without a body. */
export function hasFunctionsIn(document: Document, within: Range, language: string): boolean {
  return startingIn(document.fences, within).some(
    fence =>
      languageOf(document.text.slice(fence.info.start, fence.info.end)) === language &&
      inFence(document, fence, language as Language).some(({name}) => !testName.test(name)),
  )
}
