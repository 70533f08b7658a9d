import type {Nodes, TableRow} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {gfm} from 'micromark-extension-gfm'
import type {Range} from '../../core/finding.ts'
import {type Block, type Item, parseMarkdown} from '../../core/markdown.ts'
import {SourceText} from '../../core/text.ts'

/** Words each place of a text the same way for both parsers, such as `heading 2 @3-3 "Overview"`. */
class Wording {
  readonly #source: SourceText

  constructor(text: string) {
    this.#source = new SourceText(text)
  }

  heading(level: number, place: Range, title: Range | null): string {
    return `heading ${level} ${this.#lines(place)} ${this.#quote(title)}`
  }

  fence(place: Range, info: string): string {
    return `fence ${this.#lines(place)} ${JSON.stringify(info)}`
  }

  item(place: Range, ordered: boolean, depth: number): string {
    return `${ordered ? 'numbered item' : 'item'} of depth ${depth} ${this.#lines(place)}`
  }

  box(place: Range, checked: boolean): string {
    return `${checked ? 'checked' : 'open'} box @${this.#source.lineAt(place.start)}`
  }

  table(place: Range, rows: readonly (readonly (Range | null)[])[]): string {
    return `table ${this.#lines(place)} ${rows.map(row => row.map(cell => this.#quote(cell)).join('|')).join(' / ')}`
  }

  /** An unclosed fence in a list or quote ends for remark at the beginning of the line after; that line is not its own. */
  #lines({start, end}: Range): string {
    const first = this.#source.lineAt(start)
    const last = this.#source.lineAt(end)
    const ownsLast = last === first || end > this.#source.lineStart(last)
    return `@${first}-${ownsLast ? last : last - 1}`
  }

  #quote(range: Range | null): string {
    return range ? JSON.stringify(this.#source.text.slice(range.start, range.end)) : '""'
  }
}

/** The places that `core/markdown.ts` finds in `text`. */
export function ourPlaces(text: string): string[] {
  const {blocks, items} = parseMarkdown(text)
  const wording = new Wording(text)
  const ofBlock = (block: Block): string[] => {
    if (block.kind === 'heading') return [wording.heading(block.level, block, block.title)]
    if (block.kind === 'fence') return [wording.fence(block, text.slice(block.info.start, block.info.end))]
    if (block.kind === 'table') return [wording.table(block, [block.header, ...block.rows])]
    return []
  }
  const ofItem = (item: Item): string[] => [
    wording.item(item, item.ordered, item.depth),
    ...(item.checked === null ? [] : [wording.box(item, item.checked)]),
  ]
  return [...blocks.flatMap(ofBlock), ...items.flatMap(ofItem)]
}

// Without the transforms, which look for bare addresses in text and leave nodes without a position.
const mdastExtensions = gfmFromMarkdown().map(({transforms: _, ...extension}) => extension)

function rangeOf(node: Nodes): Range {
  const {start, end} = node.position as {start: {offset: number}; end: {offset: number}}
  return {start: start.offset, end: end.offset}
}

/** From the first child to the last, or null without children. */
function insideOf(children: readonly Nodes[]): Range | null {
  const [first] = children
  const last = children.at(-1)
  return first && last ? {start: rangeOf(first).start, end: rangeOf(last).end} : null
}

function cellsOf(row: TableRow): (Range | null)[] {
  return row.children.map(cell => insideOf(cell.children))
}

/** The places that remark finds in `text`. */
function remarkPlaces(text: string): string[] {
  const wording = new Wording(text)
  const places: string[] = []
  const visit = (node: Nodes, depth: number, ordered: boolean) => {
    const place = rangeOf(node)
    if (node.type === 'heading') places.push(wording.heading(node.depth, place, insideOf(node.children)))
    else if (node.type === 'code' && /^[`~]/.test(text.slice(place.start))) {
      places.push(wording.fence(place, [node.lang, node.meta].filter(Boolean).join(' ')))
    } else if (node.type === 'listItem') {
      places.push(wording.item(place, ordered, depth))
      if (typeof node.checked === 'boolean') places.push(wording.box(place, node.checked))
    } else if (node.type === 'table') places.push(wording.table(place, node.children.map(cellsOf)))
    if (!('children' in node)) return
    for (const child of node.children) {
      visit(child, node.type === 'list' ? depth + 1 : depth, node.type === 'list' && node.ordered === true)
    }
  }
  visit(fromMarkdown(text, {extensions: [gfm()], mdastExtensions}), 0, false)
  return places
}

/** What one parser finds and the other does not: `remark: …` or `ours: …`, in order. */
export function differences(text: string): string[] {
  const ours = new Set(ourPlaces(text))
  const theirs = new Set(remarkPlaces(text))
  return [
    ...[...theirs].filter(place => !ours.has(place)).map(place => `remark: ${place}`),
    ...[...ours].filter(place => !theirs.has(place)).map(place => `ours: ${place}`),
  ]
}
