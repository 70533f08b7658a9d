import {type CodeFunction, functionsIn} from './code/functions.ts'
import type {Language} from './code/languages.ts'
import type {Document} from './document.ts'
import {introductionOf, showsExistingCode} from './existing-code.ts'
import {codeOf, languageOfFence, sourceOf} from './fenced-code.ts'
import type {Range} from './finding.ts'
import type {Fence} from './markdown.ts'
import {oncePerPart} from './once.ts'
import {titleKey} from './titles.ts'

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

/** The functions in a block; none in one that shows existing code, or is in no language that the engine can read. */
export const functionsInFence = oncePerPart((document: Document, fence: Fence): readonly PlannedFunction[] => {
  const language = languageOfFence(document, fence)
  if (language === null || showsExistingCode(document, fence)) return []
  const {code, rangeOf} = codeOf(document, fence)
  return functionsIn(sourceOf(document, fence, language)).map(found => {
    const signature = code.slice(found.start, Math.max(found.start, found.bodyStart)).trimEnd()
    const hasBody = found.bodyStart >= 0
    const isCuttable =
      hasBody && code[found.bodyStart] === '{' && /[)\]\w>]$/.test(signature) && !signature.includes('=>')
    return {
      name: found.name,
      nameRange: rangeOf(found.nameStart, found.nameEnd),
      language,
      body: found.body,
      bodyRange: hasBody ? rangeOf(found.bodyStart, found.bodyEnd) : rangeOf(found.end, found.end),
      lines: hasBody ? code.slice(found.bodyStart, found.bodyEnd).trim().split('\n').length : 0,
      rest: isCuttable ? rangeOf(found.start + signature.length, found.bodyEnd) : null,
    }
  })
})

/**
 * The functions in a document's code blocks, but for blocks that show existing code and those under a heading or label
 * with one of the titles `exempt`.
 */
export function functionsOf(document: Document, exempt: readonly string[] = []): PlannedFunction[] {
  const titles = new Set(exempt.map(titleKey))
  return document.fences.flatMap(fence => {
    const functions = functionsInFence(document, fence)
    return functions.length > 0 && isUnder(document, fence, titles) ? [] : functions
  })
}
