import type {FileChange} from './change.ts'
import type {Progress} from './progress.ts'

/** A change held against the repository as it stands. */
export interface Step {
  change: FileChange
  progress: Progress
  /** Whether its path is there now, as it is written or below some folder. */
  isThere: boolean
  /** Where its path leads as it is written; null where nothing is. */
  place: string | null
}

/** How many of `steps` pass `test`, of one. */
export function share(steps: readonly Step[], test: (step: Step) => boolean): number {
  return steps.length === 0 ? 0 : steps.filter(test).length / steps.length
}

/** A test for changes of these kinds. */
export const isOf =
  (...kinds: FileChange['kind'][]) =>
  ({change}: Step) =>
    kinds.includes(change.kind)

/** Whether a file is as a change leaves it. */
export function isFulfilled({change, isThere}: Step): boolean {
  return (change.kind === 'delete') !== isThere
}
