export const nouns: readonly string[] =
  'account archive batch booking branch buffer bundle cache catalogue channel column counter courier cursor digest draft event export feed filter folder gate handle harbour import index invoice key label ledger limit list lock log mail member message meter migration node note order packet page parcel patch port profile queue quota rack receipt record region report request result ring route row sample schedule schema section sensor session shard signal slot snapshot source stage stream table tenant ticket token topic trace vault window worker zone'.split(
    ' ',
  )
const verbs =
  'accepts appends checks closes collects compares copies counts drops expands filters folds groups holds keeps loads locks maps marks merges moves opens parses polls prints queues reads refuses renames replaces reports retries returns rounds sends signs skips sorts splits stores streams trims validates waits writes'.split(
    ' ',
  )
const adjectives =
  'busy closed cold empty first full idle known large late local long lost missing new nightly old open plain quiet shared short slow small stale steady strict unread unused weekly'.split(
    ' ',
  )
const links = ['and', 'before', 'because', 'but', 'until', 'unless', 'so that', 'while']

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Words in an order that depends on the seed alone. */
export class RandomWords {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** At least 0 and below `limit`: a step of the mulberry32 generator. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (((mixed ^ (mixed >>> 14)) >>> 0) * limit) / 2 ** 32
  }

  /** Of a normal distribution with mean 0 and deviation 1: the Box-Muller transform. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.below(1))) * Math.cos(2 * Math.PI * this.below(1))
  }

  one<T>(list: readonly T[]): T {
    return list[Math.floor(this.below(list.length))] as T
  }

  /** `count` results of `make`. */
  many<T>(count: number, make: (index: number) => T): T[] {
    return Array.from({length: count}, (_, index) => make(index))
  }

  get noun(): string {
    return this.one(nouns)
  }

  get verb(): string {
    return this.one(verbs)
  }

  /** Two or three words, as titles have them. */
  get name(): string {
    return [this.one(adjectives), this.noun, ...(this.below(1) < 0.5 ? [this.noun] : [])].map(capitalised).join(' ')
  }

  /** As in code: `LateOrder`. */
  get type(): string {
    return capitalised(this.noun) + capitalised(this.noun)
  }

  path(suffix: string): string {
    return `internal/${this.noun}/${this.noun}_${this.noun}.${suffix}`
  }

  /** A place in a source file. */
  get reference(): string {
    const line = 1 + Math.floor(this.below(300))
    return `\`${this.path('go')}:${line}-${line + 1 + Math.floor(this.below(40))}\``
  }

  clause(): string {
    return `the ${this.one(adjectives)} ${this.noun} ${this.verb} the ${this.noun}`
  }

  sentence(): string {
    const mark = this.below(1)
    const place = mark < 0.25 ? ` (${this.reference})` : mark < 0.4 ? `, see \`${this.type}\`` : ''
    return `${capitalised(this.clause())} ${this.one(links)} ${this.clause()}${place}.`
  }

  paragraph(sentences: number): string {
    return this.many(sentences, () => this.sentence()).join(' ')
  }

  list(items: number, mark = '-'): string {
    return this.many(items, () => `${mark} ${this.sentence()}`).join('\n')
  }
}
