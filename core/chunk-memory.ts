import {type Chunk, movedChunk, readChunk} from './chunks.ts'
import {topBlocksOf} from './markdown.ts'
import {MarkdownMemory} from './markdown-memory.ts'
import {changeBetween, type TextChange} from './text-change.ts'

/** The chunks of the text read last, of which a reading of nearly the same text takes over what did not change. */
export class ChunkMemory {
  readonly #isForOneText: boolean
  readonly #markdown: MarkdownMemory
  #chunks: readonly Chunk[] = []
  /** Of each chunk. */
  #keys: readonly (object | null)[] = []
  #text: string | null = null

  /** One `isForOneText` remembers nothing. */
  constructor({isForOneText = false} = {}) {
    this.#isForOneText = isForOneText
    this.#markdown = new MarkdownMemory({isForOneText})
  }

  /**
   * The chunks of `text`. They are parsed out of `words`, which is `text` with parts of it blank or mended, of the same
   * length.
   */
  chunksOf(text: string, words: string): Chunk[] {
    const isFirst = this.#text === null
    const change = this.#text === null ? null : changeBetween(this.#text, text)
    const shift = text.length - (this.#text ?? '').length
    const before = this.#byKey()
    const keys: (object | null)[] = []
    const chunks: Chunk[] = []
    for (const top of topBlocksOf(words, this.#markdown)) {
      const known = top.key ? before.get(top.key) : undefined
      const chunk =
        known && isKept(known, top.start, change, shift)
          ? movedChunk(known, top.start)
          : readChunk(text, words, top, {isPartOfAll: isFirst})
      if (!this.#isForOneText) keys.push(top.key)
      chunks.push(chunk)
    }
    if (!this.#isForOneText) {
      this.#chunks = chunks
      this.#keys = keys
      this.#text = text
    }
    return chunks
  }

  #byKey(): Map<object, Chunk> {
    const byKey = new Map<object, Chunk>()
    for (const [index, key] of this.#keys.entries()) if (key) byKey.set(key, this.#chunks[index] as Chunk)
    return byKey
  }
}

/** Whether the text of `chunk` stands unchanged at `start`; the parser sees only what is left of it in `words`. */
function isKept(chunk: Chunk, start: number, change: TextChange | null, shift: number): boolean {
  if (!change) return chunk.start === start
  if (chunk.end <= change.start) return chunk.start === start
  return chunk.start >= change.endBefore && chunk.start + shift === start
}
