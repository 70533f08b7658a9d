import stringWidth from 'string-width'
import {harmless} from '../terminal.ts'

/** One character as people see it: what is printed for it, how many columns that takes, where it stands. */
export interface Cell {
  text: string
  width: number
  /** Offset in the document. */
  start: number
  end: number
}

const segmenter = new Intl.Segmenter()
const tab = '    '

/** The cells of a stretch of one line that begins at `offset` of the document. */
export function cellsOf(text: string, offset: number): Cell[] {
  const cells: Cell[] = []
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it tells plain ASCII from all else.
  const isAscii = /^[\x00-\x7f]*$/.test(text)
  let start = offset
  for (const character of isAscii ? text : graphemes(text)) {
    cells.push({...printed(character), start, end: start + character.length})
    start += character.length
  }
  return cells
}

function printed(character: string): {text: string; width: number} {
  if (character === '\t') return {text: tab, width: tab.length}
  if (character === '\ufeff') return {text: '', width: 0}
  const text = harmless(character)
  return {text, width: /^[ -~]$/.test(text) ? 1 : stringWidth(text)}
}

function* graphemes(text: string): Iterable<string> {
  for (const {segment} of segmenter.segment(text)) yield segment
}

/** Columns that `text`, printed by `harmless`, takes. */
export function widthOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text)
}
