import {slipsBetween} from '../core/words.ts'

/** Whether `written` may be a slip for `meant`; numbers are not mistaken for each other. */
export function isSlip(written: string, meant: string): boolean {
  if (written === meant) return true
  const slips = allowed(Math.min(written.length, meant.length))
  const mayBe = Math.abs(written.length - meant.length) <= slips
  if (mayBe && slipsBetween(written, meant) <= slips) return numbersIn(written) === numbersIn(meant)
  return written.toLowerCase() === meant.toLowerCase()
}

const mostSlips = 3

/** In short words one slip already makes another word. */
function allowed(length: number): number {
  return Math.min(mostSlips, Math.floor(length / 3))
}

/** The numbers in a word, in order. */
function numbersIn(word: string): string {
  return word.replace(/\D+/g, ' ').trim()
}

/** Very many words, to be searched for those that another may be a slip for. */
export class SlipIndex {
  /** By the numbers in them, then by their lengths. */
  readonly #words = new Map<string, SimilarWords[]>()

  /** `keyOf` gives the part of a word that counts. */
  constructor(words: Iterable<string>, keyOf = (word: string) => word) {
    for (const word of words) {
      const key = keyOf(word).toLowerCase()
      const similar = this.#similarTo(key)
      similar.words.push(word)
      similar.keys.push(key)
      similar.letters.push(lettersOf(key))
    }
  }

  /** The words whose keys `written` may be a slip for, whatever their case. */
  near(written: string): string[] {
    const key = written.toLowerCase()
    const most = allowed(key.length)
    const byLength = this.#words.get(numbersIn(key)) ?? []
    return byLength
      .slice(Math.max(0, key.length - most), key.length + most + 1)
      .flatMap(similar => nearIn(similar, key))
  }

  #similarTo(key: string): SimilarWords {
    const numbers = numbersIn(key)
    let byLength = this.#words.get(numbers)
    if (!byLength) {
      byLength = []
      this.#words.set(numbers, byLength)
    }
    const {length} = key
    byLength[length] ??= {words: [], keys: [], letters: []}
    return byLength[length]
  }
}

/** Words whose keys have the same numbers, and one length. */
interface SimilarWords {
  words: string[]
  /** In small letters. */
  keys: string[]
  /** A bit for each letter of the key. */
  letters: number[]
}

function nearIn({words, keys, letters}: SimilarWords, key: string): string[] {
  const slips = allowed(Math.min(key.length, keys[0]?.length ?? 0))
  const own = lettersOf(key)
  return words.filter((_, index) => {
    const others = letters[index] as number
    // A slip takes away one letter at most, and adds one.
    const mayBe = bitsIn(own & ~others) <= slips && bitsIn(others & ~own) <= slips
    return mayBe && slipsBetween(key, keys[index] as string) <= slips
  })
}

function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters
}

/** Counted in all pairs, groups of four and bytes at once, as this runs for very many words. */
function bitsIn(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
