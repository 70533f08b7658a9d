import type {TreeCursor} from '@lezer/common'
import type {Range} from './finding.ts'
import type {Block, Cell, Fence, Item, Markdown, Paragraph, Placed, PlainBlock, Table} from './markdown.ts'

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

/** Whether white space stands at `index`; most of what stands there is a letter, told by its code. */
function isSpace(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code <= 32 || code >= 128 ? /\s/.test(text[index] as string) : false
}

/** Whether a blank stands at `index`, as Markdown has them between marks and words. */
function isBlank(text: string, index: number): boolean {
  return text[index] === ' ' || text[index] === '\t'
}

/** Trims white space off both ends. */
function trimmed(text: string, start: number, end: number): Range {
  let from = start
  let to = end
  while (from < to && isSpace(text, from)) from++
  while (to > from && isSpace(text, to - 1)) to--
  return {start: from, end: to}
}

/** Calls `use` for each child of the node at which `cursor` stands, with the cursor at the child. */
function eachChild(cursor: TreeCursor, use: () => void): void {
  if (!cursor.firstChild()) return
  do use()
  while (cursor.nextSibling())
  cursor.parent()
}

/** The title of a heading above a line. */
function underlinedTitle(text: string, cursor: TreeCursor): Range {
  const {from} = cursor
  let {to} = cursor
  eachChild(cursor, () => {
    if (cursor.name === 'HeaderMark') to = cursor.from
  })
  return trimmed(text, from, to)
}

/** The title of a heading on the line up to `end`, behind its marks; other marks close it where a blank is before them. */
function titleBetweenMarks(text: string, start: number, end: number): Range {
  let closed = end
  while (closed > start && isBlank(text, closed - 1)) closed--
  let closing = closed
  while (closing > start && text[closing - 1] === '#') closing--
  const isClosed = closing < closed && isBlank(text, closing - 1)
  return trimmed(text, start, isClosed ? closing : end)
}

function fenceOf(text: string, cursor: TreeCursor, placed: Placed): Fence {
  const {from, to} = cursor
  let info: Range = {start: from, end: from}
  let opening = from
  let closing: number | null = null
  eachChild(cursor, () => {
    if (cursor.name === 'CodeInfo') info = {start: cursor.from, end: cursor.to}
    else if (cursor.name !== 'CodeMark') return
    else if (cursor.from === from) {
      opening = cursor.to
      info = {start: opening, end: opening}
    } else closing = cursor.from
  })
  const lineBreak = text.indexOf('\n', opening)
  const contentStart = lineBreak < 0 || lineBreak >= to ? to : lineBreak + 1
  const contentEnd = closing === null ? to : Math.max(contentStart, text.lastIndexOf('\n', closing - 1))
  const content = {start: contentStart, end: contentEnd}
  const {start, end, item, quoted} = placed
  return {start, end, item, quoted, kind: 'fence', info, content, closed: closing !== null}
}

/** Cells of one row; an empty cell is a range of no length in the middle of its place. */
function cellsOf(text: string, cursor: TreeCursor): Cell[] {
  const {from, to} = cursor
  const bars: number[] = []
  eachChild(cursor, () => {
    if (cursor.name === 'TableDelimiter') bars.push(cursor.from)
  })
  const rowEnd = trimmed(text, from, to).end
  const edges = [from - 1, ...bars, rowEnd]
  const cells: Cell[] = []
  for (let index = 1; index < edges.length; index++) {
    const {start, end} = trimmed(text, (edges[index - 1] as number) + 1, edges[index] as number)
    const outer = (index === 1 && bars[0] === from) || (index === edges.length - 1 && bars.at(-1) === rowEnd - 1)
    if (!outer || start < end) cells.push({start, end, column: cells.length})
  }
  return cells
}

function tableOf(text: string, cursor: TreeCursor, placed: Placed): Table {
  const table: Table = {...placed, kind: 'table', header: [], rows: []}
  eachChild(cursor, () => {
    if (cursor.name === 'TableHeader') table.header = cellsOf(text, cursor)
    else if (cursor.name === 'TableRow') table.rows.push(cellsOf(text, cursor))
  })
  return table
}

/** Shared, as most blocks at the top level hold no items. */
const noItems: readonly Item[] = []

/** Collects the blocks and items of one node of a tree after another. */
export class BlockCollector {
  readonly #text: string
  #blocks: Block[] = []
  #items: Item[] = []
  #item: Item | null = null
  /** How many lists are around. */
  #depth = 0
  #quotes = 0

  constructor(text: string) {
    this.#text = text
  }

  /** What the node at which `cursor` stands is or holds; the cursor stays there. */
  read(cursor: TreeCursor): Markdown {
    this.#blocks = []
    this.#items = []
    this.#collect(cursor)
    return {blocks: this.#blocks, items: this.#items.length > 0 ? this.#items : noItems}
  }

  /** Takes up a node; `ordered` where that is an item of a list. */
  #collect(cursor: TreeCursor, ordered = false): void {
    const {name} = cursor
    if (name === 'Blockquote') {
      this.#quotes++
      eachChild(cursor, () => this.#collect(cursor))
      this.#quotes--
    } else if (name === 'BulletList' || name === 'OrderedList') {
      this.#depth++
      eachChild(cursor, () => this.#collect(cursor, name === 'OrderedList'))
      this.#depth--
    } else if (name === 'ListItem') this.#collectItem(cursor, ordered)
    else this.#collectBlock(cursor)
  }

  #collectItem(cursor: TreeCursor, ordered: boolean): void {
    const {from: start, to: end} = cursor
    const parent = this.#item
    const item: Item = {start, end, ordered, depth: this.#depth, parent, checked: null, box: null}
    this.#items.push(item)
    this.#item = item
    let before = ''
    eachChild(cursor, () => {
      if (cursor.name === 'Task' && before === 'ListMark') this.#blocks.push(this.#taskText(item, cursor))
      else this.#collect(cursor)
      before = cursor.name
    })
    this.#item = parent
  }

  // Blocks are spelt out: to copy the place of one into it takes longer than all the rest.
  #collectBlock(cursor: TreeCursor): void {
    const {name, from: start, to: end} = cursor
    const item = this.#item
    const quoted = this.#quotes > 0
    const level = headingLevels[name]
    const kind = plainKinds[name]
    if (name === 'Paragraph' || name === 'Task') this.#blocks.push({start, end, item, quoted, kind: 'paragraph'})
    else if (name === 'FencedCode') this.#blocks.push(fenceOf(this.#text, cursor, {start, end, item, quoted}))
    else if (name === 'Table') this.#blocks.push(tableOf(this.#text, cursor, {start, end, item, quoted}))
    else if (level !== undefined) {
      const setext = name.startsWith('Setext')
      const title = setext ? underlinedTitle(this.#text, cursor) : titleBetweenMarks(this.#text, start + level, end)
      this.#blocks.push({start, end, item, quoted, kind: 'heading', level, setext, title})
    } else if (kind) this.#blocks.push({start, end, item, quoted, kind})
  }

  /** The parser takes box and text of a task item as one; here the box belongs to the item, which it opens. */
  #taskText(item: Item, {from, to: end}: TreeCursor): Paragraph {
    const box = {start: from, end: from + '[ ]'.length}
    item.box = box
    item.checked = /[xX]/.test(this.#text.slice(box.start, box.end))
    return {start: Math.min(box.end + 1, end), end, item, quoted: this.#quotes > 0, kind: 'paragraph'}
  }
}
