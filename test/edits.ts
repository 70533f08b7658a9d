import type {Edit} from '../core/finding.ts'

/**
 * `text` with `edits` made.
 * @throws {RangeError} when an edit lies outside the text, or two overlap
 */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = ''
  let done = 0
  for (const {start, end, text: inserted} of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < done || end < start || end > text.length) {
      throw new RangeError(`The edit ${start}-${end} does not fit a text of ${text.length}, done to ${done}.`)
    }
    result += text.slice(done, start) + inserted
    done = end
  }
  return result + text.slice(done)
}
