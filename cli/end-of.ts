import {type Splitter, widthOf} from './reporters/cells.ts'

/** `text` in at most `width` columns. What is too long loses its beginning: the end of a path says more. */
export function endOf(text: string, width: number, split: Splitter): string {
  if (widthOf(text, split) <= width) return text
  const glyphs = split(text)
  let taken = 1
  const lost = glyphs.findLastIndex(glyph => {
    taken += glyph.width
    return taken > width
  })
  const kept = glyphs.slice(lost + 1).map(glyph => glyph.text)
  return `…${kept.join('')}`
}
