import {FileList} from './file-list.ts'
import {askGit} from './git.ts'
import {LastCommit} from './last-commit.ts'

/** So many commits are looked at, from the last one back. */
const mostCommits = 1000

/** Signatures are not checked, which would start a program that the repository names. */
const log = ['log', '-z', '--format=%H', '--no-show-signature', '--no-color', '--no-ext-diff', '--no-textconv']
const changes = ['--name-status', '--find-renames', '-l400', `--max-count=${mostCommits}`]

const commit = /^[0-9a-f]{40,64}$/

/** What the last commits of the repository at a root (absolute) did with its files; nothing where git cannot tell. */
export class History {
  readonly #moved = new Map<string, string>()
  readonly #movedFrom = new Map<string, string>()
  /** How many commits ago a file came to be where it is; of those that were there before all of these nothing. */
  readonly #added = new Map<string, number>()
  readonly #gone: FileList
  readonly #last: LastCommit
  #commits = 0

  constructor(root: string) {
    this.#last = new LastCommit(root)
    const gone = this.#read(askGit(root, [...log, ...changes, 'HEAD', '--']) ?? '')
    this.#gone = FileList.of(gone)
  }

  /** Where a file has gone that was moved, by now; null where it was not, as git's own detection of renames tells. */
  whereTo(path: string): string | null {
    return this.#moved.get(path) ?? null
  }

  /** Whether a file was once at `tail` or, where that is shortened, at a path that ends in it, and is there no more. */
  wasThere(tail: string): boolean {
    return this.#gone.endingIn(tail).length > 0
  }

  /**
   * Whether `path` was where it is before `other` was, there or elsewhere; null where nobody can tell. What is in no commit
   * came last.
   */
  wasBefore(path: string, other: string): boolean | null {
    if (this.#commits === 0) return null
    const [age, otherAge] = [this.#ageOf(path), this.#ageOf(other, this.#originOf(other))]
    const isOpen = age === otherAge && (age < 0 || age === Number.POSITIVE_INFINITY)
    return isOpen ? null : age > otherAge
  }

  /** Since when `path` is there or, before it was moved, was at `origin`, in commits; -1 of what is in none. */
  #ageOf(path: string, origin = path): number {
    return this.#last.has(path) ? (this.#added.get(origin) ?? Number.POSITIVE_INFINITY) : -1
  }

  /** Where a file was before it was moved for the first time. */
  #originOf(path: string): string {
    const passed = new Set<string>()
    let origin = path
    for (let before = this.#movedFrom.get(origin); before !== undefined && !passed.has(before); ) {
      passed.add(before)
      origin = before
      before = this.#movedFrom.get(origin)
    }
    return origin
  }

  /** Takes up what the commits did, of which the last one comes first. Returns the files that were deleted or moved. */
  #read(told: string): Set<string> {
    const gone = new Set<string>()
    const parts = partsOf(told)
    const nextPart = () => parts.next().value ?? ''
    for (const part of parts) {
      const status = part.trim()
      if (commit.test(status)) {
        this.#commits++
        continue
      }
      const from = nextPart()
      if (/^[RD]/.test(status)) gone.add(from)
      this.#note(status.charAt(0), from, /^[RC]/.test(status) ? nextPart() : from)
    }
    return gone
  }

  /** Takes up what a commit did with a file; what later ones did is known by then. */
  #note(status: string, from: string, path: string): void {
    if (status === 'R') {
      if (!this.#moved.has(from)) this.#moved.set(from, this.#moved.get(path) ?? path)
      if (!this.#added.has(path)) this.#movedFrom.set(path, from)
    }
    // Of what was taken away and came again the last time counts.
    if ((status === 'R' || status === 'C' || status === 'A') && !this.#added.has(path))
      this.#added.set(path, this.#commits)
  }
}

/** What stands between the NULs of a text, but for what is empty. */
function* partsOf(text: string): Generator<string> {
  let start = 0
  for (let end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', start)) {
    const part = text.slice(start, end)
    if (part !== '') yield part
    start = end + 1
  }
  if (start < text.length) yield text.slice(start)
}
