import type {Document} from '../document.ts'
import type {Range} from '../finding.ts'
import type {Label} from '../labels.ts'
import type {Item} from '../markdown.ts'
import {literally} from '../patterns.ts'
import type {Title} from '../preset.ts'
import {startingIn} from '../ranges.ts'
import {matcherOf, titleKey} from '../titles.ts'
import {holdsLineReference, holdsPath, saysNone} from '../values.ts'
import type {FaultyPart, Lack} from './check.ts'
import {outerItems, outerSections, wordsOf} from './parts.ts'
import {columnOf, rowPlace} from './tables.ts'

/** The place of an item: its first line. */
function lineOf(document: Document, item: Item): FaultyPart {
  const {start, end} = startingIn(document.lines, item)[0] ?? item
  return {start, end, part: 'item'}
}

function labelsIn(document: Document, within: Range, titles: readonly Title[]): Label[] {
  const matcher = matcherOf(titles)
  return startingIn(document.labels, within).filter(({name}) => matcher.matches(name))
}

const numberedTitles = new Map<Title, readonly Title[]>()

/** A title with and without a number: `Risk`, `Risk 2`. */
function withNumber(title: Title): readonly Title[] {
  const titles = numberedTitles.get(title) ?? [title, `${title} {n}`, `${title} {n}…`]
  numberedTitles.set(title, titles)
  return titles
}

/** Where each first half stands that is written as a label, a heading or an item with both halves. */
function firstHalves(document: Document, body: Range, first: Title, second: Title): Range[] {
  const titles = withNumber(first)
  const labels = labelsIn(document, body, titles).map(({start, end}) => ({start, end}))
  if (labels.length > 0) return labels
  const matcher = matcherOf(titles)
  const headings = outerSections(document, body)
    .filter(({title}) => matcher.matches(title))
    .map(({heading}) => heading.title)
  if (headings.length > 0) return headings
  const items = outerItems(document, body)
  const haveSeconds = items.some(({start, end}) => holdsSecond(document.text.slice(start, end), second))
  return haveSeconds ? items.map(item => lineOf(document, item)) : []
}

const arrow = /→|⇒|->|=>/

/** Whether `words` say something after an arrow or after the name of the second half. */
function holdsSecond(words: string, second: Title): boolean {
  const plain = words.replace(/[*_`]+/g, '')
  const name = new RegExp(`${literally(second)}s?\\s*[:：–—-]`, 'i')
  const rest = plain.split(name.test(plain) ? name : arrow).slice(1)
  return rest.some(part => /[\p{L}\p{N}]/u.test(part))
}

/** Rows of a table with a column for each half whose second half is empty; null where there is no such table. */
function halfRows(document: Document, body: Range, first: Title, second: Title): FaultyPart[] | null {
  for (const table of startingIn(document.tables, body)) {
    const column = columnOf(document, table, second)
    if (column < 0 || columnOf(document, table, first) < 0 || table.rows.length === 0) continue
    return table.rows.filter(row => !row[column] || row[column].start === row[column].end).map(rowPlace)
  }
  return null
}

/** A first half without its second: a risk that nothing is done about. */
export function checkPairs(document: Document, body: Range, first: Title, second: Title): Lack[] {
  const expected = `a "${second}" for the ${titleKey(first)}`
  const rows = halfRows(document, body, first, second)
  if (rows) return rows.map(place => ({place, expected}))
  const firsts = firstHalves(document, body, first, second)
  if (firsts.length === 0) return [{place: null, expected: `items such as "**${first}**: … → **${second}**: …"`}]
  return firsts.flatMap(({start, end}, index): Lack[] => {
    const until = firsts[index + 1]?.start ?? body.end
    if (holdsSecond(document.text.slice(start, until), second)) return []
    return [{place: {start, end, part: 'item'}, expected}]
  })
}

const reasonMark =
  /(?:\s[-–—]+\s|[(（;:：,，、]|\b(?:because|since|due to|as|until|so that|when|once)\b)\s*\S+|때문|위해|므로|因为|由于/i

/** An item that says what, but not why. */
export function checkReasons(document: Document, body: Range, titles: readonly Title[]): Lack[] {
  const matcher = matcherOf(titles)
  return outerItems(document, body).flatMap((item): Lack[] => {
    const [label] = startingIn(document.labels, item)
    const line = lineOf(document, item)
    const isLabelled = label && label.start === line.start && matcher.matches(label.name)
    const words = document.text.slice(isLabelled ? label.value.start : line.start, item.end)
    const hasReason = reasonMark.test(words) || words.trim().includes('\n') || /[.!]\s+\p{Lu}/u.test(words)
    return hasReason || saysNone(words) ? [] : [{place: line, expected: 'a reason, after a dash'}]
  })
}

/** Lists of files to create, modify or delete without a path. */
export function checkChangePaths(document: Document, body: Range, titles: readonly Title[]): Lack[] {
  const labels = labelsIn(document, body, titles)
  const holds = ({start, end}: Range) => {
    const words = document.text.slice(start, end)
    const isNone = saysNone(words.replace(/^[\s*_`-]+/, '')) || /\bno (?:code |file )?changes?\b/i.test(words)
    return holdsPath(words) || isNone
  }
  if (labels.length === 0 && !holds(body)) {
    return [{place: null, expected: `items such as "- ${titles[1] ?? titles[0]}: \`src/main.ts\`"`}]
  }
  return labels
    .filter(({content}) => !holds(content))
    .map(({line: {start, end}}) => ({place: {start, end, part: 'item'}, expected: 'the path of a file'}))
}

/** Places in the code that are not named. */
export function checkFileReferences(
  document: Document,
  body: Range,
  {each, lines}: {each?: true; lines?: true},
): Lack[] {
  const holds = lines ? holdsLineReference : holdsPath
  const expected = lines ? 'a file with its line, such as `src/main.ts:42`' : 'the path of a file'
  const wordsIn = ({start, end}: Range) => document.text.slice(start, end)
  if (!each) return holds(wordsIn(body)) ? [] : [{place: null, expected}]
  const names = (range: Range) => holds(wordsIn(range)) || /^no\s/i.test(wordsOf(document, range))
  const isFine = (range: Range) => names(range) || saysNone(wordsOf(document, range))
  const items = outerItems(document, body).filter(item => !isFine(item))
  const rows = startingIn(document.tables, body).flatMap(table => table.rows.map(rowPlace))
  return [...items.map(item => lineOf(document, item)), ...rows.filter(row => !isFine(row))].map(place => ({
    place,
    expected,
  }))
}
