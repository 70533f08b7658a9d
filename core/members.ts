/** What counts when members of an enumeration are compared: `Not Started`, `not-started` and `notstarted` are one. */
export function lettersOf(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}]+/gu, '')
}

/** The member that `written` spells in whatever case and with whatever between its words; null where it is none. */
export function memberLike(written: string, members: readonly string[]): string | null {
  const letters = lettersOf(written)
  return members.find(member => lettersOf(member) === letters) ?? null
}
