import type {SyntaxNodeRef} from '@lezer/common'
import {type BlockParser, type Line, parser, Table as TableSyntax, TaskList} from '@lezer/markdown'
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

interface Placed extends Range {
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
  blocks: Block[]
  items: Item[]
}

const inlineParsers = 'Escape Entity InlineCode HTMLTag Emphasis HardBreak Link Image LinkEnd'.split(' ')

/**
 * Any list item ends a paragraph that stands in another list or quote (CommonMark 5.3); only inside the same item has an
 * ordered one to begin with 1. The parser asks that of both and takes `2. …` right below `- …` for more of that item.
 */
const itemAfterContainer: BlockParser = {
  name: 'ItemAfterContainer',
  endLeaf(context, line) {
    const {depth} = line as Line & {depth: number}
    return depth < context.depth && /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/.test(line.text.slice(line.pos))
  },
}

// In two steps: what one configuration adds it cannot remove.
const blockParser = parser
  .configure([TableSyntax, TaskList, {parseBlock: [itemAfterContainer]}])
  .configure({remove: inlineParsers})

const headingLevels: Record<string, number> = {
  ATXHeading1: 1,
  ATXHeading2: 2,
  ATXHeading3: 3,
  ATXHeading4: 4,
  ATXHeading5: 5,
  ATXHeading6: 6,
  SetextHeading1: 1,
  SetextHeading2: 2,
}

const plainKinds: Record<string, PlainBlock['kind']> = {
  CodeBlock: 'code',
  CommentBlock: 'comment',
  HTMLBlock: 'html',
  ProcessingInstructionBlock: 'html',
  HorizontalRule: 'rule',
  LinkReference: 'definition',
}

/** Trims white space and quote marks off both ends. */
function trimmed(text: string, start: number, end: number): Range {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from] as string)) from++
  while (to > from && /\s/.test(text[to - 1] as string)) to--
  return {start: from, end: to}
}

function headingTitle(text: string, node: SyntaxNodeRef, setext: boolean): Range {
  const marks: Range[] = []
  const inner = node.node
  for (let child = inner.firstChild; child; child = child.nextSibling) {
    if (child.name === 'HeaderMark') marks.push({start: child.from, end: child.to})
  }
  if (setext) return trimmed(text, node.from, marks[0]?.start ?? node.to)
  return trimmed(text, marks[0]?.end ?? node.from, marks[1]?.start ?? node.to)
}

function fenceOf(text: string, node: SyntaxNodeRef, placed: Placed): Fence {
  let info: Range = {start: node.from, end: node.from}
  let opening = node.from
  let closing: number | null = null
  for (let child = node.node.firstChild; child; child = child.nextSibling) {
    if (child.name === 'CodeInfo') info = {start: child.from, end: child.to}
    else if (child.name === 'CodeMark') {
      if (child.from === node.from) {
        opening = child.to
        info = {start: child.to, end: child.to}
      } else closing = child.from
    }
  }
  const lineBreak = text.indexOf('\n', opening)
  const contentStart = lineBreak < 0 || lineBreak >= node.to ? node.to : lineBreak + 1
  const contentEnd = closing === null ? node.to : Math.max(contentStart, text.lastIndexOf('\n', closing - 1))
  return {...placed, kind: 'fence', info, content: {start: contentStart, end: contentEnd}, closed: closing !== null}
}

/** Cells of one row; an empty cell is a range of no length in the middle of its place. */
function cellsOf(text: string, row: SyntaxNodeRef): Cell[] {
  const bars: number[] = []
  for (let child = row.node.firstChild; child; child = child.nextSibling) {
    if (child.name === 'TableDelimiter') bars.push(child.from)
  }
  const rowEnd = trimmed(text, row.from, row.to).end
  const edges = [row.from - 1, ...bars, rowEnd]
  const cells: Range[] = []
  for (let index = 1; index < edges.length; index++) {
    const cell = trimmed(text, (edges[index - 1] as number) + 1, edges[index] as number)
    const outer = (index === 1 && bars[0] === row.from) || (index === edges.length - 1 && bars.at(-1) === rowEnd - 1)
    if (outer && cell.start === cell.end) continue
    cells.push(cell)
  }
  return cells.map((cell, column) => ({...cell, column}))
}

function tableOf(text: string, node: SyntaxNodeRef, placed: Placed): Table {
  const table: Table = {...placed, kind: 'table', header: [], rows: []}
  for (let child = node.node.firstChild; child; child = child.nextSibling) {
    if (child.name === 'TableHeader') table.header = cellsOf(text, child)
    else if (child.name === 'TableRow') table.rows.push(cellsOf(text, child))
  }
  return table
}

/** Collects blocks and items while the tree is walked. */
class BlockCollector {
  readonly blocks: Block[] = []
  readonly items: Item[] = []
  readonly #text: string
  #item: Item | null = null
  #quotes = 0
  /** Name of the node entered last. */
  #before = ''
  readonly #ordered: boolean[] = []

  constructor(text: string) {
    this.#text = text
  }

  /** Returns whether to look inside the node. */
  enter(node: SyntaxNodeRef): boolean {
    const {name, from: start, to: end} = node
    const before = this.#before
    this.#before = name
    switch (name) {
      case 'Blockquote':
        this.#quotes++
        return true
      case 'BulletList':
      case 'OrderedList':
        this.#ordered.push(name === 'OrderedList')
        return true
      case 'ListItem':
        this.#openItem(start, end)
        return true
    }
    const placed = {start, end, item: this.#item, quoted: this.#quotes > 0}
    const block = name === 'Task' && before === 'ListMark' ? this.#taskText(placed) : this.#blockOf(node, placed)
    if (block) this.blocks.push(block)
    return false
  }

  leave({name}: SyntaxNodeRef): void {
    if (name === 'Blockquote') this.#quotes--
    else if (name === 'BulletList' || name === 'OrderedList') this.#ordered.pop()
    else if (name === 'ListItem') this.#item = this.#item?.parent ?? null
  }

  #openItem(start: number, end: number): void {
    const ordered = this.#ordered.at(-1) === true
    this.#item = {start, end, ordered, depth: this.#ordered.length, parent: this.#item, checked: null, box: null}
    this.items.push(this.#item)
  }

  #blockOf(node: SyntaxNodeRef, placed: Placed): Block | null {
    const {name} = node
    if (name === 'Paragraph' || name === 'Task') return {...placed, kind: 'paragraph'}
    if (name === 'FencedCode') return fenceOf(this.#text, node, placed)
    if (name === 'Table') return tableOf(this.#text, node, placed)
    const level = headingLevels[name]
    if (level !== undefined) {
      const setext = name.startsWith('Setext')
      return {...placed, kind: 'heading', level, setext, title: headingTitle(this.#text, node, setext)}
    }
    const kind = plainKinds[name]
    return kind ? {...placed, kind} : null
  }

  /** The parser takes box and text of a task item as one; here the box belongs to the item, which it opens. */
  #taskText(placed: Placed): Paragraph {
    const box = {start: placed.start, end: placed.start + '[ ]'.length}
    if (this.#item) {
      this.#item.box = box
      this.#item.checked = /[xX]/.test(this.#text.slice(box.start, box.end))
    }
    return {...placed, start: Math.min(box.end + 1, placed.end), kind: 'paragraph'}
  }
}

/** The parser knows no table whose delimiter row ends in blanks, as GFM allows; there the last bar moves behind them. */
function withBarsLast(text: string): string {
  return text.replace(/^([ \t>]*(?:\|[ \t]*)?:?-[-:| \t]*)\|([ \t]+)$/gm, '$1$2|')
}

const deeplyNested = /^((?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){100})(.*)$/gm
const deeplyIndented = /^([ \t]{400,})([-+*]|\d{1,9}[.)])(?=[ \t])/gm
const rule = /^[ \t>]*([-*])(?:[ \t]*\1)*[ \t]*$/

/**
 * The parser reads the whole rest of a line for each list that opens in it, and its indentation for each list around it;
 * beyond a depth that nobody uses no list opens.
 */
function withBoundedNesting(text: string): string {
  return text
    .replace(deeplyNested, (line: string, lead: string, rest: string) =>
      rule.test(line) ? line : lead + rest.replace(/[-+*>.)]/g, 'x'),
    )
    .replace(deeplyIndented, (_, lead: string, mark: string) => lead + 'x'.repeat(mark.length))
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
  const cursor = memory.parse(blockParser, withBoundedNesting(withBarsLast(text))).cursor()
  for (let isThere = cursor.firstChild(); isThere; isThere = cursor.nextSibling()) {
    yield {
      start: cursor.from,
      end: cursor.to,
      key: cursor.tree,
      read: () => {
        const collector = new BlockCollector(text)
        cursor.iterate(
          node => collector.enter(node),
          node => collector.leave(node),
        )
        return collector
      },
    }
  }
}

/** All blocks of a text; see `topBlocksOf`. */
export function parseMarkdown(text: string): Markdown {
  const markdown: Markdown = {blocks: [], items: []}
  for (const top of topBlocksOf(text)) {
    const {blocks, items} = top.read()
    for (const block of blocks) markdown.blocks.push(block)
    for (const item of items) markdown.items.push(item)
  }
  return markdown
}
