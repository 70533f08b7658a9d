interface Entry<T> {
  value: T
  turn: number
}

/**
 * Values by the paths of files, where one path may begin further up than another one of the same file. Looking one up takes
 * time by the length of the path alone.
 */
export class PathIndex<T> {
  readonly #byPath = new Map<string, Entry<T>>()
  /** By each end of a path that begins at a folder, the whole path included. */
  readonly #byEnd = new Map<string, Entry<T>>()
  #turns = 0

  add(path: string, value: T): void {
    const entry = {value, turn: this.#turns++}
    this.#byPath.set(path, entry)
    for (const end of endsOf(path)) this.#byEnd.set(end, entry)
  }

  /** What was added last for the file of `path`; null where nothing was. */
  latest(path: string): T | null {
    let latest = this.#byEnd.get(path)
    for (const end of endsOf(path)) {
      const entry = this.#byPath.get(end)
      if (entry && entry.turn > (latest?.turn ?? -1)) latest = entry
    }
    return latest?.value ?? null
  }
}

/** `a/b/c`, `b/c`, `c`. */
function* endsOf(path: string): Generator<string> {
  yield path
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) yield path.slice(slash + 1)
}
