import type {SyntaxNode} from '@lezer/common'
import {parser} from '@lezer/markdown'
import type {Paint, Span} from '../layout.ts'
import type {Style} from '../style.ts'
import {harmless} from '../terminal.ts'

/** The address that a link leads to, to be shown behind its words; null where these say enough. */
export type Addresses = (link: string) => string | null

const marks = new Set(['EmphasisMark', 'CodeMark', 'LinkMark', 'LinkTitle', 'LinkLabel'])
const same: Paint = text => text

/** The words of one paragraph, heading or cell of Markdown, its marks turned into paint. */
export function inlineSpans(markdown: string, {paint}: Pick<Style, 'paint'>, addressOf: Addresses): Span[] {
  return new InlineReader(markdown.replace(/\s+/g, ' '), paint, addressOf).read()
}

class InlineReader {
  readonly #text: string
  readonly #paint: Style['paint']
  readonly #addressOf: Addresses
  readonly #paints: Readonly<Record<string, Paint>>
  readonly #spans: Span[] = []

  constructor(text: string, paint: Style['paint'], addressOf: Addresses) {
    this.#text = text
    this.#paint = paint
    this.#addressOf = addressOf
    this.#paints = {
      StrongEmphasis: paint.bold,
      Emphasis: paint.italic,
      InlineCode: paint.cyan,
      Link: paint.underline,
    }
  }

  read(): Span[] {
    this.#walk(parser.parse(this.#text).topNode, same)
    return this.#spans
  }

  #walk(node: SyntaxNode, outer: Paint): void {
    const own = this.#paints[node.name]
    const paint: Paint = own ? text => outer(own(text)) : outer
    let at = node.from
    for (let child = node.firstChild; child; child = child.nextSibling) {
      this.#add(at, child.from, paint)
      at = child.to
      this.#child(child, node, paint)
    }
    this.#add(at, node.to, paint)
    if (node.name === 'Link') this.#address(node)
  }

  #child(child: SyntaxNode, {name: parent}: SyntaxNode, paint: Paint): void {
    const {name, from, to} = child
    if (name === 'Escape') this.#add(from + 1, to, paint)
    // Without colour the marks of code are all that tells it from words.
    else if (name === 'CodeMark' && !this.#paint.isColorSupported) this.#add(from, to, paint)
    else if (!marks.has(name) && !(name === 'URL' && parent === 'Link')) this.#walk(child, paint)
  }

  #add(from: number, to: number, paint: Paint): void {
    if (from < to) this.#spans.push({text: harmless(this.#text.slice(from, to)), paint})
  }

  #address(link: SyntaxNode): void {
    const url = link.getChild('URL')
    const address = url && this.#addressOf(this.#text.slice(url.from, url.to))
    if (address) this.#spans.push({text: ` (${harmless(address)})`, paint: this.#paint.dim})
  }
}
