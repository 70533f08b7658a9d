import {distance} from 'fastest-levenshtein'

/** How many slips of the finger make `written` out of `meant`; two letters that changed places are one. */
export function slipsBetween(written: string, meant: string): number {
  return isSwapped(written, meant) ? 1 : distance(written, meant)
}

function isSwapped(written: string, meant: string): boolean {
  if (written.length !== meant.length || written === meant) return false
  let first = 0
  while (written[first] === meant[first]) first++
  const next = first + 1
  return written[first] === meant[next] && written[next] === meant[first] && written.endsWith(meant.slice(next + 1))
}

/** In most words two slips are a slip, in long ones more. */
const usual = (meant: string) => Math.max(2, Math.floor(meant.length / 3))

/**
 * The word of `known` that `word` is likely to mean, whatever their case, or null where none is near. `allowed` gives
 * the slips that a word may have.
 */
export function nearest(word: string, known: readonly string[], allowed = usual): string | null {
  const written = word.toLowerCase()
  let best: {meant: string; slips: number} | null = null
  for (const meant of known) {
    const slips = slipsBetween(written, meant.toLowerCase())
    if (slips <= allowed(meant) && slips < meant.length && slips < (best?.slips ?? Number.POSITIVE_INFINITY))
      best = {meant, slips}
  }
  return best?.meant ?? null
}

/** The words of a name in any style, in small letters: `rate` and `table` of `RateTable` and `rate_table`. */
export function wordsOfName(name: string): string[] {
  return name
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** ` Did you mean "x"?` with the nearest of `known`, or nothing where none is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const found = nearest(word, known)
  return found === null ? '' : ` Did you mean "${found}"?`
}
