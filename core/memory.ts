import {ChunkMemory} from './chunk-memory.ts'
import {detached} from './detached.ts'

interface Remembered {
  result: unknown
  /** The run that used it last. */
  run: number
}

type Make = (text: string, context: never) => unknown

/** As many results may be out of date before they are looked for. */
const leastMade = 1000

/**
 * What one run of `analyse` leaves to the next of nearly the same text, so that only what changed is read again. It
 * never changes a result. Whoever lints a document once needs none.
 */
export class Memory {
  readonly chunks: ChunkMemory
  /** Whether no other text will be read with it. */
  readonly isForOneText: boolean
  #repaired: ChunkMemory | null = null
  readonly #results = new Map<Make, Map<unknown, Map<string, Remembered>>>()
  #run = 0
  /** Results made since those out of date were dropped, and how many of them there may be. */
  #made = 0
  #mostMade = leastMade

  /** One `isForOneText` keeps of the text only what the run itself comes back to. */
  constructor({isForOneText = false} = {}) {
    this.isForOneText = isForOneText
    this.chunks = new ChunkMemory({isForOneText})
  }

  /** Of the text with its fences repaired. */
  get repairedChunks(): ChunkMemory {
    this.#repaired ??= new ChunkMemory({isForOneText: this.isForOneText})
    return this.#repaired
  }

  /** To be called where no fence needs repair. */
  forgetRepaired(): void {
    this.#repaired = null
  }

  /** Begins a run: what the one before did not use is forgotten. */
  begin(): void {
    if (this.#made > this.#mostMade) this.#drop()
    this.#run++
  }

  /**
   * `make(text, context)`, from this run or the one before where it was made there. `make` and `context` have to be the
   * same objects each time, the result depends on nothing but them and `text`, and nobody may change it.
   */
  recall<T>(make: (text: string) => T, text: string): T
  recall<T, C>(make: (text: string, context: C) => T, text: string, context: C): T
  recall<T, C>(make: (text: string, context: C) => T, text: string, context?: C): T {
    const results = this.#resultsOf(make as Make, context)
    const known = results.get(text)
    if (known && known.run >= this.#run - 1) {
      known.run = this.#run
      return known.result as T
    }
    // Of the first run all is part of one text.
    const own = this.#run > 1 ? detached(text) : text
    const result = make(own, context as C)
    results.set(own, {result, run: this.#run})
    this.#made++
    return result
  }

  #resultsOf(make: Make, context: unknown): Map<string, Remembered> {
    let byContext = this.#results.get(make)
    if (!byContext) {
      byContext = new Map()
      this.#results.set(make, byContext)
    }
    let results = byContext.get(context)
    if (!results) {
      results = new Map()
      byContext.set(context, results)
    }
    return results
  }

  /** Drops what the last run did not use. */
  #drop(): void {
    let kept = 0
    for (const [make, byContext] of this.#results) {
      for (const [context, results] of byContext) {
        for (const [text, {run}] of results) if (run < this.#run) results.delete(text)
        kept += results.size
        if (results.size === 0) byContext.delete(context)
      }
      if (byContext.size === 0) this.#results.delete(make)
    }
    this.#made = 0
    this.#mostMade = Math.max(leastMade, kept)
  }
}
