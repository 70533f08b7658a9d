// A folder that the user names may hold what other programs keep, under names of digits as well.
const ending = '.plan-lint.json'
const digits = 32

/** What the entry is called for which `hash`, in hexadecimal digits, stands. */
export function entryNameOf(hash: string): string {
  return `${hash.slice(0, digits)}${ending}`
}

export function isEntryName(name: string): boolean {
  return name.endsWith(ending) && name.length === digits + ending.length && /^[0-9a-f]+\./.test(name)
}

/** Whether this is about to take the place of an entry: its name is followed by a number. */
export function isTemporaryName(name: string): boolean {
  return isEntryName(name.replace(/\.\d+$/, '')) && !isEntryName(name)
}
