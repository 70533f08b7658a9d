import {BlockCollector} from './block-collector.ts'
import type {Range} from './finding.ts'
import {MarkdownMemory} from './markdown-memory.ts'

/** A list item; `checked` is null where it has no task box. */
export interface Item extends Range {
  ordered: boolean
  /** 1 for an item of a top-level list. */
  depth: number
  parent: Item | null
  checked: boolean | null
  /** The box with its brackets, where there is one. */
  box: Range | null
}

/** What a block says of its surroundings. */
export interface Placed extends Range {
  /** The innermost list item around it. */
  item: Item | null
  /** Whether it stands in a block quote. */
  quoted: boolean
}

export interface Heading extends Placed {
  kind: 'heading'
  level: number
  setext: boolean
  /** The text without its marks. */
  title: Range
}

export interface Paragraph extends Placed {
  kind: 'paragraph'
}

export interface Fence extends Placed {
  kind: 'fence'
  info: Range
  /** From the line after the opening one to the line break before the closing one; empty where there is no content. */
  content: Range
  closed: boolean
}

export interface Cell extends Range {
  column: number
}

export interface Table extends Placed {
  kind: 'table'
  header: Cell[]
  rows: Cell[][]
}

export interface PlainBlock extends Placed {
  kind: 'code' | 'comment' | 'html' | 'rule' | 'definition'
}

export type Block = Heading | Paragraph | Fence | Table | PlainBlock

/** The block structure of a Markdown text, in document order; list items apart, as they nest. */
export interface Markdown {
  blocks: readonly Block[]
  items: readonly Item[]
}

/** The parser knows no table whose delimiter row ends in blanks, as GFM allows; there the last bar moves behind them. */
function withBarsLast(text: string): string {
  if (!/[ \t]$/m.test(text)) return text
  return text.replace(/^([ \t>]*(?:\|[ \t]*)?:?-[-:| \t]*)\|([ \t]+)$/gm, '$1$2|')
}

/** What all lines begin with that are nested too deeply: nothing but marks and blanks. */
const perhapsDeep = /^[ \t>*+.)\d-]{100}/m
const deeplyNested = /^((?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){100})(.*)$/gm
const deepIndentation = /^[ \t]{400}/gm
const itemMark = /(?:[-+*]|\d{1,9}[.)])(?=[ \t])/y

// What follows reads letter by letter, as patterns run out of stack at lines of megabytes.

/** Whether a line is nothing but one mark over and over, behind those of quotes. */
function isRule(line: string): boolean {
  const mark = /[^ \t>]/.exec(line)
  if (mark?.[0] === '-') return !/[^ \t-]/.test(line.slice(mark.index))
  return mark?.[0] === '*' && !/[^ \t*]/.test(line.slice(mark.index))
}

/** Without the marks of items that stand deeply indented. */
function withoutIndentedItems(text: string): string {
  const pieces: string[] = []
  let done = 0
  for (const {0: indentation, index} of text.matchAll(deepIndentation)) {
    let at = index + indentation.length
    while (text[at] === ' ' || text[at] === '\t') at++
    itemMark.lastIndex = at
    const [mark = ''] = itemMark.exec(text) ?? []
    pieces.push(text.slice(done, at), 'x'.repeat(mark.length))
    done = at + mark.length
  }
  return pieces.join('') + text.slice(done)
}

/**
 * The parser reads the whole rest of a line for each list that opens in it, and its indentation for each list around it;
 * beyond a depth that nobody uses no list opens.
 */
function withBoundedNesting(text: string): string {
  if (!perhapsDeep.test(text)) return text
  const bounded = text.replace(deeplyNested, (line: string, lead: string, rest: string) =>
    isRule(line) ? line : lead + rest.replace(/[-+*>.)]/g, 'x'),
  )
  return withoutIndentedItems(bounded)
}

/** A block at the top level of a text. */
export interface TopBlock extends Range {
  /** The same object for a block that the parse before had too; null where that cannot be told. */
  key: object | null
  /** Itself with all blocks and items in it; to be called before the next one is asked for. */
  read(): Markdown
}

/**
 * Parses the blocks of a CommonMark text with GFM tables and task boxes, and gives those at the top level; inlines are
 * left alone. Line breaks have to be `\n`. Offsets are UTF-16.
 */
export function* topBlocksOf(text: string, memory = new MarkdownMemory()): Generator<TopBlock> {
  const cursor = memory.parse(withBoundedNesting(withBarsLast(text))).cursor()
  const collector = new BlockCollector(text)
  const read = () => collector.read(cursor)
  for (let isThere = cursor.firstChild(); isThere; isThere = cursor.nextSibling()) {
    yield {start: cursor.from, end: cursor.to, key: cursor.tree, read}
  }
}

/** All blocks of a text; see `topBlocksOf`. */
export function parseMarkdown(text: string): Markdown {
  const all = {blocks: [] as Block[], items: [] as Item[]}
  for (const top of topBlocksOf(text)) {
    const {blocks, items} = top.read()
    for (const block of blocks) all.blocks.push(block)
    for (const item of items) all.items.push(item)
  }
  return all
}
