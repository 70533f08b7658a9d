/** So many UTF-16 units of texts are kept, with what was made of them. */
const mostKept = 2 ** 22

/**
 * `make`, called once for a text as long as few others come between: the plans of a repository ask about the same files
 * again and again.
 */
export function perText<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, {made: T}>()
  let length = 0
  return text => {
    const found = known.get(text)
    if (found) return found.made
    length += text.length
    if (length > mostKept) {
      known.clear()
      length = text.length
    }
    const made = make(text)
    known.set(text, {made})
    return made
  }
}
