import {distance} from 'fastest-levenshtein'
import {slipsBetween} from '../core/words.ts'
import {folderOf, nameOf} from '../core/workspace-paths.ts'
import type {FileList} from './file-list.ts'
import {isPlausible, isSameKind} from './plausible.ts'

/** Names that files of many folders have: alone they do not tell which file is meant. */
const common =
  /^(?:(?:index|main|mod|lib|app|types?|utils?|helpers?|constants?|config|common|test|setup|client|server|handler|routes?|models?|page|layout|styles?|__init__|conftest|doc)\.[\w.]+|[A-Z]+(?:\.\w+)?|package\.json|tsconfig[\w.]*\.json|go\.(?:mod|sum)|Cargo\.toml|pyproject\.toml|Makefile|Dockerfile|\.\w+)$/

const stemOf = (name: string) => name.replace(/(?<=.)\.[^.]*$/, '')

/** The one that is best by `gradeOf`, in doubt the one that is written most like `path`; null where two are. */
function best(path: string, candidates: readonly string[], gradeOf: (candidate: string) => number): string | null {
  let finalists: string[] = []
  let highest = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    const grade = gradeOf(candidate)
    if (grade > highest) finalists = []
    if (grade >= highest) finalists.push(candidate)
    highest = Math.max(highest, grade)
  }
  if (finalists.length > mostFinalists) return null
  const [first, second] = finalists
    .map(candidate => ({candidate, slips: distance(path, candidate)}))
    .sort((a, b) => a.slips - b.slips)
  return first && first.slips !== second?.slips ? first.candidate : null
}

/** Of so many that are alike nobody can tell which is meant. */
const mostFinalists = 100

/** How many folders two paths have in common at their beginning. */
function sharedAbove(one: string, other: string): number {
  let shared = 0
  for (let at = 0; one.charCodeAt(at) === other.charCodeAt(at) && at < one.length; at++) if (one[at] === '/') shared++
  return shared
}

/** How many folders two paths with the same name have in common before it. */
function sharedBelow(one: string, other: string): number {
  let shared = -1
  let at = 1
  for (; at <= one.length && at <= other.length && one.at(-at) === other.at(-at); at++)
    if (one.at(-at) === '/') shared++
  const isWhole = (path: string) => path.length < at || path.at(-at) === '/'
  return isWhole(one) && isWhole(other) ? shared + 1 : Math.max(0, shared)
}

/** Finds what a path that names nothing may be a slip for; quick also for very many files. */
export class NearestFiles {
  readonly #files: FileList
  #names: NameIndex | undefined

  constructor(files: FileList) {
    this.#files = files
  }

  /** One clear winner, or null: the same name in another folder comes first, then a name that is written nearly so. */
  to(path: string): string | null {
    return this.#sameNameElsewhere(path) ?? this.#similarName(path)
  }

  #sameNameElsewhere(path: string): string | null {
    const name = nameOf(path)
    const candidates = this.#files.named(name)
    const found = best(path, candidates, other => 1000 * sharedBelow(path, other) + sharedAbove(path, other))
    if (found === null) return null
    const isTold = !common.test(name) && (candidates.length === 1 || sharedAbove(path, found) > 0)
    if (isSlip(folderOf(path), folderOf(found))) return found
    return (isTold || sharedBelow(path, found) > 0) && isPlausible(path, found) ? found : null
  }

  #similarName(path: string): string | null {
    const name = nameOf(path)
    this.#names ??= new NameIndex(this.#files.names)
    const [stem, folder] = [stemOf(name), folderOf(path)]
    const candidates = this.#names
      .near(name)
      .flatMap(near => this.#files.named(near))
      .filter(candidate => folderOf(candidate) === folder || isSlip(folder, folderOf(candidate)))
      .filter(candidate => isSameKind(name, nameOf(candidate), isSlip))
    return best(
      path,
      candidates,
      candidate =>
        4 * Number(candidate.toLowerCase() === path.toLowerCase()) +
        2 * Number(folderOf(candidate) === folder) +
        Number(stemOf(nameOf(candidate)) === stem),
    )
  }
}

/** Whether `written` may be a slip for `meant`; numbers are not mistaken for each other. */
function isSlip(written: string, meant: string): boolean {
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

/** Names to be searched for those written nearly alike. */
class NameIndex {
  readonly #byNumbers = new Map<string, SimilarNames>()

  constructor(names: Iterable<string>) {
    for (const name of names) {
      const stem = stemOf(name).toLowerCase()
      const numbers = numbersIn(stem)
      let similar = this.#byNumbers.get(numbers)
      if (!similar) {
        similar = {names: [], stems: [], letters: []}
        this.#byNumbers.set(numbers, similar)
      }
      similar.names.push(name)
      similar.stems.push(stem)
      similar.letters.push(lettersOf(stem))
    }
  }

  /** The names that `name` may be a slip for, also by its case or its extension alone. */
  near(name: string): string[] {
    const stem = stemOf(name).toLowerCase()
    const {names, stems, letters} = this.#byNumbers.get(numbersIn(stem)) ?? {names: [], stems: [], letters: []}
    const [own, most] = [lettersOf(stem), allowed(stem.length)]
    const near: string[] = []
    for (let index = 0; index < names.length; index++) {
      // A slip takes away one letter at most, and adds one.
      const others = letters[index] as number
      if (bitsIn(own & ~others) > most || bitsIn(others & ~own) > most) continue
      const other = stems[index] as string
      const slips = allowed(Math.min(stem.length, other.length))
      if (Math.abs(other.length - stem.length) > slips) continue
      if (other === stem || slipsBetween(stem, other) <= slips) near.push(names[index] as string)
    }
    return near
  }
}

/** Names with the same numbers. */
interface SimilarNames {
  names: string[]
  /** Without extension, in small letters. */
  stems: string[]
  /** A bit for each letter of the stem. */
  letters: number[]
}

function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters
}

/** Counted in all pairs, groups of four and bytes at once, as this runs for each name of a repository. */
function bitsIn(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
