import {detached} from './detached.ts'
import {Facts} from './facts.ts'
import type {Range} from './finding.ts'
import {type Line, linesOf} from './lines.ts'
import type {Block, Heading, Item, Paragraph, Table, TopBlock} from './markdown.ts'

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
  const items = new Map<Item, Item>()
  for (const item of chunk.items) {
    const parent = item.parent && (items.get(item.parent) ?? null)
    items.set(item, {...item, start: item.start + by, end: item.end + by, parent, box: item.box && moved(item.box, by)})
  }
  const owner = (item: Item | null) => item && (items.get(item) ?? null)
  const blocks = new Map<Block, Block>()
  for (const block of chunk.blocks) blocks.set(block, {...movedBlock(block, by), item: owner(block.item)})
  const lines = chunk.lines.map(line => ({
    ...line,
    start: line.start + by,
    end: line.end + by,
    paragraph: blocks.get(line.paragraph) as Paragraph,
    item: owner(line.item),
  }))
  const {end, facts} = chunk
  return {start, end: end + by, blocks: [...blocks.values()], items: [...items.values()], lines, facts}
}

function moved<T extends Range>(range: T, by: number): T {
  return {...range, start: range.start + by, end: range.end + by}
}

function movedBlock(block: Block, by: number): Block {
  const place = moved(block, by)
  switch (place.kind) {
    case 'heading':
      return {...place, title: moved(place.title, by)}
    case 'fence':
      return {...place, info: moved(place.info, by), content: moved(place.content, by)}
    case 'table': {
      const cells = (row: Table['header']) => row.map(cell => moved(cell, by))
      return {...place, header: cells(place.header), rows: place.rows.map(cells)}
    }
    default:
      return place
  }
}
