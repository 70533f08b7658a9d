/**
 * The text as the block parser reads it: same length, so that every offset fits the original. Line breaks become `\n`,
 * a byte order mark and the front matter become blank.
 */
export interface Reading {
  text: string
  /** The YAML between the `---` lines, or null. */
  frontMatter: {start: number; end: number} | null
  /** Where the body begins. */
  bodyStart: number
}

function unifyLineBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r(\n?)/g, (_, feed: string) => (feed ? ' \n' : '\n')) : text
}

/** Blanks `start`..`end` but for its line breaks. */
function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end)
}

export function readingOf(original: string): Reading {
  let text = unifyLineBreaks(original)
  const marked = text.startsWith('\uFEFF')
  if (marked) text = ` ${text.slice(1)}`
  const opening = (marked ? /^ ---[ \t]*\n/ : /^---[ \t]*\n/).exec(text)
  if (!opening) return {text, frontMatter: null, bodyStart: 0}
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/gm
  closing.lastIndex = opening[0].length
  const end = closing.exec(text)
  if (!end) return {text, frontMatter: null, bodyStart: 0}
  const bodyStart = closing.lastIndex
  return {
    text: blank(text, 0, bodyStart),
    frontMatter: {start: opening[0].length, end: end.index},
    bodyStart,
  }
}
