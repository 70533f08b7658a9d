type Make = (text: string, context: never) => unknown

/** By start of the stretch. */
type Results = Map<number, {end: number; result: unknown}>

/** More kinds of results than a preset asks for are those of presets that are no longer used. */
const mostKinds = 60

/** Instead of the start of a stretch. */
const whole = -1

/** A stretch of text that does not change, with what was found out about parts of it. */
export class Facts {
  readonly #text: string
  // Side by side, as one list of functions is searched faster than a list of records.
  readonly #makes: object[] = []
  readonly #contexts: unknown[] = []
  readonly #results: Results[] = []

  constructor(text: string) {
    this.#text = text
  }

  /** `make` of the stretch from `start` to `end`, called at most once for it; see `Chunks.recall`. */
  recall(make: Make, start: number, end: number, context: unknown): unknown {
    const results = this.#resultsOf(make, context)
    const known = results.get(start)
    if (known?.end === end) return known.result
    const result = make(this.#text.slice(start, end), context as never)
    results.set(start, {end, result})
    return result
  }

  /** As `recall`, of the whole stretch and what it was taken apart into, which `read` reads. */
  recallWhole<T>(make: object, context: unknown, read: () => T): T {
    const results = this.#resultsOf(make, context)
    const known = results.get(whole)
    if (known) return known.result as T
    const result = read()
    results.set(whole, {end: whole, result})
    return result
  }

  #resultsOf(make: object, context: unknown): Results {
    let index = this.#makes.indexOf(make)
    while (index >= 0 && this.#contexts[index] !== context) index = this.#makes.indexOf(make, index + 1)
    const known = this.#results[index]
    if (known) return known
    if (this.#makes.length >= mostKinds)
      for (const list of [this.#makes, this.#contexts, this.#results]) list.length = 0
    const results: Results = new Map()
    this.#makes.push(make)
    this.#contexts.push(context)
    this.#results.push(results)
    return results
  }
}
