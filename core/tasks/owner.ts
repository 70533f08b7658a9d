import type {Range} from '../finding.ts'

/**
 * A function that gives the innermost of `all`, given in document order, around a place; to be asked for one place after
 * the other, in order.
 */
export function ownerFinder<T extends {extent: Range}>(all: readonly T[]): (place: Range) => T | null {
  const open: T[] = []
  let next = 0
  return ({start, end}) => {
    for (let one = all[next]; one && one.extent.start < end; one = all[++next]) open.push(one)
    while (open.length > 0 && (open.at(-1) as T).extent.end <= start) open.pop()
    return open.at(-1) ?? null
  }
}
