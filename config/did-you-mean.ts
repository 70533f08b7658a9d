import {nearest} from '../core/words.ts'

/** `; did you mean "x"?` where one of `known` is near enough to be a slip of `wrong`, else nothing. */
export function didYouMean(wrong: string, known: readonly string[]): string {
  const near = nearest(wrong, known)
  return near === null ? '' : `; did you mean "${near}"?`
}
