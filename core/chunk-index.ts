import type {Chunk} from './chunks.ts'
import type {Range} from './finding.ts'
import {firstAtOrAfter} from './ranges.ts'

/** The chunks of a document, asked for what was found out about stretches of its text. */
export class ChunkIndex {
  readonly #text: string
  readonly #chunks: readonly Chunk[]
  readonly #isForOneText: boolean
  /** Index of the chunk asked for last, as questions come in order. */
  #last = 0

  /** One `isForOneText` remembers nothing of a whole chunk, as a run asks of each chunk once. */
  constructor(text: string, chunks: readonly Chunk[], {isForOneText = false} = {}) {
    this.#text = text
    this.#chunks = chunks
    this.#isForOneText = isForOneText
  }

  /**
   * `make` of a stretch of the text, from this run or one before where it was made of the same words of the same chunk.
   * `make` and `context` have to be the same objects each time, the result depends on nothing but them and the words, and
   * nobody may change it.
   */
  recall<T>(make: (text: string) => T, place: Range): T
  recall<T, C>(make: (text: string, context: C) => T, place: Range, context: C): T
  recall<T, C>(make: (text: string, context: C) => T, {start, end}: Range, context?: C): T {
    const chunk = this.#chunkAt(start)
    if (!chunk || end > chunk.end) return make(this.#text.slice(start, end), context as C)
    return chunk.facts.recall(make as never, start - chunk.start, end - chunk.start, context) as T
  }

  /**
   * `make` of each chunk, in order, from this run or one before; it gets the whole text. `make` and `context` have to be
   * the same objects each time. The result depends on nothing but them, the words of the chunk and what they were taken
   * apart into, it tells no offsets of the text, and nobody may change it.
   */
  *each<T, C>(make: (text: string, chunk: Chunk, context: C) => T, context: C): Generator<{chunk: Chunk; found: T}> {
    for (const chunk of this.#chunks) {
      const read = () => make(this.#text, chunk, context)
      yield {chunk, found: this.#isForOneText ? read() : chunk.facts.recallWhole(make, context, read)}
    }
  }

  #chunkAt(offset: number): Chunk | null {
    for (let index = this.#last; index <= this.#last + 1; index++) {
      const chunk = this.#chunks[index]
      if (chunk && chunk.start <= offset && offset < chunk.end) {
        this.#last = index
        return chunk
      }
    }
    const index = firstAtOrAfter(this.#chunks, offset + 1) - 1
    const chunk = this.#chunks[index]
    if (!chunk || offset >= chunk.end) return null
    this.#last = index
    return chunk
  }
}
