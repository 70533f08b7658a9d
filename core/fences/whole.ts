import type {Document} from '../document.ts'
import {infoOf} from '../fenced-code.ts'
import type {Fence} from '../markdown.ts'
import {holdsDocuments} from './reader.ts'

/** The block that shows a document and holds all there is, so that the plan is code to every reader; null where none does. */
export function blockAroundAll(document: Document): Fence | null {
  const {text, blocks, fenceTroubles} = document
  const first = blocks.find(({kind}) => kind !== 'comment')
  if (first?.kind !== 'fence' || !first.closed || fenceTroubles.length > 0) return null
  if (!holdsDocuments.test(infoOf(document, first).trim())) return null
  const isAlone = blocks.every(block => block === first || block.kind === 'comment')
  return isAlone && /^ {0,3}#{1,6}[ \t]+\S/m.test(text.slice(first.content.start, first.content.end)) ? first : null
}
