type Make = (text: string, context: never) => unknown

/** By start of the stretch. */
type Results = Map<number, {end: number; result: unknown}>

/** More kinds of results than a preset asks for are those of presets that are no longer used. */
const mostKinds = 60

/** How many places of the list a kind of results takes: its function, its context, what was made. */
const width = 3

/** A stretch of text that does not change, with what was found out about parts of it. */
export class Facts {
  readonly #text: string
  /** One kind of results behind the other; a document has many stretches of which nothing is asked, and some have much. */
  #kinds: unknown[] | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** `make` of the stretch from `start` to `end`, called at most once for it; see `Chunks.recall`. */
  recall(make: Make, start: number, end: number, context: unknown): unknown {
    const results = this.#made(make, context, () => new Map()) as Results
    const known = results.get(start)
    if (known?.end === end) return known.result
    const result = make(this.#text.slice(start, end), context as never)
    results.set(start, {end, result})
    return result
  }

  /** As `recall`, of the whole stretch and what it was taken apart into, which `read` reads. */
  recallWhole<T>(make: object, context: unknown, read: () => T): T {
    return this.#made(make, context, read) as T
  }

  /** What was kept for `make` and `context`; `begin` makes it where there is nothing yet. */
  #made(make: object, context: unknown, begin: () => unknown): unknown {
    this.#kinds ??= []
    const kinds = this.#kinds
    for (let index = 0; index < kinds.length; index += width) {
      if (kinds[index] === make && kinds[index + 1] === context) return kinds[index + 2]
    }
    const made = begin()
    if (kinds.length >= mostKinds * width) kinds.length = 0
    kinds.push(make, context, made)
    return made
  }
}
