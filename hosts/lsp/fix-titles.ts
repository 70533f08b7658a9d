import type {Edit} from '../../core/finding.ts'
import {excerpt} from '../../core/rule.ts'

const mostNamed = 3

/** What a menu calls the fix that makes `edits` in `text`, such as `Fix: change "3" to "2"`. */
export function fixTitle(edits: readonly Edit[], text: string): string {
  const changes = [...new Set(edits.map(edit => changeOf(edit, text)))]
  if (changes.length <= mostNamed) return `Fix: ${changes.join(', ')}`
  const named = changes.slice(0, mostNamed - 1)
  return `Fix: ${named.join(', ')} and ${changes.length - named.length} more changes`
}

function changeOf({start, end, text: inserted}: Edit, text: string): string {
  const removed = text.slice(start, end)
  if (inserted === '') return `delete ${quoted(removed)}`
  return removed === '' ? `insert ${quoted(inserted)}` : `change ${quoted(removed)} to ${quoted(inserted)}`
}

function quoted(words: string): string {
  return words.trim() === '' ? (/[\r\n]/.test(words) ? 'a line break' : 'blanks') : `"${excerpt(words)}"`
}
