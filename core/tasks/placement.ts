import type {Phase, Plan} from '../plan.ts'
import type {Task} from './definitions.ts'
import {storiesIn, storyFormsOf} from './stories.ts'

/** A task whose story has no phase, or that stands in the phase of another. */
export interface Misplaced {
  task: Task
  /** The number of its story. */
  story: string
  /** The story's phase; null where there is none. */
  phase: Phase | null
}

/** Phases that name no story and hold tasks of several: the plan is cut another way there. */
function mixedPhases(tasks: readonly Task[], named: ReadonlyMap<Phase, readonly string[]>): Set<Phase> {
  const storyOf = new Map<Phase, string>()
  const mixed = new Set<Phase>()
  for (const task of tasks) {
    if (!task.phase || (named.get(task.phase)?.length ?? 0) > 0) continue
    for (const story of task.stories) {
      if ((storyOf.get(task.phase) ?? story) !== story) mixed.add(task.phase)
      storyOf.set(task.phase, story)
    }
  }
  return mixed
}

/** What will not be done belongs nowhere: `~~Ring the bell~~, deferred`. */
function isStruck(text: string, {words}: Task): boolean {
  return /~~\s*$/.test(text.slice(Math.max(0, words.start - 5), words.start))
}

/**
 * The tasks that do not stand in the phase of a story they belong to. A task of several stories may stand with any of
 * them, one without a story anywhere. A story without a phase is told once; where no phase is a story's nothing is.
 */
export function misplacedTasks({document, text, phases, taskList, preset}: Plan): Misplaced[] {
  const forms = storyFormsOf(preset)
  const named = new Map<Phase, readonly string[]>()
  const phaseOf = new Map<string, Phase>()
  for (const phase of phases) {
    const stories = document.chunks.recall(storiesIn, phase.section.heading.title, forms)
    named.set(phase, stories)
    for (const story of stories) if (!phaseOf.has(story)) phaseOf.set(story, phase)
  }
  if (phaseOf.size === 0) return []
  const mixed = mixedPhases(taskList.tasks, named)
  const unknown = new Set<string>()
  return taskList.tasks.flatMap(task => {
    const stories = task.stories
    const [story] = stories
    if (story === undefined || !task.phase || mixed.has(task.phase) || isStruck(text, task)) return []
    const missing = stories.find(own => !phaseOf.has(own))
    if (missing === undefined) {
      const here = named.get(task.phase) ?? []
      return stories.some(own => here.includes(own)) ? [] : [{task, story, phase: phaseOf.get(story) ?? null}]
    }
    if (unknown.has(missing)) return []
    unknown.add(missing)
    return [{task, story: missing, phase: null}]
  })
}
