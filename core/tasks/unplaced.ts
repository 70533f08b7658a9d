import type {Phase, Plan} from '../plan.ts'
import {startingIn} from '../ranges.ts'
import type {Task} from './definitions.ts'
import {namesPath} from './paths.ts'
import {isInspection, isTest} from './purpose.ts'
import {storiesIn, storyFormsOf} from './stories.ts'

const sameFile = /\b(?:same|this|that) (?:file|module|component|class|script)\b|같은 파일|동일 파일|同一文件/i

/** Whether the words of a task say where it is worked on. */
function isPlaced(words: string): boolean {
  return sameFile.test(words) || namesPath(words)
}

/** Whether a path is named below the line of a task, in what belongs to it. */
function hasPathBelow({document}: Plan, {words, extent}: Task): boolean {
  const lines = startingIn(document.lines, {start: words.end, end: extent.end})
  return lines.some(line => document.chunks.recall(namesPath, line))
}

/** The tasks of a story that implement something and name no path; tests and mere inspections are left out. */
export function unplacedTasks(plan: Plan): Task[] {
  const {preset, phases, taskList, document} = plan
  const forms = storyFormsOf(preset)
  const ofStory = new Set<Phase | null>(
    phases.filter(({section: {heading}}) => document.chunks.recall(storiesIn, heading.title, forms).length > 0),
  )
  return taskList.tasks.filter(task => {
    const {words, phase} = task
    if (!ofStory.has(phase) && task.stories.length === 0) return false
    if (words.start === words.end || document.chunks.recall(isPlaced, words)) return false
    return !isInspection(plan, task) && !isTest(plan, task) && !hasPathBelow(plan, task)
  })
}
