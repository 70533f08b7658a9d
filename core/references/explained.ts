import {pathOf} from '../changes/change.ts'
import {changesOf} from '../changes/changes.ts'
import {PathIndex} from '../changes/path-index.ts'
import type {Plan} from '../plan.ts'
import {haveAny, merged} from '../ranges.ts'
import type {Reference} from './written.ts'

/** Tells whether a plan makes the file of a reference, or what it says there is of a file that it changes. */
export function explainedBy(plan: Plan): (reference: Reference) => boolean {
  const changes = changesOf(plan)
  const isMaking = ({kind}: (typeof changes)[number]) => kind === 'create' || kind === 'write'
  const made = new PathIndex<true>()
  for (const change of changes.filter(isMaking)) made.add(pathOf(change), true)
  const others = merged(changes.filter(change => !isMaking(change)))
  return reference => {
    const path = reference.path.replace(/^(?:\.{1,2}\/)+/, '')
    return haveAny(others, reference) || made.latest(path) !== null
  }
}
