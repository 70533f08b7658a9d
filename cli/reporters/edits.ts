import type {Edit} from '../../core/finding.ts'

/** One edit that does what all of `edits`, which do not overlap, do; undefined where there is none. */
export function joinedEdit(text: string, edits: readonly Edit[]): Edit | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  const [first, ...rest] = sorted
  if (!first) return undefined
  return rest.reduce((joined, edit) => {
    const between = text.slice(joined.end, edit.start)
    return {start: joined.start, end: Math.max(joined.end, edit.end), text: joined.text + between + edit.text}
  }, first)
}
