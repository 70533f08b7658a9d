import type {Plan} from '../plan.ts'
import {touches, withoutTail} from '../ranges.ts'
import type {Task} from '../tasks/definitions.ts'
import {compareTaskIds, type TaskId} from '../tasks/ids.ts'
import {mentionsIn} from '../tasks/list.ts'
import {type Mention, mentionListsIn, mentionMovedBy} from '../tasks/mentions.ts'
import type {Occurrences} from './occurrences.ts'

/** The mentions in tables and fences; there only ids that tasks have, written alike, are meant for tasks. */
function mentionsInBlocks({document, text, taskList}: Plan): Mention[] {
  const written = new Set(taskList.tasks.map(({id}) => id))
  return document.blocks
    .filter(({kind}) => kind === 'table' || kind === 'fence')
    .flatMap(({start, end}) =>
      mentionListsIn(text.slice(start, end))
        .flat()
        .map(mention => mentionMovedBy(start, mention)),
    )
    .filter(({first}) => written.has(text.slice(first.start, first.end)))
}

/** All mentions of tasks but those where one is defined. */
function mentionsOf(plan: Plan): Mention[] {
  const {tasks} = plan.taskList
  const own = new Set(tasks.map(({idRange}) => idRange.start))
  return [...mentionsIn(plan.taskList), ...mentionsInBlocks(plan)]
    .filter(({start}) => !own.has(start))
    .sort((a, b) => a.start - b.start)
}

function idInTask({ids, idRange}: Task, offset: number): TaskId | undefined {
  return offset > (idRange.start + idRange.end) / 2 ? ids.at(-1) : ids[0]
}

function idInMention({first, last}: Mention, offset: number): TaskId {
  return touches(last, offset) ? last.id : first.id
}

function names({first, last}: Mention, id: TaskId): boolean {
  return first.id.key === id.key || (compareTaskIds(first.id, id) < 0 && compareTaskIds(id, last.id) <= 0)
}

/** The occurrences of the task whose id stands at `offset`; a range such as `T004-T006` is a mention of all in it. */
export function taskOccurrencesAt(plan: Plan, offset: number): Occurrences | null {
  const {tasks} = plan.taskList
  const mentions = mentionsOf(plan)
  const task = tasks.find(({idRange}) => touches(idRange, offset))
  const mention = task ? undefined : mentions.find(range => touches(range, offset))
  const id = task ? idInTask(task, offset) : mention && idInMention(mention, offset)
  if (!id) return null
  return {
    definitions: tasks
      .filter(({ids}) => ids.some(({key}) => key === id.key))
      .map(({idRange: name, extent}) => ({name, extent: withoutTail(plan.text, extent)})),
    mentions: mentions
      .filter(found => names(found, id))
      .map(({first, last, ...whole}) => [first, last].find(end => end.id.key === id.key) ?? whole)
      .map(({start, end}) => ({start, end})),
  }
}
