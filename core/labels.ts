import type {Chunk} from './chunks.ts'
import type {Range} from './finding.ts'
import type {Line} from './lines.ts'
import type {Heading} from './markdown.ts'
import {anyScript} from './patterns.ts'
import {sharedTitle} from './titles.ts'

/** A named place in running text: `**File**: x`, `**Overview**` on a line of its own, `Goal: y`. */
export interface Label extends Range {
  /** The words, marks and colon left off. */
  name: string
  /** In bold; a plain one counts only where a preset asks for it by name. */
  strong: boolean
  /** Bold, alone on its line and without a colon: as good as a heading. */
  titular: boolean
  line: Line
  depth: number
  /** What follows on the line and on the lines that continue it; empty where nothing does. */
  value: Range
  /** From the value to the next label or heading that is not inside it. */
  content: Range
}

const strongLabel =
  /(^|(?:[|·•→⇒]|[-=]>)[ \t]+)(\*\*|__)(?=\S)((?:(?!\2)[^\n]){1,160}?)\2([ \t]*\([^()\n]{0,80}\))?([ \t]*[:：]|[ \t]+[-–—](?=[ \t]))?/g
const plainLabel = anyScript(
  String.raw`^(?:([*_])([\p{L}][\p{L}\p{N} /&'’()-]{0,48})(?:\1[:：]|[:：]\1?)|([\p{L}][\p{L}\p{N} /&'’()-]{0,48})[:：])(?=\s|$)`,
)

/** A label as its line alone tells it; its offsets count from the start of the line. */
export interface LineLabel extends Range {
  name: string
  strong: boolean
  titular: boolean
  value: Range
}

type Found = Omit<LineLabel, 'value'>

function strongLabelsIn(words: string): Found[] {
  const found: Found[] = []
  for (const match of words.matchAll(strongLabel)) {
    const [all, lead = '', , inner = '', , mark] = match
    const colonInside = /[:：]\s*$/.test(inner)
    const rest = words.slice(match.index + all.length).trim()
    const alone = lead === '' && /^\p{Extended_Pictographic}*\uFE0F?$/u.test(rest)
    if (!mark && !colonInside && !alone) continue
    found.push({
      start: match.index + lead.length,
      end: match.index + all.length,
      name: inner.replace(/(?<!\s)\s*[:：]\s*$/, ''),
      strong: true,
      titular: alone && !mark && !colonInside,
    })
  }
  return found
}

function foundIn(words: string): Found[] {
  if (words.includes('**') || words.includes('__')) {
    const strong = strongLabelsIn(words)
    if (strong.length > 0) return strong
  }
  const plain = /[:：]/.test(words) && plainLabel.exec(words)
  if (!plain) return []
  const [all, , slanted, name = slanted ?? ''] = plain
  return [{start: 0, end: all.length, name, strong: false, titular: false}]
}

function trimmedRange(text: string, start: number, end: number): Range {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  return lead === words.length ? {start, end: start} : {start: start + lead, end: start + words.trimEnd().length}
}

const none: readonly LineLabel[] = []

/** The labels of one line, `words`, in order. */
export function labelsIn(words: string): readonly LineLabel[] {
  const found = foundIn(words)
  if (found.length === 0) return none
  return found.map(({start, end, name, strong, titular}, index) => {
    const next = found[index + 1]
    const until = next ? words.slice(end, next.start).replace(/(?:[|·•→⇒]|[-=]>)\s*$/, '').length + end : words.length
    return {start, end, name: sharedTitle(name), strong, titular, value: trimmedRange(words, end, until)}
  })
}

/**
 * Finds the labels of a document. `chunks` and `headings` are in document order; so is the result.
 */
export function labelsOf(text: string, chunks: readonly Chunk[], headings: readonly Heading[]): Label[] {
  const labels: Label[] = []
  for (const {lines, labels: byLine} of chunks) {
    lines.forEach((line, index) => {
      const found = byLine[index] ?? none
      if (found.length === 0) goOn(labels.at(-1), line)
      for (const label of found) labels.push(labelOn(line, label))
    })
  }
  closeContents(text, labels, headings)
  return labels
}

/** The value of a label goes on in the lines of its paragraph that have no label of their own. */
function goOn(last: Label | undefined, line: Line): void {
  if (last?.line.paragraph !== line.paragraph) return
  if (last.value.start === last.value.end) last.value.start = line.start
  last.value.end = line.end
}

function labelOn(line: Line, {start, end, name, strong, titular, value: {start: from, end: to}}: LineLabel): Label {
  const value = {start: line.start + from, end: line.start + to}
  return {
    start: line.start + start,
    end: line.start + end,
    name,
    strong,
    titular,
    line,
    depth: line.depth,
    value,
    content: {start: value.start, end: -1},
  }
}

/** A label ends the content of those that rank no higher. */
function rankOf({strong, titular}: Label): number {
  return titular ? 2 : strong ? 1 : 0
}

/** What begins a list item right below. */
const itemBelow = /[ \t]*\n[ \t]*(?:[-*+]|\d+[.)])[ \t]/y

/**
 * Where the content of a label ends at the latest: with its list item. A label that closes the text of an item and says
 * nothing itself leads to the items below, which formatters part from it: they draw a label right below a list into it.
 */
function limitOf(text: string, {line, value}: Label): number {
  const {item, first, end} = line
  if (!item) return text.length
  itemBelow.lastIndex = end
  const leads = !first && value.start === value.end && itemBelow.test(text)
  return (leads ? item.parent?.end : item.end) ?? text.length
}

function closeContents(text: string, labels: readonly Label[], headings: readonly Heading[]): void {
  const open: Label[] = []
  const close = (at: number, ends: (label: Label) => boolean) => {
    for (let label = open.at(-1); label && ends(label); label = open.at(-1)) {
      const limit = limitOf(text, label)
      const isBeforeAnother = at < label.line.end
      label.content.end = isBeforeAnother ? label.value.end : Math.max(label.content.start, Math.min(at, limit))
      open.pop()
    }
  }
  let next = 0
  for (const label of labels) {
    for (let heading = headings[next]; heading && heading.start < label.start; heading = headings[++next]) {
      close(heading.start, () => true)
    }
    close(label.start, last => rankOf(label) >= rankOf(last) && last.depth >= label.depth)
    open.push(label)
  }
  close(headings[next]?.start ?? text.length, () => true)
}
