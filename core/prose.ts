import {codeSpansIn, type Document} from './document.ts'
import type {Range} from './finding.ts'
import type {Label} from './labels.ts'
import type {Line} from './lines.ts'
import type {Block, Table} from './markdown.ts'
import {startingIn} from './ranges.ts'

/**
 * A place that holds one thing: a heading's text, a line, a label's value, a table cell. A slot that fills such a place
 * whole was never filled in, wherever it stands.
 */
export interface Spot extends Range {
  /** `syntax` is a cell that says how something is called, where brackets are no slots. */
  kind: 'heading' | 'line' | 'value' | 'cell' | 'syntax'
  /** The name that a value belongs to. */
  label: Label | null
}

/** A stretch of running text that is read as one: a paragraph, a heading's text, a table cell. */
export class Passage implements Range {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lines: readonly Line[]
  readonly #document: Document
  readonly #readSpots: () => Spot[]
  #spots: readonly Spot[] | undefined
  #codeSpans: readonly Range[] | undefined

  constructor(document: Document, {start, end}: Range, readSpots: () => Spot[], lines: readonly Line[] = []) {
    this.start = start
    this.end = end
    this.text = document.text.slice(start, end)
    this.lines = lines
    this.#document = document
    this.#readSpots = readSpots
  }

  /** The spots inside it, the narrowest last. */
  get spots(): readonly Spot[] {
    this.#spots ??= this.#readSpots()
    return this.#spots
  }

  get codeSpans(): readonly Range[] {
    this.#codeSpans ??= this.text.includes('`') ? codeSpansIn(this.#document.text, this) : []
    return this.#codeSpans
  }
}

const taskLead = /^(?:\*\*|\[)?T(?:\d[\w.-]*|X{2,})(?:\*\*|\])?:?\s+/
const tagLead = /^\[(?:P|US\d+(?:[+,]\s*US\d+)*|Story)\]:?\s+/

/** Start of a line's own words, after a task id and its tags. */
export function wordsStart(text: string, {start, end}: Range): number {
  let words = text.slice(start, end)
  for (let lead = taskLead.exec(words); lead; lead = tagLead.exec(words)) words = words.slice(lead[0].length)
  return end - words.length
}

function spotsOfHeading(document: Document, title: Range): Spot[] {
  const words = document.text.slice(title.start, title.end)
  const separator = /(?:[:：]|\s[-–—])\s+/.exec(words)
  const spots: Spot[] = [{kind: 'heading', start: title.start, end: title.end, label: null}]
  if (separator) {
    const start = title.start + separator.index + separator[0].length
    spots.push({kind: 'heading', start, end: title.end, label: null})
  }
  return spots
}

function spotsOfParagraph(document: Document, lines: readonly Line[], block: Range): Spot[] {
  const {text} = document
  const spots: Spot[] = lines.map(line => ({kind: 'line', start: wordsStart(text, line), end: line.end, label: null}))
  for (const label of startingIn(document.labels, block)) {
    if (label.value.start < label.value.end) spots.push({kind: 'value', ...label.value, label})
  }
  return spots
}

/** What a column says in brackets is how something is called: `[base-branch]`. */
const syntaxColumn =
  /^[\s*_`]*(?:arguments?|args?|parameters?|params?|options?|flags?|usage|syntax|signature|invocation)[\s*_`]*$/i

function passagesOfTable(document: Document, {header, rows}: Table): Passage[] {
  const isSyntax = header.map(({start, end}) => syntaxColumn.test(document.text.slice(start, end)))
  return [header, ...rows].flatMap(row =>
    row.map((cell, column) => {
      const {start, end} = cell
      const kind = isSyntax[column] ? 'syntax' : 'cell'
      return new Passage(document, cell, () => [{kind, start, end, label: null}])
    }),
  )
}

/** Whether a block has passages of prose. */
export function isProse({kind}: Block): boolean {
  return kind === 'paragraph' || kind === 'heading' || kind === 'table'
}

/** Where the passages of a block stand. */
export function proseIn(block: Block): readonly Range[] {
  if (block.kind === 'heading') return [block.title]
  if (block.kind === 'table') return [...block.header, ...block.rows.flat()]
  return block.kind === 'paragraph' ? [block] : []
}

/** The passages of `blocks` of a document, in order: all prose outside code, comments and definitions. */
export function passagesOf(document: Document, blocks: readonly Block[]): Passage[] {
  const passages: Passage[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') {
      passages.push(new Passage(document, block.title, () => spotsOfHeading(document, block.title)))
    } else if (block.kind === 'table') {
      for (const passage of passagesOfTable(document, block)) passages.push(passage)
    } else if (block.kind === 'paragraph') {
      const lines = startingIn(document.lines, block)
      passages.push(new Passage(document, block, () => spotsOfParagraph(document, lines, block), lines))
    }
  }
  return passages
}
