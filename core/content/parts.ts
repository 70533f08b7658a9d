import {codeSpansIn, type Document, startingIn} from '../document.ts'
import type {Range} from '../finding.ts'
import type {Fence, Item} from '../markdown.ts'

/** The text of a range without list marker, task box and emphasis. */
export function wordsOf({text}: Document, {start, end}: Range): string {
  return text
    .slice(start, end)
    .replace(/^(?:[-*+]|\d+[.)])\s+/, '')
    .replace(/^\[[ xX]\]\s+/, '')
    .replace(/[*_`~]+/g, '')
    .trim()
}

/** The items of `within` that stand in no other item there. */
export function outerItems(document: Document, within: Range): Item[] {
  return startingIn(document.items, within).filter(({parent}) => parent === null || parent.start < within.start)
}

/** Fences of `within` that show code or data, not a picture. */
export function codeFences(document: Document, within: Range): Fence[] {
  return startingIn(document.fences, within)
}

const diagramLanguage = /^(?:mermaid|plantuml|puml|uml|dot|graphviz|d2|ditaa|svgbob|pikchr|asciiflow|ascii)\b/i
const drawing = /[┌┐└┘├┤┬┴┼─│╔╗╚╝═║▼▲◄►→←↓↑]|\+--+|--+>|<--+|==+>|^\s*[|v^]\s*$/m
const image = /!\[[^\]\n]*\](?:\([^)\s]+[^)\n]*\)|\[[^\]\n]*\])|<img\s|<svg[\s>]/i

/** Whether a fence is a diagram: a diagram language, or a drawing in characters. */
export function isDiagram(document: Document, fence: Fence): boolean {
  const info = document.text.slice(fence.info.start, fence.info.end).trim()
  if (diagramLanguage.test(info)) return true
  const isText = /^(?:text|txt|plaintext|plain)?$/i.test(info)
  return isText && drawing.test(document.text.slice(fence.content.start, fence.content.end))
}

/** Whether `within` holds a diagram or an image. */
export function holdsDiagram(document: Document, within: Range): boolean {
  const {text} = document
  if (startingIn(document.fences, within).some(fence => isDiagram(document, fence))) return true
  const prose = startingIn(document.blocks, within).filter(({kind}) => kind === 'paragraph' || kind === 'html')
  return prose.some(({start, end}) => image.test(text.slice(start, end)))
}

/** Inline code of a range, back-ticks off. */
export function inlineCode(document: Document, range: Range): string[] {
  return codeSpansIn(document.text, range).map(({start, end}) =>
    document.text.slice(start, end).replace(/`/g, '').trim(),
  )
}
