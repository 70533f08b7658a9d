/** The name at the end of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The files of a repository by their paths from its root, of which there may be very many. */
export class FileList {
  readonly paths: readonly string[]
  #byName: Map<string, string[]> | undefined

  constructor(paths: readonly string[]) {
    this.paths = paths
  }

  /** The paths of the files of each name. */
  get byName(): ReadonlyMap<string, readonly string[]> {
    if (!this.#byName) {
      this.#byName = new Map()
      for (const path of this.paths) {
        const name = nameOf(path)
        const others = this.#byName.get(name)
        if (others) others.push(path)
        else this.#byName.set(name, [path])
      }
    }
    return this.#byName
  }

  endingIn(tail: string): readonly string[] {
    const lead = `/${tail}`
    return (this.byName.get(nameOf(tail)) ?? []).filter(path => path === tail || path.endsWith(lead)).sort()
  }
}
