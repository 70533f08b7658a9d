import type {Workspace} from '../workspace.ts'
import {nearestName} from './near.ts'
import {matchesWildcard, type Wildcard} from './wildcards.ts'

/** The names that files define, as far as their text alone tells. */
export class Definitions {
  readonly names = new Set<string>()
  /** Names that are only known in part. */
  readonly wildcards: Wildcard[] = []
  /** Whether more names may be defined in a way that only the tool itself understands. */
  isOpen = false

  #list: readonly string[] | undefined

  /** Whether `name` is surely not defined. */
  lacks(name: string): boolean {
    return !this.isOpen && !this.names.has(name) && !this.wildcards.some(wildcard => matchesWildcard(name, wildcard))
  }

  /** The name that is most likely meant; to be asked when all have been read. */
  nearestTo(workspace: Workspace, name: string): string | null {
    this.#list ??= [...this.names]
    return nearestName(workspace, name, this.#list)
  }
}
