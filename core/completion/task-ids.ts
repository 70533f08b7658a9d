import {firstAtOrAfter} from '../ranges.ts'
import {awaitedBefore} from '../tasks/awaited.ts'
import type {Task} from '../tasks/definitions.ts'
import {idsBetween} from '../tasks/ids.ts'
import type {Completion, Cursor} from './completion.ts'

const unfinished = /(?<![\p{L}\p{N}_.-])(?:T(?:\d[\d.]*(?:-?[A-Za-z])?)?)?$/iu

/** The text of the paragraph or heading that the cursor is in or behind, up to `end`; empty where there is none. */
function wordsBefore({plan: {document, text}, offset, before}: Cursor, end: number): string {
  const {blocks} = document
  const block = blocks[firstAtOrAfter(blocks, offset + 1) - 1]
  if (!block || (block.kind !== 'paragraph' && block.kind !== 'heading')) return ''
  const isHere = offset <= block.end || block.end >= offset - before.length
  return isHere ? text.slice(block.start, end) : ''
}

/** The task whose own words the cursor is in. */
function taskAt({plan: {taskList, text}, offset}: Cursor): Task | undefined {
  return taskList.tasks.findLast(
    ({extent: {start, end}}) => start <= offset && (offset <= end || /^[ \t]*$/.test(text.slice(end, offset))),
  )
}

/**
 * After words that say that something waits for tasks: their ids, those of earlier tasks first. Outside of tasks such
 * words may be words like any, so there the id has to be begun, or asked for.
 */
export function taskIdCompletions(cursor: Cursor): Completion[] {
  const {plan, offset, before, after, isTyped} = cursor
  const words = plan.preset.vocabulary.tasks
  const [typed] = unfinished.exec(before) ?? []
  if (!words || typed === undefined || plan.taskList.tasks.length === 0) return []
  const named = awaitedBefore(wordsBefore(cursor, offset - typed.length), words)
  if (!named) return []
  const owner = taskAt(cursor)
  if (isTyped && !owner && typed === '') return []
  const taken = new Set(named.flatMap(({first, last}) => idsBetween(first.id, last.id).map(({key}) => key)))
  const [rest = ''] = /^(?:\d[\d.]*)?(?:-?[A-Za-z](?![\p{L}\p{N}]))?/u.exec(typed === '' ? '' : after) ?? []
  const place = {start: offset - typed.length, end: offset + rest.length}
  const others = plan.taskList.tasks.filter(task => task !== owner && !task.ids.some(({key}) => taken.has(key)))
  const isLater = ({start}: Task) => owner !== undefined && start > owner.start
  return [...others.filter(task => !isLater(task)), ...others.filter(isLater)].map(({id, words: {start, end}}) => ({
    kind: 'task',
    ...place,
    label: id,
    detail: plan.text.slice(start, end),
    text: id,
    filter: id,
  }))
}
