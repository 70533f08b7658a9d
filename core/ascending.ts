/**
 * The greatest set of `items` that stand in ascending order, as their indices; what is not among them is the smallest
 * set that would have to move. `compare` as for `sort`; equal items do not ascend. Of several such sets one with the
 * smaller items is taken.
 *
 * Longest increasing subsequence by patience sorting, O(n log n).
 */
export function longestAscending<T>(items: readonly T[], compare: (a: T, b: T) => number): number[] {
  // Mostly they all do.
  const ascends = (item: T, index: number) => index === 0 || compare(items[index - 1] as T, item) < 0
  if (items.every(ascends)) return [...items.keys()]
  /** For each length, the index of the smallest item that ends such a run. */
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  for (const [index, item] of items.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(items[ends[middle] as number] as T, item) < 0) low = middle + 1
      else high = middle
    }
    previous.push(ends[low - 1])
    ends[low] = index
  }
  const run: number[] = []
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) run.push(index)
  return run.reverse()
}
