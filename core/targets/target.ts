import type {Range} from '../finding.ts'
import type {Workspace} from '../workspace.ts'
import type {Word} from './shell.ts'

/** What a command asks for that is not there. */
export interface UnknownTarget extends Range {
  name: string
  /** What its tool calls it. */
  noun: string
  /** The file that would define it, or the folder it would lie in. */
  place: string
  /** What it may be a slip for, as it would be written in its stead; null where nothing is near. */
  nearest: string | null
  /** Whether it is a path, and there once a file or folder of that name is. */
  isPath: boolean
}

/** A tool that runs what a file of the repository defines. */
export interface Tool {
  programs: readonly string[]
  /** The files that define its targets, or say that a folder belongs to it. */
  files: readonly string[]
  /** Options that say where, so that what a command asks for is looked up nowhere else. */
  placing?: readonly string[]
  /** The targets that one of its files defines for sure. */
  namesIn?(workspace: Workspace, file: string): Iterable<string>
  /**
   * What `words`, the arguments of one of its programs, ask for in `folder` and is not there. What cannot be told for
   * sure is left out.
   */
  unknownIn(request: Request): Iterable<UnknownTarget>
}

export interface Request {
  program: string
  words: readonly Word[]
  /** Where it is run. */
  folder: string
  workspace: Workspace
}
