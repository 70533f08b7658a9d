/**
 * The repository around a plan as it stands, which rules of the group `repository` hold the plan against. It is only
 * read. Paths are those of its files from its root, with `/`; what leads out of it is not there. Each question has one
 * answer for as long as a plan is linted.
 */
export interface Workspace {
  /** Where the plan itself stands. */
  readonly planPath: string
  /** What is at `path`; null where that is nothing. The root is the folder ''. */
  kindOf(path: string): 'file' | 'folder' | null
  /** What a file holds, as text; null where it cannot be read, is no text, or is larger than anybody writes by hand. */
  read(path: string): string | null
  /** The names in a folder, sorted; none where there is no such folder. */
  namesIn(folder: string): readonly string[]
  /** The files that a shortened path may stand for: those whose paths are `tail` or end in `/` and `tail`; sorted. */
  filesEndingIn(tail: string): readonly string[]
  /** Whether the repository leaves `path` out, as what a build makes, which is there at times and at times is not. */
  isIgnored(path: string): boolean
  /** The file that `path` is most likely a slip for; null where none is near. */
  nearestTo(path: string): string | null
  /** Where the file that once was at `path` has gone, as far as the history tells; null where it does not. */
  movedTo(path: string): string | null
  /**
   * Whether the history tells of a file that was at `path`, or at one that ends in `/` and `path`, and is there no more; null
   * where it does not go back to the plan.
   */
  wasThere(path: string): boolean | null
  /** Whether no work was committed since the file at `path` was: it is new, or in no commit. */
  isNew(path: string): boolean
  /** How many lines more than now a file once had; null where the history does not tell. */
  shrunkBy(path: string): number | null
  /** Whether a file was there before the plan, as far as the history tells; null where it does not. */
  wasBeforePlan(path: string): boolean | null
  /**
   * Whether a file was changed, came or went since the plan came, or with it; moves alone do not count. null where the
   * history does not go back so far.
   */
  changedSincePlan(path: string): boolean | null
}
