import {type Document, startingIn} from '../document.ts'
import type {Range} from '../finding.ts'
import type {Label} from '../labels.ts'
import type {Item} from '../markdown.ts'
import type {Title} from '../preset.ts'
import {matcherOf, titleKey} from '../titles.ts'
import {holdsLineReference, holdsPath} from '../values.ts'
import type {Lack} from './check.ts'
import {outerItems, wordsOf} from './parts.ts'

/** The place of an item: its first line. */
function lineOf(document: Document, item: Item): Range {
  return startingIn(document.lines, item)[0] ?? item
}

function labelsIn(document: Document, within: Range, titles: readonly Title[]): Label[] {
  const matcher = matcherOf(titles)
  return startingIn(document.labels, within).filter(({name}) => matcher.matches(name))
}

const pairLists = new Map<Title, readonly Title[]>()

function only(title: Title): readonly Title[] {
  const list = pairLists.get(title) ?? [title]
  pairLists.set(title, list)
  return list
}

/** A first half without its second: a risk that nothing is done about. */
export function checkPairs(document: Document, body: Range, first: Title, second: Title): Lack[] {
  const firsts = labelsIn(document, body, only(first))
  const seconds = labelsIn(document, body, only(second)).filter(({content: {start, end}}) =>
    /[\p{L}\p{N}]/u.test(document.text.slice(start, end)),
  )
  if (firsts.length === 0) return [{place: null, expected: `items with **${first}** and **${second}**`}]
  return firsts.flatMap((label, index) => {
    const until = firsts[index + 1]?.start ?? body.end
    const has = seconds.some(({start}) => start > label.start && start < until)
    return has
      ? []
      : [{place: {start: label.start, end: label.end}, expected: `a **${second}** for this ${titleKey(first)}`}]
  })
}

const reasonMark = /(?:\s[-–—]+\s|[(（;:：]|\bbecause\b|\bsince\b|\bdue to\b|\bas\b|\buntil\b|\bso that\b|,)\s*\S+/i

/** An item that says what, but not why. */
export function checkReasons(document: Document, body: Range, titles: readonly Title[]): Lack[] {
  const matcher = matcherOf(titles)
  return outerItems(document, body).flatMap(item => {
    const [label] = startingIn(document.labels, item)
    const line = lineOf(document, item)
    const isLabelled = label && label.start === line.start && matcher.matches(label.name)
    const from = isLabelled ? label.value.start : line.start
    const words = document.text.slice(from, item.end)
    const hasReason = reasonMark.test(words) || words.trim().includes('\n') || /[.!]\s+\p{Lu}/u.test(words)
    return hasReason ? [] : [{place: line, expected: 'a reason, after a dash'}]
  })
}

/** Lists of files to create, modify or delete without a path. */
export function checkChangePaths(document: Document, body: Range, titles: readonly Title[]): Lack[] {
  const labels = labelsIn(document, body, titles)
  if (labels.length === 0 && !holdsPath(document.text.slice(body.start, body.end)))
    return [{place: null, expected: `items such as "- ${titles[1] ?? titles[0]}: \`src/main.ts\`"`}]
  return labels
    .filter(({content: {start, end}}) => !holdsPath(document.text.slice(start, end)))
    .map(({line}) => ({place: line, expected: 'the path of a file'}))
}

/** Places in the code that are not named. */
export function checkFileReferences(
  document: Document,
  body: Range,
  {each, lines}: {each?: true; lines?: true},
): Lack[] {
  const holds = lines ? holdsLineReference : holdsPath
  const expected = lines ? 'a place in the code, such as `src/main.ts:42`' : 'the path of a file'
  if (!each) return holds(document.text.slice(body.start, body.end)) ? [] : [{place: null, expected}]
  const rows = startingIn(document.tables, body).flatMap(table => table.rows)
  const rowRanges = rows.flatMap(row => {
    const [first] = row
    return first ? [{start: first.start, end: row.at(-1)?.end ?? first.end}] : []
  })
  return [...outerItems(document, body), ...rowRanges]
    .filter(
      range =>
        !holds(document.text.slice(range.start, range.end)) && !/^(?:none|n\/a)\b/i.test(wordsOf(document, range)),
    )
    .map(range => ({place: startingIn(document.lines, range)[0] ?? range, expected}))
}
