/** A program with its arguments. */
export interface CommandLine {
  file: string
  args: readonly string[]
}

/** Plans on the disk, which are linted together. */
export interface Plans {
  /** Absolute; what runs is run here. */
  folder: string
  /** Relative to `folder`: a file, or a folder with nothing but plans. */
  path: string
  /** How many they are. */
  count: number
}

/** A program that takes part in a comparison. */
export interface Contender {
  name: string
  command(plans: Plans): CommandLine
  /** Puts in order what its next run has to find. */
  prepare?(plans: Plans): void
  /** How many files it has linted by its own words; NaN where they do not tell. Absent of what lints nothing. */
  filesIn?(output: string): number
}
