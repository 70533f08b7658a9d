import type {Document} from '../document.ts'
import type {Range} from '../finding.ts'
import {anyScript} from '../patterns.ts'
import {startingIn} from '../ranges.ts'
import {saysNone} from '../values.ts'
import {outerItems, wordsOf} from './parts.ts'

const longest = 600
const noSuchThing = anyScript(String.raw`^no\s+[\p{L}]`, 'i')

function isNothing(sentence: string): boolean {
  const words = sentence.replace(/^[\s(（>*_`~:：-]+/, '')
  return saysNone(words) || noSuchThing.test(words)
}

function sentencesOfLine(line: string): string[] {
  return line.split(/(?<=[.!?。])\s+/).filter(sentence => /[\p{L}\p{N}]/u.test(sentence))
}

/** The sentences of `within` that stand in no list; those of the label's own line first. */
function* sentencesIn(document: Document, within: Range): Generator<string> {
  const {text} = document
  const feed = text.indexOf('\n', within.start)
  const onLine = text.slice(within.start, feed < 0 ? within.end : Math.min(feed, within.end))
  yield* sentencesOfLine(onLine)
  for (const {item, start, end} of startingIn(document.lines, {...within, start: within.start + onLine.length})) {
    if (item === null || item.start < within.start) yield* sentencesOfLine(text.slice(start, end))
  }
}

/**
 * Whether an author says in a word that there is nothing to say here: `None`, `N/A - a new table`, `No new tests in this
 * phase`; in the first sentence, in any where there is no list, or in every item of the list.
 */
export function saysNothing(document: Document, within: Range): boolean {
  const items = outerItems(document, within)
  if (items.length > 0 && items.every(item => saysNone(wordsOf(document, item)))) return true
  const startsWithList = items[0] && document.text.slice(within.start, items[0].start).trim() === ''
  if (startsWithList) return false
  const sentences = sentencesIn(document, within)
  const isOnlyFirstJudged = items.length > 0 || within.end - within.start >= longest
  for (const sentence of sentences) {
    if (isNothing(sentence)) return true
    if (isOnlyFirstJudged) return false
  }
  return false
}
