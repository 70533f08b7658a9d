import {isSamePath, pathOf} from '../changes/change.ts'
import {changesOf} from '../changes/changes.ts'
import {addTo} from '../grouped.ts'
import type {Plan} from '../plan.ts'
import {haveAny, merged} from '../ranges.ts'
import {nameOf} from '../workspace-paths.ts'
import type {Reference} from './written.ts'

/** Tells whether a plan makes the file of a reference, or what it says there is of a file that it changes. */
export function explainedBy(plan: Plan): (reference: Reference) => boolean {
  const changes = changesOf(plan)
  const isMaking = ({kind}: (typeof changes)[number]) => kind === 'create' || kind === 'write'
  const made = new Map<string, string[]>()
  for (const path of changes.filter(isMaking).map(pathOf)) addTo(made, nameOf(path), path)
  const others = merged(changes.filter(change => !isMaking(change)))
  return reference => {
    const path = reference.path.replace(/^(?:\.{1,2}\/)+/, '')
    return haveAny(others, reference) || (made.get(nameOf(path)) ?? []).some(other => isSamePath(other, path))
  }
}
