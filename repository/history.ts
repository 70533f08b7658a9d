import {oncePerKey} from '../core/once.ts'
import {FileList} from './file-list.ts'
import {askGit} from './git.ts'
import {LastCommit} from './last-commit.ts'

/** So many commits are looked at, from the last one back. */
const mostCommits = 1000

/** Signatures are not checked, which would start a program that the repository names. */
const log = ['log', '-z', '--format=%H', '--no-show-signature', '--no-color', '--no-ext-diff', '--no-textconv']
const changes = ['--name-status', '-l400', `--max-count=${mostCommits}`]
/** Files that were changed on the way are found by what they hold, which a partial clone does not have at hand. */
const renames = ['--find-renames', '--find-renames=100%']

const document = /\.(?:md|mdx|markdown|txt|rst|adoc)$/i
const commit = /^[0-9a-f]{40,64}$/

/** What the last commits of the repository at a root (absolute) did with its files; nothing where git cannot tell. */
export class History {
  readonly #moved = new Map<string, string>()
  readonly #movedFrom = new Map<string, string>()
  /** How many commits ago a file came to be where it is; of those that were there before all of these nothing. */
  readonly #added = new Map<string, number>()
  readonly #gone: FileList
  /** How many commits ago what a file holds was changed the last time, or the file came or went. */
  readonly #changed = new Map<string, number>()
  /** What was counted of how many lines files have lost. */
  readonly #shrunk = oncePerKey(path => this.#countShrunk(path))
  readonly #last: LastCommit
  readonly #root: string
  #commits = 0
  /** How many commits ago anything but a document was changed for the last time. */
  #lastWork = Number.POSITIVE_INFINITY
  #isWholeKnown: boolean | undefined

  constructor(root: string) {
    this.#root = root
    this.#last = new LastCommit(root)
    const gone = this.#read(logOf(root))
    this.#gone = FileList.of(gone)
  }

  /** Where a file has gone that was moved, by now; null where it was not, as git's own detection of renames tells. */
  whereTo(path: string): string | null {
    return this.#moved.get(path) ?? null
  }

  /**
   * Whether a file was once at `tail` or, where that is shortened, at a path that ends in it, and is there no more; null
   * where the commits that are known do not go back to when `other` came.
   */
  wasThere(tail: string, other: string): boolean | null {
    if (this.#gone.endingIn(tail).length > 0) return true
    return this.#commits === 0 || this.#cameAt(other) !== Number.POSITIVE_INFINITY || this.#isWhole ? false : null
  }

  /** Whether no work was committed since `path` was; what is in no commit is new. */
  isNew(path: string): boolean {
    return this.#commits === 0 || this.#cameAt(path) < this.#lastWork
  }

  /** How many lines more than in the last commit a file once had; null where nobody can tell. */
  shrunkBy(path: string): number | null {
    if (this.#commits === 0) return 0
    if (!this.#isWhole) return null
    return this.#shrunk(path)
  }

  #countShrunk(path: string): number | null {
    const options = ['--numstat', '--no-renames', '--format=']
    const counts = askGit(this.#root, [...log, ...options, 'HEAD', '--', `:(literal)${path}`])
    if (counts === null) return null
    let [lines, most] = [0, 0]
    for (const count of partsOf(counts)) {
      const [, added, deleted] = /^(\d+)\t(\d+)\t/.exec(count.trim()) ?? []
      lines += Number(deleted ?? 0) - Number(added ?? 0)
      most = Math.max(most, lines)
    }
    return most
  }

  /**
   * Whether `path` was where it is before `other` was, there or elsewhere; null where nobody can tell. What is in no commit
   * came last.
   */
  wasBefore(path: string, other: string): boolean | null {
    if (this.#commits === 0) return null
    const [age, otherAge] = [this.#ageOf(path), this.#cameAt(other)]
    const isOpen = age === otherAge && (age < 0 || age === Number.POSITIVE_INFINITY)
    return isOpen ? null : age > otherAge
  }

  /**
   * Whether `path` was changed, came or went after `other` came, or with it; null where the commits that are known do not go
   * back so far. What is in no commit came last, and without any commits nothing is known to have changed.
   */
  hasChangedSince(path: string, other: string): boolean | null {
    const since = this.#commits === 0 ? -1 : this.#cameAt(other)
    if (since < 0) return false
    const changed = this.#changed.get(path)
    if (changed !== undefined) return changed <= since
    if (since !== Number.POSITIVE_INFINITY) return false
    return this.#isWhole ? this.#isCommitted(path) : null
  }

  /** Whether the first commit is among those that are known. */
  get #isWhole(): boolean {
    this.#isWholeKnown ??=
      this.#commits < mostCommits && askGit(this.#root, ['rev-parse', '--is-shallow-repository'])?.trim() === 'false'
    return this.#isWholeKnown
  }

  /** When `path` came, there or where it was before it was moved, in commits; -1 of what is in none. */
  #cameAt(path: string): number {
    return this.#ageOf(path, this.#originOf(path))
  }

  /** Since when `path` is there or, before it was moved, was at `origin`, in commits; -1 of what is in none. */
  #ageOf(path: string, origin = path): number {
    return this.#isCommitted(path) ? (this.#added.get(origin) ?? Number.POSITIVE_INFINITY) : -1
  }

  /** Whether the last commit has `path`; git is not asked about what it has told to have come and never to have gone. */
  #isCommitted(path: string): boolean {
    const isTold = this.#added.has(path) || this.#changed.has(path)
    return (isTold && !this.#gone.has(path)) || this.#last.has(path)
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
    if (this.#lastWork === Number.POSITIVE_INFINITY && !document.test(path)) this.#lastWork = this.#commits
    if (status !== 'R' && !this.#changed.has(path)) this.#changed.set(path, this.#commits)
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

function logOf(root: string): string {
  for (const detection of renames) {
    const told = askGit(root, [...log, ...changes, detection, 'HEAD', '--'])
    if (told !== null) return told
  }
  return ''
}
