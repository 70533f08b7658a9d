/** `make`, called at most once for each object; what it returns is shared, and nobody may change it. */
export function oncePer<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, {made: T}>()
  return of => {
    let result = known.get(of)
    if (!result) {
      result = {made: make(of)}
      known.set(of, result)
    }
    return result.made
  }
}

/** The same for a part of each object, such as a fence of a document. */
export function oncePerPart<K extends object, P extends object, T>(make: (of: K, part: P) => T): (of: K, part: P) => T {
  const partsOf = oncePer((of: K) => oncePer((part: P) => make(of, part)))
  return (of, part) => partsOf(of)(part)
}
