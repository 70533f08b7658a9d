/** A name with `*` where anything may stand, as its pieces; `['']` is a name that is nothing. */
export type Wildcard = readonly string[]

/** Whether `name` has the pieces of `wildcard` in their order, the first and the last at its ends. */
export function matchesWildcard(name: string, wildcard: Wildcard): boolean {
  const first = wildcard[0] ?? ''
  const last = wildcard.at(-1) ?? ''
  if (wildcard.length < 2) return name === first
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) return false
  let at = first.length
  const end = name.length - last.length
  for (const piece of wildcard.slice(1, -1)) {
    const found = name.indexOf(piece, at)
    if (found < 0 || found + piece.length > end) return false
    at = found + piece.length
  }
  return true
}

/** Pieces without empty ones between others, as `**` is no more than `*`. */
export function wildcardOf(pieces: readonly string[]): Wildcard {
  return pieces.filter((piece, index) => piece !== '' || index === 0 || index === pieces.length - 1)
}
