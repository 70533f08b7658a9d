import type {Document} from '../document.ts'
import type {Passage} from '../prose.ts'
import {haveAround} from '../ranges.ts'
import type {Slot} from './slots.ts'

const bracketed = /\[NEEDS CLARIFICATION\b[^\]]{0,2000}\]/gi
const withQuestion = /(?<![\w"“`'[])NEEDS CLARIFICATION\**\s*[:：]\s*(?=[^\s)\]])[^\]|\n]*/g
const bare = /^([\s*_`(]*)(\[?NEEDS CLARIFICATION\]?)[\s*_`).]*$/i
const aboutMarkers =
  /\b(?:no|none|zero|without|any|all|every|each|resolved?|resolving|removed?|cleared|mark(?:ed|s|ers?|ing)?|items?|placeholders?|tags?|left|remain(?:s|ing)?|if|never|fix(?:ed)?|limit|max(?:imum)?|sin|ning[uú]n[oa]?|nenhuma?|sem|tod[oa]s|resuelt[oa]s?|resolvid[oa]s?)\b|なし|解決|すべて|全て|없|해결|제거|모든|无|没有|已解决|所有|全部/i

/** How far from a marker words are about it. */
const reach = 400

function lineAround({source, text}: Document, offset: number): string {
  const line = source.lineAt(offset)
  return text.slice(Math.max(source.lineStart(line), offset - reach), Math.min(source.lineEnd(line), offset + reach))
}

function lineBefore({source, text}: Document, offset: number): string {
  return text.slice(Math.max(source.lineStart(source.lineAt(offset)), offset - reach), offset)
}

function isDone(document: Document, offset: number): boolean {
  if (holdsStruckMarker(lineAround(document, offset))) return true
  const start = document.source.lineStart(document.source.lineAt(offset))
  return /^\s*(?:[-*+]|\d+[.)])\s+\[[xX]\]/.test(document.text.slice(start, start + reach))
}

function holdsStruckMarker(line: string): boolean {
  const strike = line.indexOf('~~')
  return strike >= 0 && mayHoldMarkers(line.slice(strike + 2, Math.max(strike + 2, line.lastIndexOf('~~'))))
}

/** A marker in round brackets ends with them. */
function withoutClosing(words: string, isInParentheses: boolean): string {
  if (!isInParentheses) return words
  let depth = 1
  for (let index = 0; index < words.length; index++) {
    if (words[index] === '(') depth++
    else if (words[index] === ')' && --depth === 0) return words.slice(0, index)
  }
  return words
}

/** What all markers have in them. */
export const clarification = /needs clarification/i

/** Whether a text may hold a marker. */
export function mayHoldMarkers(text: string): boolean {
  return clarification.test(text)
}

/** Live `NEEDS CLARIFICATION` markers of a passage; talk about markers is none. */
export function markersIn(document: Document, passage: Passage): Slot[] {
  const {text} = passage
  if (!mayHoldMarkers(text)) return []
  const candidates: {start: number; text: string}[] = []
  for (const {0: marker, index} of text.matchAll(bracketed)) {
    const start = passage.start + index
    const asks = /[:：-]\s*\S/.test(marker)
    if (asks || !aboutMarkers.test(lineAround(document, start).replace(marker, '')))
      candidates.push({start, text: marker})
  }
  for (const {0: marker, index} of text.matchAll(withQuestion)) {
    const start = passage.start + index
    if (aboutMarkers.test(lineBefore(document, start))) continue
    candidates.push({start, text: withoutClosing(marker, text[index - 1] === '(').trimEnd()})
  }
  for (const {kind, start, end} of passage.spots) {
    const [, lead = '', marker] = bare.exec(document.text.slice(start, end)) ?? []
    if (marker && kind !== 'heading') candidates.push({start: start + lead.length, text: marker})
  }
  const inCode = (offset: number) => haveAround(passage.codeSpans, offset)
  return candidates
    .filter(({start}) => !inCode(start) && !isDone(document, start))
    .map(({start, text: marker}) => ({start, end: start + marker.length, text: marker}))
}
