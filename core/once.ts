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

/** The same for each key; all results are kept for as long as the function is. */
export function oncePerKey<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return key => {
    const known = made.get(key)
    if (known !== undefined || made.has(key)) return known as T
    const result = make(key)
    made.set(key, result)
    return result
  }
}

/** The same for a part of each object, such as a fence of a document; parts are forgotten with what they are part of. */
export function oncePerPart<K extends object, P extends object, T>(make: (of: K, part: P) => T): (of: K, part: P) => T {
  // What a weak map holds has to be looked through whenever memory is collected, so that one for each part is dear.
  const madeOf = oncePer((_: K) => new Map<P, T>())
  return (of, part) => {
    const made = madeOf(of)
    const known = made.get(part)
    if (known !== undefined || made.has(part)) return known as T
    const result = make(of, part)
    made.set(part, result)
    return result
  }
}
