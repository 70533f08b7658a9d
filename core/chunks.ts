import {detached} from './detached.ts'
import {Facts} from './facts.ts'
import type {Range} from './finding.ts'
import {type LineLabel, labelsIn} from './labels.ts'
import {type Line, linesOf} from './lines.ts'
import type {Block, Cell, Heading, Item, Paragraph, TopBlock} from './markdown.ts'

/** A block at the top level of a document, such as a list, with all that it holds. */
export interface Chunk extends Range {
  blocks: readonly Block[]
  items: readonly Item[]
  /** Of its paragraphs. */
  lines: readonly Line[]
  /** Of each line. */
  labels: readonly (readonly LineLabel[])[]
  /** What was found out about its text, wherever that stands. */
  facts: Facts
}

/** A label in bold before words, such as `**Checkpoint**: Ships dock`. */
const labelled = /^(\*\*|__)(.+?)(?:[:：]\1|\1\s*[:：])\s*(.*)/

const fewestWordsOfSentence = 4
const fewestIdeographsOfSentence = 8

function isSentence(words: string): boolean {
  const ideographs = words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  return words.split(/\s+/).length >= fewestWordsOfSentence || ideographs >= fewestIdeographsOfSentence
}

/**
 * To CommonMark a paragraph directly above `---` is a heading, and formatters rewrite it as one with `##`. Above the
 * rule, one that holds a label in bold, more than one line or a whole sentence was meant as a paragraph; after `##`, one
 * that holds a label in bold without a number and a whole sentence was.
 */
function isParagraphAboveRule(text: string, heading: Heading): boolean {
  if (heading.level !== 2) return false
  const words = text.slice(heading.title.start, heading.title.end)
  const [, , label = '', said = ''] = labelled.exec(words) ?? []
  if (!heading.setext) return label !== '' && !/\d/.test(label) && isSentence(said)
  return words.includes('\n') || label !== '' || /[.;!]$/.test(words)
}

function withoutAccidentalHeading(text: string, block: Block): Block {
  if (block.kind !== 'heading' || !isParagraphAboveRule(text, block)) return block
  const {item, quoted, title} = block
  return {kind: 'paragraph', item, quoted, start: title.start, end: title.end}
}

/** Reads a chunk of `text` out of `words`, its parsed form. One that is kept longer than the text gets a copy of its part. */
export function readChunk(text: string, words: string, top: TopBlock, {isPartOfAll}: {isPartOfAll: boolean}): Chunk {
  const {start, end} = top
  const {blocks: parsed, items} = top.read()
  const blocks = parsed.map(block => withoutAccidentalHeading(words, block))
  const lines = linesIn(words, blocks)
  const labels = lines === none ? none : lines.map(line => labelsIn(words.slice(line.start, line.end)))
  const facts = isPartOfAll ? new Facts(text, start) : new Facts(detached(text.slice(start, end)), 0)
  return {start, end, blocks, items, lines, labels, facts}
}

/** Shared, as most chunks of long documents lack something. */
const none: readonly never[] = []

function linesIn(words: string, blocks: readonly Block[]): readonly Line[] {
  let lines: Line[] | undefined
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue
    const more = linesOf(words, block)
    if (!lines) lines = more
    else for (const line of more) lines.push(line)
  }
  // A list that grew keeps room for more, which is most of what many short lists take.
  return lines?.slice() ?? none
}

/** The same chunk where it begins at `start`. */
export function movedChunk(chunk: Chunk, start: number): Chunk {
  const by = start - chunk.start
  if (by === 0) return chunk
  const {end, labels, facts} = chunk
  const items: Item[] = []
  const itemFor = counterpart(chunk.items, items)
  for (const item of chunk.items) items.push(movedItem(item, by, itemFor(item.parent)))
  const blocks = chunk.blocks.map(block => movedBlock(block, by, itemFor(block.item)))
  const blockFor = counterpart<Block>(chunk.blocks, blocks)
  const lines = chunk.lines.map(line => {
    const paragraph = blockFor(line.paragraph) as Paragraph
    const {depth, first} = line
    return {start: line.start + by, end: line.end + by, paragraph, item: itemFor(line.item), depth, first}
  })
  return {start, end: end + by, blocks, items, lines, labels, facts}
}

/** Finds the one of `moved` that stands where `one` stands in `all`; quick where it is asked for one after the other. */
function counterpart<T>(all: readonly T[], moved: readonly T[]): (one: T | null) => T | null {
  let last = 0
  let indices: Map<T, number> | undefined
  return one => {
    if (one === null) return null
    if (all[last] !== one) {
      indices ??= all[last + 1] === one ? undefined : new Map(all.map((other, index) => [other, index]))
      last = indices?.get(one) ?? last + 1
    }
    return moved[last] ?? null
  }
}

function moved({start, end}: Range, by: number): Range {
  return {start: start + by, end: end + by}
}

function movedItem(item: Item, by: number, parent: Item | null): Item {
  const {ordered, depth, checked, box} = item
  return {start: item.start + by, end: item.end + by, ordered, depth, parent, checked, box: box && moved(box, by)}
}

function movedBlock(block: Block, by: number, item: Item | null): Block {
  const {quoted} = block
  const start = block.start + by
  const end = block.end + by
  switch (block.kind) {
    case 'paragraph':
      return {start, end, item, quoted, kind: block.kind}
    case 'heading': {
      const {kind, level, setext, title} = block
      return {start, end, item, quoted, kind, level, setext, title: moved(title, by)}
    }
    case 'fence': {
      const {kind, info, content, closed} = block
      return {start, end, item, quoted, kind, info: moved(info, by), content: moved(content, by), closed}
    }
    case 'table': {
      const {kind, header, rows} = block
      const cells = (row: Cell[]) => row.map(cell => ({...moved(cell, by), column: cell.column}))
      return {start, end, item, quoted, kind, header: cells(header), rows: rows.map(cells)}
    }
    default:
      return {start, end, item, quoted, kind: block.kind}
  }
}
