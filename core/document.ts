import {ChunkIndex} from './chunk-index.ts'
import type {Chunk} from './chunks.ts'
import {repairFences} from './fences/repair.ts'
import type {FenceTrouble} from './fences/trouble.ts'
import type {Range} from './finding.ts'
import {bodyOf} from './front-matter.ts'
import {type Label, labelsOf} from './labels.ts'
import type {Line} from './lines.ts'
import type {Block, Fence, Heading, Item, Table} from './markdown.ts'
import {Memory} from './memory.ts'
import {matchesIn} from './patterns.ts'
import {firstAtOrAfter, haveAround} from './ranges.ts'
import {type Section, sectionsOf} from './sections.ts'
import {SourceText} from './text.ts'

/** A Markdown text taken apart, before any preset is known. All lists are in document order. */
export interface Document {
  source: SourceText
  text: string
  /** The YAML between the opening `---` lines, or null. */
  frontMatter: Range | null
  blocks: readonly Block[]
  headings: readonly Heading[]
  sections: readonly Section[]
  /** Lines of prose: paragraphs and list items, not code, tables or headings. */
  lines: readonly Line[]
  labels: readonly Label[]
  items: readonly Item[]
  fences: readonly Fence[]
  tables: readonly Table[]
  /** HTML comments, in blocks and inline, outside code. */
  comments: readonly Range[]
  fenceTroubles: readonly FenceTrouble[]
  /** From here on a broken fence leaves open what is code and what is not; null where all can be read. */
  unreadableFrom: number | null
  /** What was found out of parts of the text, now or of an earlier one. */
  memory: Memory
  /** What was found out of places in it, likewise. */
  chunks: ChunkIndex
}

function commentsOf(text: string, blocks: readonly Block[]): Range[] {
  const comments: Range[] = []
  const isInCode = codeFinder(text, blocks)
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    if (isInCode(start)) {
      start = text.indexOf('<!--', start + 4)
      continue
    }
    const close = text.indexOf('-->', start + 4)
    const end = close < 0 ? text.length : close + 3
    comments.push({start, end})
    start = text.indexOf('<!--', end)
  }
  return comments
}

/** Tells whether an offset is in a block or span of code; quick for offsets in order. */
function codeFinder(text: string, blocks: readonly Block[]): (offset: number) => boolean {
  const blockAt = blockFinder(blocks)
  let last: Block | null = null
  let spans: readonly Range[] = []
  return offset => {
    const block = blockAt(offset)
    if (!block || block.kind === 'comment' || block.kind === 'html') return false
    if (block.kind === 'fence' || block.kind === 'code') return true
    if (block !== last) spans = codeSpansIn(text, block)
    last = block
    return haveAround(spans, offset)
  }
}

const backTicks = /\\?`+/g

/** Code spans of a stretch of prose, back-ticks included (CommonMark 6.1). */
export function codeSpansIn(text: string, {start, end}: Range): Range[] {
  const spans: Range[] = []
  const words = text.slice(start, end)
  const runs = matchesIn(words, backTicks)
  const nextOfLength = new Map<number, number>()
  const closers = new Array<number | undefined>(runs.length)
  for (let index = runs.length - 1; index >= 0; index--) {
    const length = (runs[index] as RegExpExecArray)[0].replace('\\', '').length
    closers[index] = nextOfLength.get(length)
    nextOfLength.set(length, index)
  }
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index] as RegExpExecArray
    if (run[0].startsWith('\\')) continue
    const closing = closers[index]
    if (closing === undefined) continue
    const last = runs[closing] as RegExpExecArray
    spans.push({start: start + run.index, end: start + last.index + last[0].length})
    index = closing
  }
  return spans
}

/** A function that gives the block at an offset, or null; blocks have to be in order. */
function blockFinder(blocks: readonly Block[]): (offset: number) => Block | null {
  return offset => {
    const index = firstAtOrAfter(blocks, offset + 1) - 1
    const block = blocks[index]
    return block && block.start <= offset && offset < block.end ? block : null
  }
}

/**
 * Takes a text apart. Any string is valid input; its line breaks have to be `\n` (see `plainText`). With the memory of
 * an earlier text it does so faster where the two are alike.
 */
export function parseDocument(text: string, memory = new Memory({isForOneText: true})): Document {
  const {text: body, frontMatter} = bodyOf(text)
  let words = body
  let chunks = memory.chunks.chunksOf(text, words)
  const repair = repairFences(words, fencesIn(chunks))
  if (repair && repair.text !== words) {
    words = repair.text
    chunks = memory.repairedChunks.chunksOf(text, words)
  } else memory.forgetRepaired()
  const {blocks, headings, fences, tables, lines, items} = joined(chunks)
  return {
    source: new SourceText(text),
    text,
    frontMatter,
    blocks,
    headings,
    sections: sectionsOf(text, headings),
    lines,
    labels: labelsOf(words, chunks, headings),
    items,
    fences,
    tables,
    comments: commentsOf(words, blocks),
    fenceTroubles: repair?.troubles ?? [],
    unreadableFrom: repair?.unreadableFrom ?? null,
    memory,
    chunks: new ChunkIndex(text, chunks, memory),
  }
}

function fencesIn(chunks: readonly Chunk[]): Fence[] {
  const fences: Fence[] = []
  for (const {blocks} of chunks) for (const block of blocks) if (block.kind === 'fence') fences.push(block)
  return fences
}

interface Joined {
  blocks: Block[]
  headings: Heading[]
  fences: Fence[]
  tables: Table[]
  lines: Line[]
  items: Item[]
}

/** What stands in all chunks together. */
function joined(chunks: readonly Chunk[]): Joined {
  const all: Joined = {blocks: [], headings: [], fences: [], tables: [], lines: [], items: []}
  for (const {blocks, lines, items} of chunks) {
    for (const block of blocks) {
      all.blocks.push(block)
      if (block.kind === 'heading') all.headings.push(block)
      else if (block.kind === 'fence') all.fences.push(block)
      else if (block.kind === 'table') all.tables.push(block)
    }
    for (const line of lines) all.lines.push(line)
    for (const item of items) all.items.push(item)
  }
  return all
}
