/**
 * What is left of `items` without some of them in a row: at first without most, then without fewer and fewer, at last
 * without one.
 */
export function* without<T>(items: readonly T[]): Generator<T[]> {
  for (let count = items.length >> 1; count >= 1; count >>= 1) {
    for (let at = 0; at < items.length; at += count) yield [...items.slice(0, at), ...items.slice(at + count)]
  }
}

/** Texts that are like `text` without some of its lines, or of its characters. */
export function* smallerTexts(text: string): Generator<string> {
  const lines = text.split(/(?<=\n)/)
  if (lines.length > 1) for (const rest of without(lines)) yield rest.join('')
  const characters = [...text]
  // Longer texts get shorter by lines first.
  if (characters.length <= 400) for (const rest of without(characters)) yield rest.join('')
}
