import {MarkdownMemory} from './markdown-memory.ts'

/** Results by text: those of this run, and those of the one before that this one may still ask for. */
interface Results {
  last: Map<string, unknown>
  now: Map<string, unknown>
}

type Make = (text: string, context: never) => unknown

/**
 * What one run of `analyse` leaves to the next of nearly the same text, so that only what changed is read again. It
 * never changes a result. Whoever lints a document once needs none.
 */
export class Memory {
  readonly markdown = new MarkdownMemory()
  /** The Markdown whose fences were repaired. */
  readonly repaired = new MarkdownMemory()
  readonly #results = new Map<Make, Map<unknown, Results>>()

  /** Begins a run: what the one before did not use is forgotten. */
  begin(): void {
    for (const [make, byContext] of this.#results) {
      for (const [context, results] of byContext) {
        if (results.now.size === 0) byContext.delete(context)
        results.last = results.now
        results.now = new Map()
      }
      if (byContext.size === 0) this.#results.delete(make)
    }
  }

  /**
   * `make(text, context)`, from this run or the one before where it was made there. `make` and `context` have to be the
   * same objects each time, the result depends on nothing but them and `text`, and nobody may change it.
   */
  recall<T>(make: (text: string) => T, text: string): T
  recall<T, C>(make: (text: string, context: C) => T, text: string, context: C): T
  recall<T, C>(make: (text: string, context: C) => T, text: string, context?: C): T {
    const {now, last} = this.#resultsOf(make as Make, context)
    const known = now.get(text)
    if (known !== undefined) return known as T
    const before = last.get(text)
    const result = before === undefined ? make(text, context as C) : before
    now.set(text, result)
    return result as T
  }

  #resultsOf(make: Make, context: unknown): Results {
    let byContext = this.#results.get(make)
    if (!byContext) {
      byContext = new Map()
      this.#results.set(make, byContext)
    }
    let results = byContext.get(context)
    if (!results) {
      results = {last: new Map(), now: new Map()}
      byContext.set(context, results)
    }
    return results
  }
}
