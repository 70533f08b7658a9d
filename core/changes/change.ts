import type {Range} from '../finding.ts'
import type {Phase} from '../plan.ts'
import type {Task} from '../tasks/definitions.ts'

/** What a plan does to one file. A rename is two: one file goes, the other comes. */
export interface FileChange extends Range {
  /** `write` where the plan does not say whether the file is there before. */
  kind: 'create' | 'modify' | 'delete' | 'write'
  /** As written, with `/` at its end where that says that it is a folder. */
  path: string
  /** Whether the file itself is what is changed, and not only the place of something else. */
  isFirm: boolean
  /** The turn at which it comes; null where the plan has no phases, or outside of them. */
  phase: Phase | null
  task: Task | null
  /** The box of its own line, where it has one. */
  checked: boolean | null
}

/** The path of a change without the mark of a folder. */
export function pathOf({path}: Pick<FileChange, 'path'>): string {
  return path.replace(/\/$/, '')
}
