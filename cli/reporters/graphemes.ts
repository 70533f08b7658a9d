import stringWidth from 'string-width'
import type {Glyph} from './cells.ts'

const segmenter = new Intl.Segmenter()

/** The characters of `text` as people see them: composed ones, wide ones, emoji of several code points. */
export function graphemes(text: string): Glyph[] {
  return Array.from(segmenter.segment(text), ({segment}) => ({text: segment, width: stringWidth(segment)}))
}
