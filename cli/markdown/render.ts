import type {Range} from '../../core/finding.ts'
import {type Block, type Item, parseMarkdown} from '../../core/markdown.ts'
import {printedWidth, type Span, tableRows, wrapped} from '../layout.ts'
import type {Style} from '../style.ts'
import {harmless} from '../terminal.ts'
import {type Addresses, inlineSpans} from './inline.ts'

/** A block in the lines that are printed for it. */
interface Printed {
  lines: string[]
  /** Whether a blank line stands above it. */
  isApart: boolean
}

/**
 * Lays out a Markdown text for a terminal: headings, paragraphs, lists, code, tables. Comments and HTML are left out.
 * The result ends in a line break.
 */
export function renderMarkdown(markdown: string, style: Style, addressOf: Addresses): string {
  const text = markdown.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const {blocks} = parseMarkdown(text)
  const renderer = new Renderer(text, style, addressOf)
  const parts = blocks.flatMap(block => renderer.print(block) ?? [])
  const lines = parts.flatMap(({lines, isApart}, index) => (isApart && index > 0 ? ['', ...lines] : lines))
  return `${lines.join('\n')}\n`
}

class Renderer {
  readonly #text: string
  readonly #style: Style
  readonly #addressOf: Addresses
  #item: Item | null = null

  constructor(text: string, style: Style, addressOf: Addresses) {
    this.#text = text
    this.#style = style
    this.#addressOf = addressOf
  }

  print(block: Block): Printed | null {
    const {item} = block
    const opens = item !== null && item !== this.#item
    // Items of one list stand close together, as do an item and those in it.
    const isApart = item === null || this.#item === null || !opens
    const lines = this.#lines(block)
    if (!lines) return null
    this.#item = item
    const indent = '  '.repeat(item?.depth ?? 0)
    const marker = opens ? `${'  '.repeat(item.depth - 1)}${this.#marker(item)}` : indent
    return {isApart, lines: lines.map((line, index) => `${index === 0 ? marker : indent}${line}`.trimEnd())}
  }

  /** One column wider than the indentation, where the number has two digits. */
  #marker({start, ordered, checked}: Item): string {
    if (checked !== null) return checked ? '☑ ' : '☐ '
    if (!ordered) return '• '
    return `${/\d+/.exec(this.#text.slice(start, start + 10))?.[0] ?? '1'}. `
  }

  #lines(block: Block): string[] | null {
    const {paint, columns, split} = this.#style
    const width = columns - 2 * (block.item?.depth ?? 0)
    switch (block.kind) {
      case 'heading': {
        const words = this.#spans(block.title)
        const strong = block.level === 1 ? (text: string) => paint.bold(paint.underline(text)) : paint.bold
        return wrapped(paint.isColorSupported ? repainted(words, strong) : words, width, split).map(line =>
          paint.isColorSupported ? line : `${'#'.repeat(block.level)} ${line}`,
        )
      }
      case 'paragraph':
        return wrapped(this.#spans(block), width, split)
      case 'fence':
        return this.#code(block.content, width, /^te?xt\b/.test(this.#text.slice(block.info.start, block.info.end)))
      case 'code':
        return this.#code(block, width, false)
      case 'rule':
        return [paint.dim('─'.repeat(Math.min(width, 40)))]
      case 'table':
        return this.#table(
          [block.header, ...block.rows].map(row => row.map(cell => this.#spans(cell))),
          width,
        )
      default:
        return null
    }
  }

  #spans({start, end}: Range): Span[] {
    return inlineSpans(this.#text.slice(start, end), this.#style, this.#addressOf)
  }

  #code({start, end}: Range, width: number, isText: boolean): string[] {
    const {paint, split} = this.#style
    const lines = this.#text
      .slice(start, end)
      .split('\n')
      .map(line => harmless(line.replaceAll('\t', '    ')))
    // Only what is text may be broken into more lines than it has.
    const isTooWide = (line: string) => isText && printedWidth(line, split) > width - 4
    const fitting = lines.flatMap(line => (isTooWide(line) ? wrapped([{text: line}], width - 4, split) : line))
    return fitting.map(line => `  ${paint.dim('│')} ${line}`.trimEnd())
  }

  #table(rows: Span[][][], width: number): string[] {
    const {paint, split} = this.#style
    const [header = [], ...body] = rows
    const all = tableRows([header.map(cell => repainted(cell, paint.bold)), ...body], {width, split})
    const lines = all.flat()
    const rule = Math.max(...lines.map(line => printedWidth(line, split)))
    const [head = [], ...rest] = all
    return [...head, paint.dim('─'.repeat(Math.min(rule, width))), ...rest.flat()]
  }
}

function repainted(spans: readonly Span[], over: (text: string) => string): Span[] {
  return spans.map(({text, paint}) => ({text, paint: part => over(paint ? paint(part) : part)}))
}
