import {type Document, startingIn} from '../document.ts'
import type {Range} from '../finding.ts'
import {saysNone} from '../values.ts'
import {outerItems, wordsOf} from './parts.ts'

const longest = 600
const noSuchThing = /^no\s+\p{L}/iu

function isNothing(sentence: string): boolean {
  const words = sentence.replace(/^[\s(（>*_`~:：-]+/, '')
  return saysNone(words) || noSuchThing.test(words)
}

/** The sentences of `within` that stand in no list; those of the label's own line first. */
function sentencesIn(document: Document, within: Range): string[] {
  const {text} = document
  const feed = text.indexOf('\n', within.start)
  const onLine = text.slice(within.start, feed < 0 ? within.end : Math.min(feed, within.end))
  const lines = startingIn(document.lines, {start: within.start + onLine.length, end: within.end})
  const prose = lines.filter(({item}) => item === null || item.start < within.start)
  const words = [onLine, ...prose.map(({start, end}) => text.slice(start, end))]
  return words.flatMap(line => line.split(/(?<=[.!?。])\s+/)).filter(sentence => /[\p{L}\p{N}]/u.test(sentence))
}

/**
 * Whether an author says in a word that there is nothing to say here: `None`, `N/A - a new table`, `No new tests in this
 * phase`; in the first sentence, in any where there is no list, or in every item of the list.
 */
export function saysNothing(document: Document, within: Range): boolean {
  const items = outerItems(document, within)
  const isNone = items.map(item => saysNone(wordsOf(document, item)))
  if (items.length > 0 && !isNone.includes(false)) return true
  const startsWithList = items[0] && document.text.slice(within.start, items[0].start).trim() === ''
  if (startsWithList) return false
  const sentences = sentencesIn(document, within)
  const judged = items.length === 0 && within.end - within.start < longest ? sentences : sentences.slice(0, 1)
  return judged.some(isNothing)
}
