import {closest, distance} from 'fastest-levenshtein'

/** The word of `known` that `word` is likely to mean, or null where none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const found = known.length > 0 ? closest(word, [...known]) : ''
  return found && distance(word, found) <= Math.max(2, word.length / 3) ? found : null
}

/** ` Did you mean "x"?` with the nearest of `known`, or nothing where none is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const found = nearest(word, known)
  return found ? ` Did you mean "${found}"?` : ''
}
