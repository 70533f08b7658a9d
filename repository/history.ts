import {askGit} from './git.ts'

/** So many commits are looked at, from the last one back. */
const mostCommits = 1000

/** Signatures are not checked, which would start a program that the repository names. */
const log = ['log', '-z', '--format=%H', '--no-show-signature', '--no-color', '--no-ext-diff', '--no-textconv']
const changes = ['--name-status', '--find-renames', '-l400', `--max-count=${mostCommits}`]

const commit = /^[0-9a-f]{40,64}$/

/** What the last commits of the repository at a root (absolute) did with its files; nothing where git cannot tell. */
export class History {
  readonly #root: string
  readonly #moved = new Map<string, string>()
  /** How many commits ago a file came to be where it is; of those that were there before all of these nothing. */
  readonly #added = new Map<string, number>()
  #commits = 0

  constructor(root: string) {
    this.#root = root
    this.#read(askGit(root, [...log, ...changes, 'HEAD', '--']) ?? [])
  }

  /** Where a file has gone that was moved, by now; null where it was not, as git's own detection of renames tells. */
  whereTo(path: string): string | null {
    return this.#moved.get(path) ?? null
  }

  /** Whether `path` was there before `other`; null where nobody can tell. What is in no commit came last. */
  wasBefore(path: string, other: string): boolean | null {
    if (this.#commits === 0) return null
    const [age, otherAge] = [this.#ageOf(path), this.#ageOf(other)]
    return age === otherAge ? null : age > otherAge
  }

  /** In commits; -1 of what is in none. */
  #ageOf(path: string): number {
    const isCommitted = askGit(this.#root, ['cat-file', '-e', `HEAD:${path}`]) !== null
    return isCommitted ? (this.#added.get(path) ?? Number.POSITIVE_INFINITY) : -1
  }

  /** The last commit comes first: where a path leads that later ones moved again is known by then. */
  #read(parts: readonly string[]): void {
    for (let index = 0; index < parts.length; index++) {
      const status = (parts[index] as string).trim()
      if (commit.test(status)) {
        this.#commits++
        continue
      }
      const isOfTwo = /^[RC]\d*$/.test(status)
      const from = parts[++index] ?? ''
      const path = isOfTwo ? (parts[++index] ?? '') : from
      if (status.startsWith('R') && !this.#moved.has(from)) this.#moved.set(from, this.#moved.get(path) ?? path)
      // Of what was taken away and came again the last time counts.
      if ((isOfTwo || status === 'A') && !this.#added.has(path)) this.#added.set(path, this.#commits)
    }
  }
}
