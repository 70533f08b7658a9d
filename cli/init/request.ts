import type {PartId} from './part.ts'

/** What the user asks of a set-up. */
export interface InitRequest {
  /** Parts that are asked for by name. */
  parts: ReadonlySet<PartId>
  /** Take the parts, too, that the tools of the project speak for. */
  takesFound: boolean
  /** Nothing is said of what to do; who can be asked is asked. */
  isOpen: boolean
  preset?: string
  /** Globs or folders. */
  plans?: readonly string[]
  /** Show what would be written, and write nothing. */
  diff: boolean
  /** Absent: what environment and terminal say. */
  color?: boolean
}
