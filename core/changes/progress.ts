import type {Range} from '../finding.ts'
import {oncePerPart} from '../once.ts'
import type {Phase, Plan} from '../plan.ts'
import {startingIn} from '../ranges.ts'
import {isCompleted, isNotBegun} from '../status.ts'
import type {FileChange} from './change.ts'

/** Whether a change has been made, as the plan tells; `untold` where it does not, `unclear` where it says both. */
export type Progress = 'done' | 'open' | 'untold' | 'unclear'

/** Whether there are boxes in a place, and each of them is ticked. */
const isTicked = oncePerPart(({document}: Plan, place: Range): boolean => {
  const boxes = startingIn(document.items, place).filter(({checked}) => checked !== null)
  return boxes.length > 0 && boxes.every(({checked}) => checked)
})

const statusLabel = /^(?:implementation |phase |stage )?status$/i

/** Whether a label under the heading of a phase says that nothing of it is done: `**Status**: Not Started`. */
const isSaidOpen = oncePerPart(({document, text}: Plan, {section}: Phase): boolean =>
  startingIn(document.labels, section.body).some(
    ({name, value}) =>
      statusLabel.test(name.trim()) && isNotBegun({...value, value: text.slice(value.start, value.end)}),
  ),
)

/** A function that tells how far each change of a plan is. */
export function progressOf(plan: Plan): (change: FileChange) => Progress {
  const {status} = plan
  const isDone = status !== null && isCompleted(status)
  const isOpen = status !== null && isNotBegun(status)
  return ({phase, task, checked}) => {
    const own = checked ?? task?.checked ?? null
    if (own) return 'done'
    if (isDone || phase?.state === 'done' || (phase && isTicked(plan, phase.section)))
      return own === false ? 'unclear' : 'done'
    if (isOpen || (phase && isSaidOpen(plan, phase))) return 'open'
    return 'untold'
  }
}
