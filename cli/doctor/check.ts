import type {Surroundings} from './surroundings.ts'

/** Something that is wrong, or a trap that the project has walked into. */
export interface Fault {
  /** An error keeps rules from being in force; a warning does not, or not everywhere. */
  severity: 'error' | 'warning'
  message: string
  /** What to do about it; absent where the message says so. */
  advice?: string
}

export interface Diagnosis {
  /** What there is, in a few words: a version, a count, where findings come out. */
  summary: string
  faults: readonly Fault[]
}

/** One thing that the doctor looks at. */
export interface Check {
  /** What it looks at, as its makers write it. */
  name: string
  /**
   * Looks, and where it can proves; null where the project has nothing of the kind.
   * @throws {NoAnswer} when it cannot be known
   * @throws {Problem} when settings that it needs are broken
   */
  examine(surroundings: Surroundings): Promise<Diagnosis | null>
}
