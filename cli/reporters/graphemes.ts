import stringWidth from 'string-width'
import type {Glyph} from './cells.ts'

const segmenter = new Intl.Segmenter()

const widths = new Map<string, number>()

/** The characters of `text` as people see them: composed ones, wide ones, emoji of several code points. */
export function graphemes(text: string): Glyph[] {
  return Array.from(segmenter.segment(text), ({segment}) => ({text: segment, width: widthOf(segment)}))
}

function widthOf(segment: string): number {
  const known = widths.get(segment)
  if (known !== undefined) return known
  const width = stringWidth(segment)
  widths.set(segment, width)
  return width
}
