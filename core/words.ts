import {closest, distance} from 'fastest-levenshtein'

/** ` Did you mean "x"?` with the nearest of `known`, or nothing where none is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const nearest = known.length > 0 ? closest(word, [...known]) : ''
  return nearest && distance(word, nearest) <= Math.max(2, word.length / 3) ? ` Did you mean "${nearest}"?` : ''
}
