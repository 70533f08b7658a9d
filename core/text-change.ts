/** The stretch in which two texts differ: from `start` to `endBefore` in the one, to `endAfter` in the other. */
export interface TextChange {
  start: number
  endBefore: number
  endAfter: number
}

/** So many characters are compared at a time. */
const step = 4096

/** What was changed from `before` to `after`; null where nothing was. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  const start = sameAtStart(before, after, most)
  const same = sameAtEnd(before, after, most - start)
  return {start, endBefore: before.length - same, endAfter: after.length - same}
}

function sameAtStart(one: string, other: string, most: number): number {
  let same = 0
  while (same + step <= most && one.slice(same, same + step) === other.slice(same, same + step)) same += step
  while (same < most && one.charCodeAt(same) === other.charCodeAt(same)) same++
  return same
}

function sameAtEnd(one: string, other: string, most: number): number {
  let same = 0
  const isSame = (count: number) =>
    one.slice(one.length - same - count, one.length - same) ===
    other.slice(other.length - same - count, other.length - same)
  while (same + step <= most && isSame(step)) same += step
  while (same < most && one.charCodeAt(one.length - 1 - same) === other.charCodeAt(other.length - 1 - same)) same++
  return same
}
