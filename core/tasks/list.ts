import type {Chunk} from '../chunks.ts'
import type {Range} from '../finding.ts'
import type {GraphEdge} from '../graph.ts'
import type {Plan} from '../plan.ts'
import type {TaskWords} from '../preset.ts'
import {type Task, tasksOf} from './definitions.ts'
import {idsBetween, mayNameTask} from './ids.ts'
import type {Mention} from './mentions.ts'
import {ownerFinder} from './owner.ts'
import {type Dependency, type References, referencesIn} from './references.ts'
import {Saying} from './saying.ts'

/** `task` waits for `target`; the ends are their node ids, the place is where the plan names the target. */
export interface TaskEdge extends GraphEdge {
  task: Task
  target: Task
}

/** A statement that tasks wait for others. */
export interface Statement extends Dependency {
  /** The task in whose words it stands, or null. */
  owner: Task | null
}

/** The tasks of a plan and all that it says of their order. */
export interface TaskList {
  /** In document order. */
  tasks: readonly Task[]
  /** By the key of every id; of duplicates the first. */
  byKey: ReadonlyMap<string, Task>
  /** The paragraphs and headings that speak of tasks, in order. */
  sayings: readonly Saying[]
  /** Keys of ids that the plan says it has given up. */
  gone: ReadonlySet<string>
  statements: readonly Statement[]
  edges: readonly TaskEdge[]
}

/** The id of the node that stands for a task in the graph of dependencies; tasks may share their own. */
export function nodeIdOf({start}: Task): string {
  return String(start)
}

/** Where more tasks wait for more tasks than this by one statement, it is read as the first waiting for the last. */
const mostEdges = 1000

function edgesOf({who, on, owner}: Statement, byKey: ReadonlyMap<string, Task>): TaskEdge[] {
  const named = (mentions: readonly Mention[]) =>
    mentions.flatMap(mention =>
      idsBetween(mention.first.id, mention.last.id).flatMap(({key}) => {
        const task = byKey.get(key)
        const place: Range = [mention.first, mention.last].find(({id}) => id.key === key) ?? mention
        return task ? [{task, place}] : []
      }),
    )
  const waiting = who.length > 0 ? named(who).map(({task}) => task) : owner ? [owner] : []
  const targets = named(on)
  const isLong = waiting.length * targets.length > mostEdges
  return (isLong ? waiting.slice(0, 1) : waiting).flatMap(task =>
    (isLong ? targets.slice(-1) : targets)
      // "T003-T007 depend on T003" means the others.
      .filter(({task: target}) => target !== task || waiting.length === 1)
      .map(({task: target, place}) => ({
        from: nodeIdOf(task),
        to: nodeIdOf(target),
        start: place.start,
        end: place.end,
        task,
        target,
      })),
  )
}

/** What each paragraph and heading of a plan says of tasks, with the task in whose words it stands. */
function sayingsIn(plan: Plan, tasks: readonly Task[], words: TaskWords): Saying[] {
  const ownerOf = ownerFinder(tasks)
  const sayings: Saying[] = []
  for (const {chunk, found} of plan.document.chunks.each(saidIn, words)) {
    for (const {index, said} of found) {
      const block = chunk.blocks[index]
      if (block) sayings.push(new Saying(block, ownerOf(block), said))
    }
  }
  return sayings
}

/** What the paragraphs and headings of a chunk say of tasks, by their place among its blocks. */
function saidIn(text: string, {blocks}: Chunk, words: TaskWords): {index: number; said: References}[] {
  const found: {index: number; said: References}[] = []
  for (const [index, {kind, start, end}] of blocks.entries()) {
    if (kind !== 'paragraph' && kind !== 'heading') continue
    const passage = text.slice(start, end)
    if (!mayNameTask(passage)) continue
    const said = referencesIn(passage, words)
    if (said.mentions.length + said.gone.length + said.dependencies.length > 0) found.push({index, said})
  }
  return found
}

/** The tasks named in headings and running text, where they are defined too. */
export function mentionsIn({sayings}: TaskList): Mention[] {
  return sayings.flatMap(({mentions}) => mentions)
}

/** Reads the tasks of a plan; where its preset has no words for them, what it says of them is not understood. */
export function taskListOf(plan: Plan): TaskList {
  const tasks = tasksOf(plan)
  const byKey = new Map<string, Task>()
  // From the last to the first, so that of duplicates the first stays.
  for (const task of tasks.toReversed()) for (const {key} of task.ids) byKey.set(key, task)
  const words = plan.preset.vocabulary.tasks
  const sayings = words ? sayingsIn(plan, tasks, words) : []
  const statements: Statement[] = []
  const gone: Mention[] = []
  for (const saying of sayings) {
    const {owner, dependencies} = saying
    for (const {who, on} of dependencies) statements.push({who, on, owner})
    for (const mention of saying.gone) gone.push(mention)
  }
  return {
    tasks,
    byKey,
    sayings,
    gone: new Set(gone.flatMap(({first, last}) => idsBetween(first.id, last.id).map(({key}) => key))),
    statements,
    edges: statements.flatMap(said => edgesOf(said, byKey)),
  }
}
