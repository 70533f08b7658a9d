import type {Range} from '../finding.ts'
import {oncePer} from '../once.ts'
import type {Phase, Plan} from '../plan.ts'
import type {Task} from './definitions.ts'
import {idsBetween, parseTaskId, type TaskId} from './ids.ts'
import {mentionListsIn} from './mentions.ts'
import {numberedTasksOf} from './numbered.ts'
import {namesIn} from './numbered-names.ts'
import {storiesIn, storyFormsOf} from './stories.ts'
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
export interface NumberedPhase extends Work {
  phase: Phase
}

function idsOf({number, last}: Phase): TaskId[] {
  const [from, to] = [parseTaskId(`T${number}`), parseTaskId(`T${last}`)]
  return from && to ? idsBetween(from, to) : []
}

/** The phases of a plan by their numbers, in document order. */
export const numberedPhasesOf = oncePer((plan: Plan): readonly NumberedPhase[] =>
  plan.phases.map(phase => ({phase, ids: idsOf(phase), extent: phase.section})),
)

/** That a phase waits for another, and where the plan says so. */
export interface PhaseWait {
  from: Phase
  to: Phase
  place: Range
}

function betweenPhases(waits: readonly Wait<NumberedPhase>[]): PhaseWait[] {
  return waits.map(({from, to, place}) => ({from: from.phase, to: to.phase, place}))
}

/** Which phases wait for which, as the plan says. */
export const phaseWaitsOf = oncePer((plan: Plan): readonly PhaseWait[] => {
  const form = plan.phases[0]?.form
  return form === undefined ? [] : betweenPhases(waitsAmong(plan, numberedPhasesOf(plan), namesIn([form]), form))
})

/** Which phases that build stories wait for which, where the plan names them by the stories: `US3 depends on US1`. */
export const storyWaitsOf = oncePer((plan: Plan): readonly PhaseWait[] => {
  const forms = storyFormsOf(plan.preset)
  const works = plan.phases.flatMap((phase): NumberedPhase[] => {
    const stories = phase.kind?.ofStories ? storiesIn(phase.section.title, forms) : []
    const ids = stories.flatMap(story => parseTaskId(`T${story}`) ?? [])
    return ids.length > 0 ? [{phase, ids, extent: phase.section}] : []
  })
  return works.length < 2 ? [] : betweenPhases(waitsAmong(plan, works, namesIn(forms), forms[0] ?? '{n}'))
})
