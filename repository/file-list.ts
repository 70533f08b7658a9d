import {addTo} from '../core/grouped.ts'
import {nameOf} from '../core/workspace-paths.ts'

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
      for (const path of this.paths) addTo(this.#byName, nameOf(path), path)
    }
    return this.#byName
  }

  endingIn(tail: string): readonly string[] {
    const lead = `/${tail}`
    return (this.byName.get(nameOf(tail)) ?? []).filter(path => path === tail || path.endsWith(lead)).sort()
  }
}
