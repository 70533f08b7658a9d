import {eachSection} from '../bind.ts'
import type {Range} from '../finding.ts'
import {oncePer} from '../once.ts'
import type {Plan} from '../plan.ts'
import {lostIds} from './lost.ts'
import type {Mention} from './mentions.ts'

/** An id that the plan relies on and no task has. */
export interface UnknownTask {
  key: string
  /** As written at the first place. */
  id: string
  /** The id of the task that waits for it at the first place; empty where the plan does not say which. */
  by: string
  /** Everywhere it is named so, in order. */
  places: Range[]
}

/**
 * The mentions in which a plan relies on a task, each with the task that waits: in dependencies, as ends of a range, in
 * the section about order.
 */
function relyingMentions({text, sections, taskList}: Plan): [Mention, by: string][] {
  const ordering = eachSection(sections).flatMap(({section: {spec, places}}) =>
    spec.id === 'dependencies' ? places : [],
  )
  const isOrdering = ({start}: Range) => ordering.some(({body}) => body.start <= start && start < body.end)
  const reachesOrdering = ({start, end}: Range) => ordering.some(({body}) => body.start < end && start < body.end)
  const relying = new Map<Mention, string>()
  for (const saying of taskList.sayings) {
    if (!saying.namesRange && !reachesOrdering(saying)) continue
    for (const mention of saying.mentions) {
      if (mention.first !== mention.last || isOrdering(mention)) relying.set(mention, '')
    }
  }
  for (const {who, on, owner} of taskList.statements) {
    const waiting = who[0]
    for (const mention of who) relying.set(mention, '')
    for (const mention of on) relying.set(mention, waiting ? text.slice(waiting.start, waiting.end) : (owner?.id ?? ''))
  }
  return [...relying].sort(([a], [b]) => a.start - b.start)
}

const digitsOf = (id: string) => /\d+/.exec(id)?.[0].length ?? 0

/**
 * The ids without a task that a plan relies on, in order of place. Ids count only where they have as many digits as
 * those of tasks: "T4" may be anything. Where a broken fence hides part of the document nothing is unknown.
 */
export const unknownTasks = oncePer((plan: Plan): readonly UnknownTask[] => {
  const {tasks, byKey, gone} = plan.taskList
  if (tasks.length === 0 || plan.document.unreadableFrom !== null) return []
  let usual: Set<number> | undefined
  const unknown = new Map<string, UnknownTask>()
  for (const [{first, last}, by] of relyingMentions(plan)) {
    for (const {id, start, end} of new Set([first, last])) {
      const {key} = id
      if (byKey.has(key) || gone.has(key) || lostIds(plan).has(key)) continue
      const written = plan.text.slice(start, end).replace(/^(?=\d)/, 'T')
      usual ??= new Set(tasks.map(task => digitsOf(task.id)))
      if (!usual.has(digitsOf(written))) continue
      const told = unknown.get(key) ?? {key, id: written, by, places: []}
      told.places.push({start, end})
      unknown.set(key, told)
    }
  }
  return [...unknown.values()]
})
