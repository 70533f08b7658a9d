import type {Range} from './finding.ts'
import {addTo} from './grouped.ts'
import {firstAtOrAfter, startingIn, startingWhere} from './ranges.ts'
import {type TitleMatcher, titleKeys} from './titles.ts'

/** Things with titles, found by them; a preset asks for many titles, each of which a document has once or never. */
export class TitleIndex<T extends Range> {
  readonly #all: readonly T[]
  readonly #titleOf: (one: T) => string
  #byKey: Map<string, T[]> | undefined

  /** `all` in order of start. */
  constructor(all: readonly T[], titleOf: (one: T) => string) {
    this.#all = all
    this.#titleOf = titleOf
  }

  /** Those that start inside `within` and have a title that `matcher` matches, in order of start. */
  startingIn(within: Range, matcher: TitleMatcher): T[] {
    const all = this.#all
    const {keys} = matcher
    const count = firstAtOrAfter(all, within.end) - firstAtOrAfter(all, within.start)
    if (keys === null || count <= keys.size)
      return startingWhere(all, within, one => matcher.matches(this.#titleOf(one)))
    this.#byKey ??= this.#groupedByKey()
    const found = new Set<T>()
    for (const key of keys) for (const one of startingIn(this.#byKey.get(key) ?? [], within)) found.add(one)
    return found.size < 2 ? [...found] : [...found].sort((a, b) => a.start - b.start)
  }

  #groupedByKey(): Map<string, T[]> {
    const byKey = new Map<string, T[]>()
    for (const one of this.#all) for (const key of titleKeys(this.#titleOf(one))) addTo(byKey, key, one)
    return byKey
  }
}
