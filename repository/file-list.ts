import {addTo} from '../core/grouped.ts'
import {folderOf, nameOf} from '../core/workspace-paths.ts'

const noFile = -1

/** Where the files of each name stand in a list. */
interface Places {
  /** The first one of each name. */
  first: ReadonlyMap<string, number>
  /** For each file the next one of the same name, if there is one. */
  next: Int32Array
  /** Where the path of each file begins; at the end, where another one would. */
  starts: Uint32Array
}

/**
 * The files of a repository by their paths from its root. There may be very many, of which few are asked for: they stay
 * in one text, as a string for each would take several times the memory.
 */
export class FileList {
  readonly #text: string
  #known: Places | undefined
  #byFolder: Map<string, number[]> | undefined

  /** `text` holds the paths, each with a NUL behind it. */
  constructor(text: string) {
    this.#text = text
  }

  static of(paths: Iterable<string>): FileList {
    return new FileList(Array.from(paths, path => `${path}\0`).join(''))
  }

  /** All folders that files are in; the root is ''. */
  get folders(): Iterable<string> {
    return this.#filesByFolder.keys()
  }

  has(path: string): boolean {
    for (const file of this.#filesNamed(nameOf(path))) if (this.#pathAt(file) === path) return true
    return false
  }

  /** The paths of the files of a name. */
  named(name: string): string[] {
    return this.#pathsOf([...this.#filesNamed(name)])
  }

  /** The paths of the files in a folder, without those in folders of it. */
  in(folder: string): string[] {
    return this.#pathsOf(this.#filesByFolder.get(folder) ?? [])
  }

  endingIn(tail: string): readonly string[] {
    const files: number[] = []
    for (const file of this.#filesNamed(nameOf(tail))) if (this.#endsIn(file, tail)) files.push(file)
    return this.#pathsOf(files).sort()
  }

  /** There may be very many of one name: their paths are compared where they stand. */
  #endsIn(file: number, tail: string): boolean {
    const {starts} = this.#places
    const [start, end] = [starts[file] as number, (starts[file + 1] as number) - 1]
    const at = end - tail.length
    return at >= start && this.#text.startsWith(tail, at) && (at === start || this.#text[at - 1] === '/')
  }

  *#filesNamed(name: string): Generator<number> {
    const {first, next} = this.#places
    for (let file = first.get(name) ?? noFile; file !== noFile; file = next[file] as number) yield file
  }

  #pathsOf(files: readonly number[]): string[] {
    const paths = files.map(file => this.#pathAt(file))
    // Git lists a file with a conflict once for each side.
    return paths.filter((path, index) => path !== paths[index - 1])
  }

  #pathAt(file: number): string {
    const {starts} = this.#places
    return this.#text.slice(starts[file], (starts[file + 1] as number) - 1)
  }

  get #filesByFolder(): Map<string, number[]> {
    if (!this.#byFolder) {
      this.#byFolder = new Map()
      const count = this.#places.starts.length - 1
      for (let file = 0; file < count; file++) addTo(this.#byFolder, folderOf(this.#pathAt(file)), file)
    }
    return this.#byFolder
  }

  get #places(): Places {
    this.#known ??= placesIn(this.#text)
    return this.#known
  }
}

function placesIn(text: string): Places {
  const starts = startsIn(text)
  const count = starts.length - 1
  const first = new Map<string, number>()
  const next = new Int32Array(count).fill(noFile)
  for (let file = count - 1; file >= 0; file--) {
    const end = (starts[file + 1] as number) - 1
    const name = text.slice(Math.max(text.lastIndexOf('/', end) + 1, starts[file] as number), end)
    next[file] = first.get(name) ?? noFile
    first.set(name, file)
  }
  return {first, next, starts}
}

function startsIn(text: string): Uint32Array {
  const starts = [0]
  for (let end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', end + 1)) starts.push(end + 1)
  return Uint32Array.from(starts)
}
