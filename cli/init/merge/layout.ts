import {lineStartOf} from '../../../core/text.ts'

/** Text to be put in; nothing is taken out. */
export interface Insertion {
  offset: number
  text: string
}

/** `text` with all `insertions`, those at one offset in their order. */
export function withInsertions(text: string, insertions: readonly Insertion[]): string {
  const ordered = insertions.map((insertion, index) => ({...insertion, index}))
  ordered.sort((a, b) => b.offset - a.offset || b.index - a.index)
  return ordered.reduce((whole, {offset, text: added}) => whole.slice(0, offset) + added + whole.slice(offset), text)
}

export function newlineOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n'
}

/** The white space that the line of `offset` begins with. */
export function indentationAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStartOf(text, offset)))?.[0] ?? ''
}

/** Every line of `text` behind `indentation`; lines that are empty stay so. */
export function indented(text: string, indentation: string): string {
  return text.replace(/^(?=[^\r\n])/gm, indentation)
}
