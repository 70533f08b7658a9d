import {addTo} from '../grouped.ts'
import type {Phase} from '../plan.ts'
import {isFulfilled, isOf, type Step, share} from './steps.ts'

/** So many files that are as a change leaves them show that it was made. */
const enough = 2

/** So many files to be created that are there show that work goes on, whoever does not tick what is done. */
const many = 3
/** So many are enough where work has been committed since the plan was. */
const manySince = 2
/** More than this share of the files that are to be created is there where a plan has been carried out. */
const most = 0.5

/**
 * The steps that have likely been made, although nobody says so: a plan stays in the repository when it is done, seldom
 * with its boxes ticked. They are not judged.
 */
export function likelyMade(steps: readonly Step[], isNew: boolean): ReadonlySet<Step> {
  const waiting = steps.filter(({progress}) => progress === 'untold' || progress === 'open')
  if (waiting.filter(isOf('create')).filter(isFulfilled).length >= (isNew ? many : manySince)) return new Set(waiting)
  const untold = steps.filter(({progress}) => progress === 'untold')
  const telling = untold.filter(isOf('create', 'delete'))
  const creating = untold.filter(isOf('create'))
  const isOver = telling.length > 0 && untold.every(isFulfilled)
  const isMostlyOver = creating.filter(isFulfilled).length >= enough && share(creating, isFulfilled) > most
  if (isOver || isMostlyOver) return new Set(untold)
  const byPhase = new Map<Phase | null, Step[]>()
  for (const step of untold) addTo(byPhase, step.change.phase, step)
  const begun: Step[] = []
  for (const steps of byPhase.values()) {
    if (!steps.every(isFulfilled)) break
    for (const step of steps) begun.push(step)
  }
  return new Set(begun.filter(isOf('create', 'delete')).length >= enough ? begun : [])
}
