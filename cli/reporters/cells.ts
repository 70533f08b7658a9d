import {harmless} from '../terminal.ts'

/** What is printed for one character, and how many columns it takes. */
export interface Glyph {
  text: string
  width: number
}

/** Splits text into glyphs whose texts, put together, are that text. */
export type Splitter = (text: string) => Glyph[]

/** A glyph in its place in a document; `text` is what is printed for it. */
export interface Cell extends Glyph {
  /** Offset in the document. */
  start: number
  end: number
}

/** Characters that are known to take one column each; not nearly all that do. */
const plain =
  /^[\t -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2190-\u21ff\u2500-\u257f\ufeff]*$/

const plainSplitter: Splitter = text => Array.from(text, character => ({text: character, width: 1}))

/** A splitter that is good for all `texts`; the one for any text takes a while to load. */
export async function splitterFor(texts: Iterable<string>): Promise<Splitter> {
  for (const text of texts) if (!plain.test(text)) return (await import('./graphemes.ts')).graphemes
  return plainSplitter
}

/** The cells of a stretch of one line that begins at `offset` of the document. Tabs take four columns. */
export function cellsOf(text: string, offset: number, split: Splitter): Cell[] {
  let end = offset
  return split(text).map(glyph => {
    const start = end
    end += glyph.text.length
    return {...printed(glyph), start, end}
  })
}

function printed({text, width}: Glyph): Glyph {
  if (text === '\t') return {text: '    ', width: 4}
  if (text === '\ufeff') return {text: '', width: 0}
  const shown = harmless(text)
  return shown === text ? {text, width} : {text: shown, width: shown.length}
}

/** Columns that `text`, which holds no tab, takes. */
export function widthOf(text: string, split: Splitter): number {
  return plain.test(text) ? text.length : split(text).reduce((sum, {width}) => sum + width, 0)
}
