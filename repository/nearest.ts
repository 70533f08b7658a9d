import {distance} from 'fastest-levenshtein'
import {oncePerKey} from '../core/once.ts'
import {folderOf, nameOf} from '../core/workspace-paths.ts'
import type {FileList} from './file-list.ts'
import {isPlausible, isSameKind} from './plausible.ts'
import {isSlip, SlipIndex} from './slips.ts'

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

const slash = '/'.charCodeAt(0)

/** How many folders two paths have in common at their beginning. */
function sharedAbove(one: string, other: string): number {
  let shared = 0
  for (let at = 0; at < one.length && one.charCodeAt(at) === other.charCodeAt(at); at++)
    if (one.charCodeAt(at) === slash) shared++
  return shared
}

/** How many folders two paths with the same name have in common before it. */
function sharedBelow(one: string, other: string): number {
  let shared = -1
  let [at, otherAt] = [one.length - 1, other.length - 1]
  for (; at >= 0 && otherAt >= 0 && one.charCodeAt(at) === other.charCodeAt(otherAt); at--, otherAt--)
    if (one.charCodeAt(at) === slash) shared++
  const areWhole = (at < 0 || one.charCodeAt(at) === slash) && (otherAt < 0 || other.charCodeAt(otherAt) === slash)
  return areWhole ? shared + 1 : Math.max(0, shared)
}

/** Finds what a path that names nothing may be a slip for; quick also for very many files. */
export class NearestFiles {
  readonly #files: FileList
  /** The files of the name that was asked for last: what is named again and again are files such as `index.ts`. */
  #asked: {name: string; files: readonly string[]} | undefined
  #folders: SlipIndex | undefined
  readonly #foldersNear = oncePerKey((folder): readonly string[] => {
    this.#folders ??= new SlipIndex(this.#files.folders)
    return this.#folders.near(folder).filter(other => isSlip(folder, other))
  })
  /** The files of a folder by their names without extensions. */
  readonly #filesIn = oncePerKey(folder => new SlipIndex(this.#files.in(folder), path => stemOf(nameOf(path))))

  constructor(files: FileList) {
    this.#files = files
  }

  /** One clear winner, or null: the same name in another folder comes first, then a name that is written nearly so. */
  to(path: string): string | null {
    return this.#sameNameElsewhere(path) ?? this.#similarName(path)
  }

  #sameNameElsewhere(path: string): string | null {
    const name = nameOf(path)
    const candidates = this.#named(name)
    const found = best(path, candidates, other => 1000 * sharedBelow(path, other) + sharedAbove(path, other))
    if (found === null) return null
    const isTold = !common.test(name) && (candidates.length === 1 || sharedAbove(path, found) > 0)
    if (isSlip(folderOf(path), folderOf(found))) return found
    return (isTold || sharedBelow(path, found) > 0) && isPlausible(path, found) ? found : null
  }

  #named(name: string): readonly string[] {
    if (this.#asked?.name !== name) this.#asked = {name, files: this.#files.named(name)}
    return this.#asked.files
  }

  #similarName(path: string): string | null {
    const [name, folder] = [nameOf(path), folderOf(path)]
    const stem = stemOf(name)
    const candidates = this.#foldersNear(folder)
      .flatMap(other => this.#filesIn(other).near(stem))
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
