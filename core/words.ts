import {distance} from 'fastest-levenshtein'

/** How many slips of the finger make `written` out of `meant`; two letters that changed places are one. */
export function slipsBetween(written: string, meant: string): number {
  return isSwapped(written, meant) ? 1 : distance(written, meant)
}

function isSwapped(written: string, meant: string): boolean {
  let first = 0
  while (first < meant.length && written[first] === meant[first]) first++
  const swapped = meant.slice(0, first) + meant.charAt(first + 1) + meant.charAt(first) + meant.slice(first + 2)
  return written === swapped && written !== meant
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

/** ` Did you mean "x"?` with the nearest of `known`, or nothing where none is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const found = nearest(word, known)
  return found === null ? '' : ` Did you mean "${found}"?`
}
