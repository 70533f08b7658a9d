import type {Range} from '../finding.ts'
import {findCycles} from '../graph.ts'
import type {Plan} from '../plan.ts'
import {stageGraphOf} from '../stages/graph.ts'
import {labelOf, stringIn} from '../stages/stages.ts'
import {nodeIdOf} from '../tasks/list.ts'
import type {Place} from './inspection.ts'

export interface PlanNode {
  /** What the plan calls it; `#2` is put to an id that stands before. */
  id: string
  kind: 'task' | 'stage' | 'phase'
  name: string
  /** The number of the phase that a task stands in, of a stage that of its section. */
  phase: string | null
  isDone: boolean
}

export interface PlanEdge {
  from: string
  to: string
  /** `depends`: `from` waits for `to`, as the plan says; `follows`: phase `from` comes after phase `to`. */
  kind: 'depends' | 'follows'
  /** Where the plan says so; null for what only follows. */
  place: Place | null
}

/** What waits for what: the tasks of a plan, else its stages, else its phases in their order. */
export interface PlanGraph {
  nodes: PlanNode[]
  edges: PlanEdge[]
  /** Each as the ids along it, the first one again at its end. */
  cycles: string[][]
}

interface Link {
  from: string
  to: string
  kind: PlanEdge['kind']
  range: Range | null
}

/** Nodes with keys that are theirs alone, and links between the keys. */
interface Parts {
  nodes: {key: string; node: PlanNode}[]
  links: Link[]
}

/** The graph of `plan`; `at` gives the place of a range of its text. */
export function planGraphOf(plan: Plan, at: (range: Range) => Place): PlanGraph {
  const {nodes, links} =
    [partsOfTasks, partsOfStages].map(parts => parts(plan)).find(parts => parts.nodes.length > 0) ?? partsOfPhases(plan)
  const ids = uniqueIds(nodes)
  const edges = links.map(({from, to, kind, range}) => ({
    from: ids.get(from) ?? from,
    to: ids.get(to) ?? to,
    kind,
    place: range && at(range),
  }))
  const graph = {
    nodes: nodes.map(({key}) => ({id: ids.get(key) ?? key, start: 0, end: 0})),
    edges: edges.map(({from, to}) => ({from, to, start: 0, end: 0})),
  }
  return {
    nodes: nodes.map(({key, node}) => ({...node, id: ids.get(key) ?? node.id})),
    edges,
    cycles: findCycles(graph).map(cycle => [...cycle.map(({from}) => from), cycle[0]?.from ?? '']),
  }
}

function uniqueIds(nodes: Parts['nodes']): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    nodes.map(({key, node}) => {
      let id = node.id
      for (let count = 2; taken.has(id); count++) id = `${node.id}#${count}`
      taken.add(id)
      return [key, id]
    }),
  )
}

function partsOfTasks({taskList, text}: Plan): Parts {
  const {tasks, edges} = taskList
  return {
    nodes: tasks.map(task => ({
      key: nodeIdOf(task),
      node: {
        id: task.id,
        kind: 'task',
        name: text.slice(task.words.start, task.words.end).trim(),
        phase: task.phase?.number ?? null,
        isDone: task.checked === true,
      },
    })),
    links: edges.map(({from, to, start, end}) => ({from, to, kind: 'depends', range: {start, end}})),
  }
}

function partsOfStages({stages}: Plan): Parts {
  if (!stages) return {nodes: [], links: []}
  const keys = new Map(stages.all.map((stage, index) => [stage, String(index)]))
  const {dependencies} = stageGraphOf(stages)
  return {
    nodes: stages.all.map((stage, index) => {
      const told = (key: string) =>
        stringIn(stage.entry, key, stages.isUnset)?.text ?? stage.section?.values.get(key)?.text
      return {
        key: String(index),
        node: {
          id: labelOf(stage, stages),
          kind: 'stage',
          name: told('name') ?? stage.section?.phase.name ?? '',
          phase: stage.section?.phase.number ?? null,
          isDone: /^(?:completed?|done)\b/i.test(told('status') ?? ''),
        },
      }
    }),
    links: dependencies.flatMap(({stage, target, start, end}): Link[] => {
      const [from, to] = [keys.get(stage), target && keys.get(target)]
      return from !== undefined && to !== undefined ? [{from, to, kind: 'depends', range: {start, end}}] : []
    }),
  }
}

function partsOfPhases({phases, preset}: Plan): Parts {
  return {
    nodes: phases.map(({number, name, state}, index) => ({
      key: String(index),
      node: {
        id: `${preset.phases?.noun ?? 'phase'} ${number}`,
        kind: 'phase',
        name,
        phase: number,
        isDone: state === 'done',
      },
    })),
    links: phases
      .slice(1)
      .map((_, index) => ({from: String(index + 1), to: String(index), kind: 'follows', range: null})),
  }
}
