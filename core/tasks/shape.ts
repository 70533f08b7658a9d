import type {Range} from '../finding.ts'
import type {Plan} from '../plan.ts'
import {isParallel, type Task} from './definitions.ts'
import {namelessTasks} from './nameless.ts'
import {storyFormsOf} from './stories.ts'
import {tagsOf} from './tags.ts'

/** How a task differs from `- [ ] T001 [P] [US1] text`. */
export interface Misshapen {
  kind: 'box' | 'id' | 'order' | 'late' | 'empty'
  /** Empty where it has none. */
  id: string
  place: Range
}

/** A tag at the end of the text instead of before it. */
function lateTag({text, preset}: Plan, {words}: Task): Range | null {
  const forms = storyFormsOf(preset)
  const [tag] = /\[[^[\]\n]{1,24}\]$/.exec(text.slice(words.start, words.end)) ?? []
  if (tag === undefined) return null
  const place = {start: words.end - tag.length, end: words.end}
  const kind = tagsOf(tag, place.start, forms).tags[0]?.kind ?? 'other'
  return kind === 'other' ? null : place
}

/** The tags of a task whose story stands before its `[P]`. */
function swappedTags({tags}: Task): Range | null {
  const story = tags.findIndex(({kind}) => kind === 'story')
  const parallel = tags.findLast(({kind}, index) => kind === 'parallel' && index > story)
  const first = tags[story]
  return first && parallel ? {start: first.start, end: parallel.end} : null
}

function misshapenTask(plan: Plan, task: Task): Misshapen | null {
  const {id, idRange, form, words} = task
  if (form === 'item') return {kind: 'box', id, place: idRange}
  if (words.start >= words.end) return {kind: 'empty', id, place: idRange}
  const swapped = swappedTags(task)
  if (swapped) return {kind: 'order', id, place: swapped}
  const late = lateTag(plan, task)
  return late && {kind: 'late', id, place: late}
}

/**
 * The tasks that are not written as the template writes them. Where a plan has all its tags the other way round, that
 * is told once. A heading instead of an item with a box is no fault, nor is a colon after an id.
 */
export function misshapenTasks(plan: Plan): Misshapen[] {
  const {tasks} = plan.taskList
  const found = tasks.flatMap(task => misshapenTask(plan, task) ?? [])
  const swapped = found.filter(({kind}) => kind === 'order')
  const isHabit = tasks.filter(task => isParallel(task) && task.stories.length > 0).length === swapped.length
  const told = isHabit ? found.filter(fault => fault.kind !== 'order' || fault === swapped[0]) : found
  return [...told, ...namelessTasks(plan).map(({start, end}) => ({kind: 'id' as const, id: '', place: {start, end}}))]
}
