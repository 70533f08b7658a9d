/**
 * An equal string that is no part of another. A part keeps the whole in memory: what is remembered of a document must not
 * hold every text that it had.
 */
export function detached(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string
}
