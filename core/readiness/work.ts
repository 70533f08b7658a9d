import {openBoxes} from '../boxes.ts'
import type {Range} from '../finding.ts'
import type {Item} from '../markdown.ts'
import {oncePer} from '../once.ts'
import {phaseStatuses} from '../phase-statuses.ts'
import type {Phase, Plan} from '../plan.ts'
import type {Preset} from '../preset.ts'
import {haveAny, haveStart, startingIn} from '../ranges.ts'
import {isCompleted} from '../status.ts'

/** How much of a plan's work is done. */
export interface Work {
  /** Phases that are not skipped. */
  phases: number
  /** Those of them that are done. */
  phasesDone: number
  /** Whether all of it is, and the status, where there is one, says so. */
  isDone: boolean
  /** Why it is not; null where it is. */
  left: WorkLeft | null
}

/** What there is to do until a plan is done, told once. */
export interface WorkLeft extends Range {
  /** What the status says to the contrary, or what is open. */
  cause: 'status-consistency' | 'open-work'
  message: string
  /** Of boxes or phases. */
  count: number
}

/** What a status may say of a plan whatever became of its work. */
const putAway = /^\W*archived\b/i
/** Fewer ticked boxes than this may be there by chance, as of a gate that was passed before the work began. */
const fewestBoxes = 2

/** What of `plan` is done, and what is left; places are those of its own text. */
export const workOf = oncePer((plan: Plan): Work => {
  const open = openBoxes(plan)
  const asked = plan.phases.filter(({state}) => state !== 'skipped')
  const undone = asked.filter(phase => !isPhaseDone(plan, phase, open))
  const left = leftOf(plan, open, asked, undone)
  const phases = asked.length
  return {phases, phasesDone: left ? phases - undone.length : phases, isDone: left === null, left}
})

/** A phase says that it is done, or has boxes and none of them is open. */
function isPhaseDone({document}: Plan, {state, section}: Phase, open: readonly Item[]): boolean {
  if (haveStart(open, section)) return false
  return state === 'done' || startingIn(document.items, section.body).some(({checked}) => checked === true)
}

function leftOf(
  plan: Plan,
  open: readonly Item[],
  phases: readonly Phase[],
  undone: readonly Phase[],
): WorkLeft | null {
  const {status} = plan
  const {others} = phaseStatuses(plan)
  if (status && isCompleted(status)) {
    const amount = others > 0 ? counted(others, nounOf(plan)) : counted(open.length, 'box')
    const count = others > 0 ? others : open.length
    const message = `The status is "${status.value}", but ${amount} still open`
    return count === 0 ? null : {...rangeOf(status), cause: 'status-consistency', message, count}
  }
  const openWork = openWorkOf(plan, open, phases, undone)
  if (openWork || !status || putAway.test(status.value)) return openWork
  const message = `All work is done, but the status is still "${status.value}"`
  return {...rangeOf(status), cause: 'status-consistency', message, count: 1}
}

function openWorkOf(
  plan: Plan,
  open: readonly Item[],
  phases: readonly Phase[],
  undone: readonly Phase[],
): WorkLeft | null {
  const cause = 'open-work'
  const [phase] = undone
  if (phase) {
    const message = `${undone.length} of ${counted(phases.length, nounOf(plan))} not done`
    return {...rangeOf(phase.section.heading.title), cause, message, count: undone.length}
  }
  const [box] = open
  if (box) return {...rangeOf(box), cause, message: `${counted(open.length, 'box')} open`, count: open.length}
  if (isShownDone(plan, phases)) return null
  return {...rangeOf(plan.place), cause, message: 'Nothing says that the work is done', count: 1}
}

/**
 * Whether a plan in which nothing is open shows that its work is done. In a template with sections boxes outside of
 * phases and tasks are those of gates; phases that its preset does not ask to be validated are those of writing the plan.
 */
function isShownDone({document, preset, tasks}: Plan, phases: readonly Phase[]): boolean {
  if (phases.length > 0 && asksForValidation(preset)) return true
  if (tasks.filter(({checked}) => checked).length >= fewestBoxes) return true
  const sections = phases.map(({section}) => section)
  const ticked = document.items.filter(
    item => item.checked === true && (preset.sections.length === 0 || haveAny(sections, item)),
  )
  return ticked.length >= fewestBoxes
}

function asksForValidation({phases}: Preset): boolean {
  return (
    phases !== undefined && [phases, ...(phases.kinds ?? [])].some(({validation = 'none'}) => validation !== 'none')
  )
}

function nounOf({preset}: Plan): string {
  return preset.phases?.noun ?? 'phase'
}

/** `1 box is`, `3 stages are`. */
function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun} is` : `${count} ${noun.replace(/x$/, 'xe').replace(/(?<![aeiou])y$/, 'ie')}s are`
}

function rangeOf({start, end}: Range): Range {
  return {start, end}
}
