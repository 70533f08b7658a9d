import {closest, distance} from 'fastest-levenshtein'

/** `; did you mean "x"?` where one of `known` is near enough to be a slip of `wrong`, else nothing. */
export function didYouMean(wrong: string, known: readonly string[]): string {
  if (known.length === 0) return ''
  const near = closest(wrong.toLowerCase(), known)
  const allowed = Math.max(2, Math.floor(near.length / 3))
  const slips = distance(wrong.toLowerCase(), near)
  return slips <= allowed && slips < near.length ? `; did you mean "${near}"?` : ''
}
