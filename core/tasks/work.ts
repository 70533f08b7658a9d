import {oncePer} from '../once.ts'
import type {Phase, Plan} from '../plan.ts'
import type {Task} from './definitions.ts'
import {idsBetween, parseTaskId, type TaskId} from './ids.ts'
import {mentionListsIn} from './mentions.ts'
import {numberedTasksOf} from './numbered.ts'
import {namesIn} from './numbered-names.ts'
import {type Wait, type Work, waitsAmong} from './waits.ts'
import {taskWordsOf} from './words.ts'

/** The tasks of a plan and what waits for what, as a reader sees them. */
export interface PlannedWork {
  /** In document order. */
  tasks: readonly Task[]
  waits: readonly Wait<Task>[]
}

/** Those with ids, and what drawings show of them besides what is said; without any, those with numbers. */
export const plannedWorkOf = oncePer((plan: Plan): PlannedWork => {
  const {tasks, edges} = plan.taskList
  if (tasks.length > 0) {
    const said = edges.map(({task, target, start, end}) => ({from: task, to: target, place: {start, end}}))
    const known = new Set(said.map(({from, to}) => `${from.start} ${to.start}`))
    const others = waitsAmong(plan, tasks, mentionListsIn, 'T{n}')
    return {tasks, waits: [...said, ...others.filter(({from, to}) => !known.has(`${from.start} ${to.start}`))]}
  }
  const numbered = numberedTasksOf(plan)
  if (numbered.length === 0) return {tasks: [], waits: []}
  const {titles} = taskWordsOf(plan)
  const forms = [...titles, ...(plan.phases.length > 0 ? [] : (plan.preset.phases?.titles ?? []))]
  return {tasks: numbered, waits: waitsAmong(plan, numbered, namesIn(forms), titles[0] ?? '{n}')}
})

/** A phase, numbered as tasks are. */
interface NumberedPhase extends Work {
  phase: Phase
}

function idsOf({number, last}: Phase): TaskId[] {
  const [from, to] = [parseTaskId(`T${number}`), parseTaskId(`T${last}`)]
  return from && to ? idsBetween(from, to) : []
}

/** Which phases wait for which, as the plan says. */
export const phaseWaitsOf = oncePer((plan: Plan): readonly {from: Phase; to: Phase; place: Wait<Work>['place']}[] => {
  const works: NumberedPhase[] = plan.phases.map(phase => ({phase, ids: idsOf(phase), extent: phase.section}))
  const form = plan.phases[0]?.form
  if (form === undefined) return []
  return waitsAmong(plan, works, namesIn([form]), form).map(({from, to, place}) => ({
    from: from.phase,
    to: to.phase,
    place,
  }))
})
