import {nameOf} from '../core/workspace-paths.ts'

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

  /** `text` holds the paths, each with a NUL behind it. */
  constructor(text: string) {
    this.#text = text
  }

  static of(paths: Iterable<string>): FileList {
    return new FileList(Array.from(paths, path => `${path}\0`).join(''))
  }

  /** All names that files have. */
  get names(): Iterable<string> {
    return this.#places.first.keys()
  }

  has(path: string): boolean {
    return this.named(nameOf(path)).includes(path)
  }

  /** The paths of the files of a name. */
  named(name: string): string[] {
    const {first, next, starts} = this.#places
    const paths: string[] = []
    for (let file = first.get(name) ?? noFile; file !== noFile; file = next[file] as number) {
      const path = this.#text.slice(starts[file], (starts[file + 1] as number) - 1)
      // Git lists a file with a conflict once for each side.
      if (path !== paths.at(-1)) paths.push(path)
    }
    return paths
  }

  endingIn(tail: string): readonly string[] {
    const lead = `/${tail}`
    return this.named(nameOf(tail))
      .filter(path => path === tail || path.endsWith(lead))
      .sort()
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
