import type {Range} from './finding.ts'

/** All of a text, with what starts at its very end. */
export function wholeOf(text: string): Range {
  return {start: 0, end: text.length + 1}
}

/** Whether a cursor at `offset` is in a range or right at one of its ends. */
export function touches({start, end}: Range, offset: number): boolean {
  return start <= offset && offset <= end
}

/** A range without the blanks and line breaks at its end. */
export function withoutTail(text: string, {start, end}: Range): Range {
  return {start, end: start + text.slice(start, end).trimEnd().length}
}

/** Index of the first of `ranges` (in order of start) that starts at or after `offset`. */
export function firstAtOrAfter(ranges: readonly Range[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as Range).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Those of `ranges` (in order of start) that start inside `within`. */
export function startingIn<T extends Range>(ranges: readonly T[], within: Range): T[] {
  return ranges.slice(firstAtOrAfter(ranges, within.start), firstAtOrAfter(ranges, within.end))
}

/** Those of `ranges` (in order of start) that start inside `within` and pass `test`. */
export function startingWhere<T extends Range>(ranges: readonly T[], within: Range, test: (range: T) => boolean): T[] {
  const found: T[] = []
  for (let index = firstAtOrAfter(ranges, within.start); index < ranges.length; index++) {
    const range = ranges[index] as T
    if (range.start >= within.end) break
    if (test(range)) found.push(range)
  }
  return found
}

/** Whether one of `ranges` (in order of start) starts inside `within`. */
export function haveStart(ranges: readonly Range[], within: Range): boolean {
  const first = ranges[firstAtOrAfter(ranges, within.start)]
  return first !== undefined && first.start < within.end
}

/** Whether one of `ranges` (in order of start) that passes `test` starts inside `within`. */
export function doesOneStart<T extends Range>(
  ranges: readonly T[],
  within: Range,
  test: (range: T) => boolean,
): boolean {
  for (let index = firstAtOrAfter(ranges, within.start); index < ranges.length; index++) {
    const range = ranges[index] as T
    if (range.start >= within.end) return false
    if (test(range)) return true
  }
  return false
}

/** The places that `ranges` have a part of, in order and without overlap. */
export function merged(ranges: readonly Range[]): Range[] {
  const places: Range[] = []
  for (const {start, end} of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = places.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else places.push({start, end})
  }
  return places
}

/** Whether one of `ranges` (in order, without overlap) holds what stands at `offset`. */
export function haveAround(ranges: readonly Range[], offset: number): boolean {
  return haveAny(ranges, {start: offset, end: offset + 1})
}

/** A function that gives the one of `all`, which are in order and do not overlap, around an offset; null where none is. */
export function finderAround<T>(all: readonly T[], rangeOf: (one: T) => Range): (offset: number) => T | null {
  const ranges = all.map(rangeOf)
  return offset => {
    const index = firstAtOrAfter(ranges, offset + 1) - 1
    const range = ranges[index]
    return range && offset < range.end ? (all[index] as T) : null
  }
}

/** Whether one of `ranges` (in order, without overlap) has a part of `place`. */
export function haveAny(ranges: readonly Range[], {start, end}: Range): boolean {
  const last = ranges[firstAtOrAfter(ranges, end) - 1]
  return last !== undefined && last.end > start
}
