import {type Command, commandsIn} from '../commands.ts'
import type {Range} from '../finding.ts'
import type {Phase, Plan} from '../plan.ts'
import {firstAtOrAfter, wholeOf} from '../ranges.ts'
import {isDraft} from '../status.ts'
import {isParallel, type Task} from '../tasks/definitions.ts'
import {filesWritten} from '../tasks/files.ts'
import {plannedWorkOf} from '../tasks/work.ts'
import {plainTitle} from '../titles.ts'
import {filesIn, type InspectedFile} from './files.ts'
import {type PlanGraph, planGraphOf} from './graph.ts'
import {type InspectedStage, stagesIn} from './stages.ts'

/** Lines and columns are 1-based, columns in UTF-16 units; the end is exclusive. */
export interface Place {
  line: number
  column: number
  endLine: number
  endColumn: number
}

export interface InspectedPhase extends Place {
  /** What the preset calls it: `phase`, `stage`. */
  noun: string
  number: string
  /** The last of a range such as `Phases 4-6`; else the number. */
  last: string
  name: string
  /** The sort of phase, where the preset tells several apart. */
  kind: string | null
  state: 'skipped' | 'done' | null
}

export interface InspectedTask extends Place {
  id: string
  /** Null where it has neither a box nor a mark of completion. */
  checked: boolean | null
  text: string
  isParallel: boolean
  stories: string[]
  /** The number of its phase. */
  phase: string | null
  /** The files that it writes. */
  files: string[]
  dependsOn: string[]
}

/** What a plan says, as data. All lists are in document order. */
export interface Inspection {
  title: (Place & {text: string}) | null
  status: (Place & {value: string; isDraft: boolean}) | null
  phases: InspectedPhase[]
  tasks: InspectedTask[]
  stages: InspectedStage[]
  commands: (Place & {text: string; phase: string | null})[]
  questions: (Place & {text: string; isResolved: boolean})[]
  /** The files and folders that its prose names. */
  files: InspectedFile[]
  graph: PlanGraph
}

/** Tells what is in `plan`; `at` gives the place of a range of its text. */
export function inspect(plan: Plan, at: (range: Range) => Place): Inspection {
  const {title, status, text, document} = plan
  const phaseAt = phaseFinder(plan.phases)
  const shown = (command: Command) => ({
    text: command.text.trim(),
    phase: phaseAt(command)?.number ?? null,
    ...at(command),
  })
  return {
    title: title && {text: plainTitle(text.slice(title.title.start, title.title.end)), ...at(title.title)},
    status: status && {value: status.value, isDraft: isDraft(status), ...at(status)},
    phases: plan.phases.map(phase => inspectedPhase(phase, plan.preset.phases?.noun ?? 'phase', at)),
    tasks: inspectedTasks(plan, at),
    stages: stagesIn(plan, at),
    commands: commandsIn(document, wholeOf(text)).map(shown),
    questions: plan.questions.map(question => ({text: question.text, isResolved: question.resolved, ...at(question)})),
    files: filesIn(plan, at),
    graph: planGraphOf(plan, at),
  }
}

function inspectedPhase(
  {number, last, name, kind, state, section}: Phase,
  noun: string,
  at: (range: Range) => Place,
): InspectedPhase {
  return {noun, number, last, name, kind: kind?.id ?? null, state, ...at(section.heading.title)}
}

function inspectedTasks(plan: Plan, at: (range: Range) => Place): InspectedTask[] {
  const {tasks, waits} = plannedWorkOf(plan)
  const awaited = new Map<Task, Set<string>>(tasks.map(task => [task, new Set()]))
  for (const {from, to} of waits) awaited.get(from)?.add(to.id)
  return tasks.map(task => ({
    id: task.id,
    checked: task.checked,
    text: plan.text.slice(task.words.start, task.words.end).trim(),
    isParallel: isParallel(task),
    stories: [...task.stories],
    phase: task.phase?.number ?? null,
    files: filesWritten(plan, task).map(({path}) => path),
    dependsOn: [...(awaited.get(task) ?? [])],
    ...at(task),
  }))
}

function phaseFinder(phases: readonly Phase[]): (range: Range) => Phase | null {
  const sections = phases.map(({section}) => section)
  return ({start}) => {
    const phase = phases[firstAtOrAfter(sections, start + 1) - 1]
    return phase && start < phase.section.end ? phase : null
  }
}
