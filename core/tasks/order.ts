import {findCycles} from '../graph.ts'
import {oncePer} from '../once.ts'
import {compareTaskIds, type TaskId} from './ids.ts'
import {nodeIdOf, type TaskEdge, type TaskList} from './list.ts'

/** Dependencies that no order of work can satisfy. */
export interface OrderFaults {
  /** Each cycle begins with the edge that the document names last. */
  cycles: readonly (readonly TaskEdge[])[]
  /** Tasks that wait for a later one, cycles apart. */
  forward: readonly TaskEdge[]
}

/** A task that stands late but has the smaller number is out of order itself; it is not the dependency that is wrong. */
function isForward({task, target}: TaskEdge): boolean {
  return task.start < target.start && compareTaskIds(task.ids[0] as TaskId, target.ids[0] as TaskId) < 0
}

/** Finds what is wrong with the dependencies of a plan; one that is stated twice counts once. */
export const orderFaultsOf = oncePer(({tasks, edges}: TaskList): OrderFaults => {
  // A circle has a way forward, too.
  if (edges.every(({task, target}) => target.start < task.start)) return {cycles: [], forward: []}
  const unique = new Map<string, TaskEdge>()
  for (const edge of edges) {
    const pair = `${edge.from} ${edge.to}`
    if (!unique.has(pair)) unique.set(pair, edge)
  }
  const onEdges = new Set(edges.flatMap(({task, target}) => [task, target]))
  const nodes = tasks.filter(task => onEdges.has(task)).map(task => ({id: nodeIdOf(task), ...task.idRange}))
  const cycles = findCycles({nodes, edges: [...unique.values()]}).map(cycle => {
    const last = cycle.reduce((best, {start}, index) => (start > (cycle[best]?.start ?? 0) ? index : best), 0)
    return [...cycle.slice(last), ...cycle.slice(0, last)]
  })
  const inCycle = new Set(cycles.flat())
  return {cycles, forward: [...unique.values()].filter(edge => isForward(edge) && !inCycle.has(edge))}
})
