import type {Document} from '../document.ts'
import type {Passage} from '../prose.ts'
import type {Slot} from './slots.ts'

const bracketed = /\[NEEDS CLARIFICATION\b[^\]]*\]/gi
const withQuestion = /(?<![\w"“`'])NEEDS CLARIFICATION\**\s*[:：]\s*(?=[^\s)\]])[^)\]\n|]*/g
const bare = /^[\s*_`([]*NEEDS CLARIFICATION[\s*_`)\].]*$/i
const aboutMarkers =
  /\b(?:no|none|zero|without|any|all|every|each|resolved?|resolving|removed?|cleared|mark(?:ed|s|ers?|ing)?|items?|placeholders?|tags?|left|remain(?:s|ing)?|if|never|fix(?:ed)?|limit|max(?:imum)?)\b|없|해결|제거|모든|无|没有|已解决|所有|全部/i

/** Live `NEEDS CLARIFICATION` markers of a passage; talk about markers is none. */
export function markersIn(document: Document, passage: Passage): Slot[] {
  if (!/needs clarification/i.test(passage.text)) return []
  const found: Slot[] = []
  const inCode = (offset: number) => passage.codeSpans.some(({start, end}) => start <= offset && offset < end)
  const take = (start: number, text: string) => {
    const end = start + text.trimEnd().length
    if (inCode(start) || isStruck(document, start)) return
    found.push({start, end, text: document.text.slice(start, end)})
  }
  for (const match of passage.text.matchAll(bracketed)) {
    const start = passage.start + match.index
    const question = /[:：-]\s*\S/.test(match[0])
    if (question || !aboutMarkers.test(lineAround(document, start).replace(match[0], ''))) take(start, match[0])
  }
  for (const match of passage.text.matchAll(withQuestion)) {
    const start = passage.start + match.index
    if (document.text[start - 1] === '[') continue
    if (!aboutMarkers.test(lineAround(document, start).slice(0, 0) + before(document, start))) take(start, match[0])
  }
  for (const place of passage.spots) {
    if (place.kind === 'heading') continue
    const words = document.text.slice(place.start, place.end)
    if (bare.test(words)) {
      const lead = words.search(/NEEDS/i)
      const bracket = words[lead - 1] === '[' ? 1 : 0
      take(place.start + lead - bracket, words.slice(lead - bracket).replace(/[\s*_`.)]+$/, ''))
    }
  }
  return found
}

function lineAround(document: Document, offset: number): string {
  return document.source.lineText(document.source.lineAt(offset))
}

function before(document: Document, offset: number): string {
  return document.text.slice(document.source.lineStart(document.source.lineAt(offset)), offset)
}

function isStruck(document: Document, offset: number): boolean {
  const line = lineAround(document, offset)
  return /~~.*NEEDS CLARIFICATION.*~~/i.test(line) || /^\s*(?:[-*+]|\d+[.)])\s+\[[xX]\]/.test(line)
}
