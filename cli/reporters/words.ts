/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** `a, b, c`, and of more than three the first three and how many are left. */
export function list(items: readonly string[]): string {
  const more = items.length - 3
  return more > 1 ? `${items.slice(0, 3).join(', ')} and ${more} more` : items.join(', ')
}
