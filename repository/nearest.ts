import {distance} from 'fastest-levenshtein'
import {slipsBetween} from '../core/words.ts'
import {type FileList, nameOf} from './file-list.ts'

/** Names that files of many folders have: alone they do not tell which file is meant. */
const common =
  /^(?:(?:index|main|mod|lib|app|types?|utils?|helpers?|constants?|config|common|test|setup|client|server|handler|routes?|models?|page|layout|styles?|__init__|conftest|doc)\.[\w.]+|[A-Z]+(?:\.\w+)?|package\.json|tsconfig[\w.]*\.json|go\.(?:mod|sum)|Cargo\.toml|pyproject\.toml|Makefile|Dockerfile|\.\w+)$/

const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))
const stemOf = (name: string) => name.replace(/(?<=.)\.[^.]*$/, '')

/** The one that is best by `gradesOf`, of which an earlier one decides; null where two are. */
function best(paths: Iterable<string>, gradesOf: (path: string) => readonly number[]): string | null {
  let winner: {path: string; grades: readonly number[]} | null = null
  let isShared = false
  for (const path of paths) {
    const grades = gradesOf(path)
    const order = winner ? compared(grades, winner.grades) : 1
    if (order === 0) isShared = true
    if (order <= 0) continue
    winner = {path, grades}
    isShared = false
  }
  return isShared ? null : (winner?.path ?? null)
}

function compared(some: readonly number[], others: readonly number[]): number {
  const index = some.findIndex((grade, at) => grade !== others[at])
  return index < 0 ? 0 : (some[index] as number) - (others[index] as number)
}

/** How many folders two paths have in common at their beginning, and how many before their names. */
function sharedFolders(one: string, other: string): {leading: number; trailing: number} {
  const [a, b] = [parentOf(one).split('/'), parentOf(other).split('/')]
  const most = Math.min(a.length, b.length)
  let leading = 0
  while (leading < most && a[leading] !== '' && a[leading] === b[leading]) leading++
  let trailing = 0
  while (trailing < most && a.at(-1 - trailing) !== '' && a.at(-1 - trailing) === b.at(-1 - trailing)) trailing++
  return {leading, trailing}
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
    const candidates = this.#files.byName.get(name) ?? []
    const found = best(candidates, candidate => {
      const {leading, trailing} = sharedFolders(path, candidate)
      return [trailing, leading, -distance(path, candidate)]
    })
    if (found === null) return null
    const {leading, trailing} = sharedFolders(path, found)
    const isTold = candidates.length === 1 && !common.test(name)
    return isTold || trailing > 0 || isSlip(parentOf(path), parentOf(found)) || (leading > 0 && !common.test(name))
      ? found
      : null
  }

  #similarName(path: string): string | null {
    const name = nameOf(path)
    this.#names ??= new NameIndex([...this.#files.byName.keys()])
    const [stem, folder] = [stemOf(name), parentOf(path)]
    const candidates = this.#names
      .near(name)
      .flatMap(near => this.#files.byName.get(near) ?? [])
      .filter(candidate => parentOf(candidate) === folder || isSlip(folder, parentOf(candidate)))
    return best(candidates, candidate => [
      Number(candidate.toLowerCase() === path.toLowerCase()),
      Number(parentOf(candidate) === folder),
      Number(stemOf(nameOf(candidate)) === stem),
      -distance(path, candidate),
    ])
  }
}

/** Whether `written` may be a slip for `meant`; numbers are not mistaken for each other. */
function isSlip(written: string, meant: string): boolean {
  if (written.toLowerCase() === meant.toLowerCase()) return true
  const slips = slipsBetween(written, meant)
  if (slips > allowed(Math.min(written.length, meant.length))) return false
  return written.replace(/\d+/g, '0') !== meant.replace(/\d+/g, '0')
}

/** In short words one slip already makes another word. */
function allowed(length: number): number {
  return Math.min(3, Math.floor(length / 3))
}

/** Names to be searched for those written nearly alike. */
class NameIndex {
  readonly #names: readonly string[]
  /** The lengths of the names without extension. */
  readonly #lengths: Uint16Array
  /** A bit for each letter that such a name has. */
  readonly #letters: Int32Array

  constructor(names: readonly string[]) {
    this.#names = names
    this.#lengths = new Uint16Array(names.length)
    this.#letters = new Int32Array(names.length)
    for (const [index, name] of names.entries()) {
      const stem = stemOf(name).toLowerCase()
      this.#lengths[index] = stem.length
      this.#letters[index] = lettersOf(stem)
    }
  }

  /** The names that `name` may be a slip for, also by its case or its extension alone. */
  near(name: string): string[] {
    const stem = stemOf(name).toLowerCase()
    const [length, letters, slips] = [stem.length, lettersOf(stem), allowed(stem.length)]
    const near: string[] = []
    for (let index = 0; index < this.#names.length; index++) {
      if (Math.abs((this.#lengths[index] as number) - length) > slips) continue
      // A slip takes away one letter at most, and adds one.
      if (bitsIn((this.#letters[index] as number) ^ letters) > 2 * slips) continue
      const other = this.#names[index] as string
      if (isSlip(stem, stemOf(other).toLowerCase())) near.push(other)
    }
    return near
  }
}

function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters
}

function bitsIn(number: number): number {
  let bits = 0
  for (let rest = number; rest !== 0; rest &= rest - 1) bits++
  return bits
}
