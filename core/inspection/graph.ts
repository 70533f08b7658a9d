import type {Range} from '../finding.ts'
import {findCycles} from '../graph.ts'
import {phaseOrderOf} from '../phase-order/order.ts'
import type {Phase, Plan} from '../plan.ts'
import {stageGraphOf} from '../stages/graph.ts'
import {labelOf, stringIn} from '../stages/stages.ts'
import type {Task} from '../tasks/definitions.ts'
import {plannedWorkOf} from '../tasks/work.ts'
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
  return graphOf(partsOf(plan), at)
}

/** Likewise of its stages, in the order of `plan.stages`, else of its phases, in that of `plan.phases`; never of tasks. */
export function stepGraphOf(plan: Plan, at: (range: Range) => Place): PlanGraph {
  return graphOf(plan.stages ? partsOfStages(plan) : partsOfPhases(plan), at)
}

function graphOf({nodes, links}: Parts, at: (range: Range) => Place): PlanGraph {
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

/** Stages with metadata say more of the order than tasks that have no ids. */
function partsOf(plan: Plan): Parts {
  const hasIds = plan.taskList.tasks.length > 0
  const inOrder = hasIds ? [partsOfTasks, partsOfStages] : [partsOfStages, partsOfTasks]
  return inOrder.map(parts => parts(plan)).find(parts => parts.nodes.length > 0) ?? partsOfPhases(plan)
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

function partsOfTasks(plan: Plan): Parts {
  const {tasks, waits} = plannedWorkOf(plan)
  const keyOf = ({start}: Task) => String(start)
  return {
    nodes: tasks.map(task => ({
      key: keyOf(task),
      node: {
        id: task.id,
        kind: 'task',
        name: plan.text.slice(task.words.start, task.words.end).trim(),
        phase: task.phase?.number ?? null,
        isDone: task.checked === true,
      },
    })),
    links: waits.map(({from, to, place}) => ({from: keyOf(from), to: keyOf(to), kind: 'depends', range: place})),
  }
}

/** Whether the status of a stage says that nothing is left to do. */
export function isStageDone(status = ''): boolean {
  return /^(?:completed?|done|merged)\b/i.test(status)
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
          isDone: isStageDone(told('status')),
        },
      }
    }),
    links: dependencies.flatMap(({stage, target, start, end}): Link[] => {
      const [from, to] = [keys.get(stage), target && keys.get(target)]
      return from !== undefined && to !== undefined ? [{from, to, kind: 'depends', range: {start, end}}] : []
    }),
  }
}

function partsOfPhases(plan: Plan): Parts {
  const {phases, preset} = plan
  const keys = new Map(phases.map((phase, index) => [phase, String(index)]))
  const keyOf = (phase: Phase) => keys.get(phase) ?? ''
  return {
    nodes: phases.map(phase => ({
      key: keyOf(phase),
      node: {
        id: `${preset.phases?.noun ?? 'phase'} ${phase.number}`,
        kind: 'phase',
        name: phase.name,
        phase: phase.number,
        isDone: phase.state === 'done',
      },
    })),
    links: phaseOrderOf(plan).map(({from, to, place}) => ({
      from: keyOf(from),
      to: keyOf(to),
      kind: place ? 'depends' : 'follows',
      range: place,
    })),
  }
}
