type Make = (text: string, context: never) => unknown

/** By start of the stretch. */
type Results = Map<number, {end: number; result: unknown}>

/** More kinds of results than a preset asks for are those of presets that are no longer used. */
const mostKinds = 60

interface Kind {
  make: object
  context: unknown
  made: unknown
  next: Kind | null
}

/** A stretch of text that does not change, with what was found out about parts of it. */
export class Facts {
  readonly #text: string
  /** Where the stretch begins in the text. */
  readonly #from: number
  /** The kind of results begun last; each leads to the one before, as of most stretches next to nothing is asked. */
  #last: Kind | null = null

  constructor(text: string, from: number) {
    this.#text = text
    this.#from = from
  }

  /** `make` of the stretch from `start` to `end`, called at most once for it; see `Chunks.recall`. */
  recall(make: Make, start: number, end: number, context: unknown): unknown {
    const results = this.#made(make, context, () => new Map()) as Results
    const known = results.get(start)
    if (known?.end === end) return known.result
    const result = make(this.#text.slice(this.#from + start, this.#from + end), context as never)
    results.set(start, {end, result})
    return result
  }

  /** As `recall`, of the whole stretch and what it was taken apart into, which `read` reads. */
  recallWhole<T>(make: object, context: unknown, read: () => T): T {
    return this.#made(make, context, read) as T
  }

  /** What was kept for `make` and `context`; `begin` makes it where there is nothing yet. */
  #made(make: object, context: unknown, begin: () => unknown): unknown {
    let count = 0
    for (let kind = this.#last; kind; kind = kind.next) {
      if (kind.make === make && kind.context === context) return kind.made
      count++
    }
    const made = begin()
    this.#last = {make, context, made, next: count < mostKinds ? this.#last : null}
    return made
  }
}
