import {type CodeFunction, functionsIn} from './code/functions.ts'
import type {Language} from './code/languages.ts'
import type {Document} from './document.ts'
import {introductionOf, showsExistingCode} from './existing-code.ts'
import {codeOf, languageOfFence, sourceOf} from './fenced-code.ts'
import type {Range} from './finding.ts'
import type {Fence} from './markdown.ts'
import {oncePerPart} from './once.ts'
import {haveAround, merged} from './ranges.ts'
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

/** The places of a document under a heading or label with one of `titles`, in order and without overlap. */
function placesUnder({sections, labels}: Document, titles: ReadonlySet<string>): Range[] {
  return merged([
    ...sections.filter(({title}) => titles.has(titleKey(title))),
    ...labels.filter(({name}) => titles.has(titleKey(name))).map(({start, content}) => ({start, end: content.end})),
  ])
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
  const places = titles.size === 0 ? [] : placesUnder(document, titles)
  const isExempt = (fence: Fence) =>
    haveAround(places, fence.start) || titles.has(titleKey(introductionOf(document, fence)))
  return document.fences.flatMap(fence => {
    const functions = functionsInFence(document, fence)
    return functions.length > 0 && isExempt(fence) ? [] : functions
  })
}
