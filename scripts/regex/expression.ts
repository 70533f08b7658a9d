/** A regular expression of ours. */
export interface Expression {
  source: string
  flags: string
  /** Where it is written or put together, as `file:line`, relative to the root of the project. */
  places: readonly string[]
}

/** As code has it. */
export function written({source, flags}: Pick<Expression, 'source' | 'flags'>): string {
  return `/${source}/${flags}`
}

/** The folders whose expressions meet texts of strangers. */
export const folders = ['core', 'rules', 'presets', 'hosts', 'config', 'repository', 'cli']

/** Collects expressions, each once with all its places. */
export class Expressions {
  readonly #known = new Map<string, {source: string; flags: string; places: Set<string>}>()

  add(source: string, flags: string, place: string): void {
    const key = written({source, flags})
    const known = this.#known.get(key) ?? {source, flags, places: new Set()}
    this.#known.set(key, known)
    known.places.add(place)
  }

  all(): Expression[] {
    return Array.from(this.#known.values(), ({places, ...expression}) => ({...expression, places: [...places]}))
  }
}
