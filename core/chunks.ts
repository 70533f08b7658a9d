import {detached} from './detached.ts'
import {Facts} from './facts.ts'
import type {Range} from './finding.ts'
import {type Line, linesOf} from './lines.ts'
import type {Block, Cell, Heading, Item, Paragraph, TopBlock} from './markdown.ts'

/** A block at the top level of a document, such as a list, with all that it holds. */
export interface Chunk extends Range {
  blocks: readonly Block[]
  items: readonly Item[]
  /** Of its paragraphs. */
  lines: readonly Line[]
  /** What was found out about its text, wherever that stands. */
  facts: Facts
}

/**
 * To CommonMark a paragraph directly above `---` is a heading. One that holds a label in bold, more than one line or a
 * whole sentence was meant as a paragraph above a rule.
 */
function isParagraphAboveRule(text: string, heading: Heading): boolean {
  if (!heading.setext || heading.level !== 2) return false
  const words = text.slice(heading.title.start, heading.title.end)
  return words.includes('\n') || /^(\*\*|__).+?(?:[:：]\1|\1\s*[:：])/.test(words) || /[.;!]$/.test(words)
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
  const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph')
  const lines = paragraphs.flatMap(paragraph => linesOf(words, paragraph))
  const part = text.slice(start, end)
  return {start, end, blocks, items, lines, facts: new Facts(isPartOfAll ? part : detached(part))}
}

/** The same chunk where it begins at `start`. */
export function movedChunk(chunk: Chunk, start: number): Chunk {
  const by = start - chunk.start
  if (by === 0) return chunk
  const {end, facts} = chunk
  const items = new Map<Item | null, Item | null>([[null, null]])
  for (const item of chunk.items) items.set(item, movedItem(item, by, items.get(item.parent) ?? null))
  const blocks = new Map<Block, Block>()
  for (const block of chunk.blocks) blocks.set(block, movedBlock(block, by, items.get(block.item) ?? null))
  const lines = chunk.lines.map(line => {
    const paragraph = blocks.get(line.paragraph) as Paragraph
    const {depth, first} = line
    return {start: line.start + by, end: line.end + by, paragraph, item: items.get(line.item) ?? null, depth, first}
  })
  items.delete(null)
  return {start, end: end + by, blocks: [...blocks.values()], items: [...items.values()] as Item[], lines, facts}
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
