import type {Range} from '../finding.ts'
import type {Task} from './definitions.ts'
import type {Mention} from './mentions.ts'
import {type Dependency, movedBy, type References} from './references.ts'

const none: readonly never[] = []

/** What one paragraph or heading says of tasks. */
export class Saying implements Range {
  readonly start: number
  readonly end: number
  /** The task in whose words it stands, or null. */
  readonly owner: Task | null
  readonly #said: References
  #moved: References | undefined

  /** The offsets of `said` count from the start of the block. */
  constructor({start, end}: Range, owner: Task | null, said: References) {
    this.start = start
    this.end = end
    this.owner = owner
    this.#said = said
  }

  // Most name a task and say no more of it: these are moved to their place only for those who look.
  get #atPlace(): References {
    this.#moved ??= movedBy(this.start, this.#said)
    return this.#moved
  }

  get mentions(): readonly Mention[] {
    return this.#atPlace.mentions
  }

  get gone(): readonly Mention[] {
    return this.#said.gone.length > 0 ? this.#atPlace.gone : none
  }

  get dependencies(): readonly Dependency[] {
    return this.#said.dependencies.length > 0 ? this.#atPlace.dependencies : none
  }

  /** Whether it names a range of tasks. */
  get namesRange(): boolean {
    return this.#said.namesRange
  }
}
