import type {Document} from '../document.ts'
import type {Range} from '../finding.ts'
import type {Fence, Item} from '../markdown.ts'
import {startingIn} from '../ranges.ts'
import type {Section} from '../sections.ts'

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

/** The headings of `within` that stand under no other heading there. */
export function outerSections(document: Document, within: Range): Section[] {
  return startingIn(document.sections, within).filter(({parent}) => parent === null || parent.start < within.start)
}

const diagramLanguage = /^(?:mermaid|plantuml|puml|uml|dot|graphviz|d2|ditaa|svgbob|pikchr|asciiflow|ascii)\b/i
const drawing = /[┌┐└┘├┤┬┴┼─│╔╗╚╝═║▼▲◄►→←↓↑]|\+--|-->|<--|==>|^[^\S\r\n\u2028\u2029]*[|v^][^\S\r\n\u2028\u2029]*$/m
const image = /!\[(?:(?!!\[)[^\]\n])*\](?:\([^)\s](?:(?!!\[)[^)\n])*\)|\[[^\]\n]*\])|<img\s|<svg[\s>]/i

/** Whether a fence is a diagram: a diagram language, or a drawing in characters. */
function isDiagram(document: Document, fence: Fence): boolean {
  const info = document.text.slice(fence.info.start, fence.info.end).trim()
  if (diagramLanguage.test(info)) return true
  const isText = /^(?:text|txt|plaintext|plain)?$/i.test(info)
  return isText && drawing.test(document.text.slice(fence.content.start, fence.content.end))
}

/** Whether `within` holds a diagram or an image. */
export function holdsDiagram(document: Document, within: Range): boolean {
  const {text} = document
  if (startingIn(document.fences, within).some(fence => isDiagram(document, fence))) return true
  return startingIn(document.blocks, within).some(({kind, start, end}) => {
    const words = text.slice(start, end)
    return kind === 'code' ? drawing.test(words) : (kind === 'paragraph' || kind === 'html') && image.test(words)
  })
}
