import type {Range} from './finding.ts'

/** A text whose front matter is blank, so that the block parser does not take it for rules and headings. */
export interface Body {
  /** As long as the whole text, so that every offset fits it. */
  text: string
  /** The YAML between the `---` lines, or null. */
  frontMatter: Range | null
}

/** Parts a text from its front matter. Line breaks have to be `\n`. */
export function bodyOf(text: string): Body {
  const opening = /^---[ \t]*\n/.exec(text)
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/gm
  closing.lastIndex = opening?.[0].length ?? 0
  const end = opening && closing.exec(text)
  if (!end) return {text, frontMatter: null}
  const blank = text.slice(0, closing.lastIndex).replace(/[^\n]/g, ' ')
  return {
    text: blank + text.slice(closing.lastIndex),
    frontMatter: {start: opening[0].length, end: end.index},
  }
}
