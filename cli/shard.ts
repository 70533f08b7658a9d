import {Problem} from '../config/problem.ts'

export interface Shard {
  /** 1-based. */
  index: number
  count: number
}

/**
 * Reads `2/5`.
 * @throws {Problem} when it is something else
 */
export function shardOf(words: string): Shard {
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(words) ?? []).map(Number)
  if (index >= 1 && index <= count) return {index, count}
  throw new Problem(`--shard is "${words}"; write which of how many, such as --shard 1/3`)
}

/** The part of `items` that falls to a shard; every item falls to one of them. */
export function partOf<T>(items: readonly T[], {index, count}: Shard): T[] {
  return items.filter((_, at) => at % count === index - 1)
}
