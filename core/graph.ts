import type {Range} from './finding.ts'
import {addTo} from './grouped.ts'

/** Something that others may depend on; its range is where its id stands. */
export interface GraphNode extends Range {
  id: string
}

/** `from` depends on `to`; its range is where the document says so. */
export interface GraphEdge extends Range {
  from: string
  to: string
}

/** Nodes and edges in document order. Where an id stands twice, edges mean the first. */
export interface Graph<N extends GraphNode = GraphNode, E extends GraphEdge = GraphEdge> {
  nodes: readonly N[]
  edges: readonly E[]
}

/** The nodes by id; of duplicates the first. */
export function nodesById<N extends GraphNode>({nodes}: Pick<Graph<N>, 'nodes'>): Map<string, N> {
  const byId = new Map<string, N>()
  for (const node of nodes) if (!byId.has(node.id)) byId.set(node.id, node)
  return byId
}

/** Every node whose id stands before it already, with the first node of that id. */
export function duplicateNodes<N extends GraphNode>(graph: Pick<Graph<N>, 'nodes'>): {node: N; first: N}[] {
  const byId = nodesById(graph)
  return graph.nodes.flatMap(node => {
    const first = byId.get(node.id)
    return first && first !== node ? [{node, first}] : []
  })
}

/** The edges to an id that no node has. */
export function danglingEdges<E extends GraphEdge>(graph: Graph<GraphNode, E>): E[] {
  const byId = nodesById(graph)
  return graph.edges.filter(({to}) => !byId.has(to))
}

interface Visit<E> {
  id: string
  /** The edge by which the search came here; null at its start. */
  by: E | null
  /** The edges that lead on, and which of them comes next. */
  edges: readonly E[]
  next: number
  /** Depth of the deepest edge of a cycle already found on the way here; 0 where there is none. */
  told: number
}

/**
 * The cycles of a graph as their edges in order, each beginning where a search in the order of `nodes` entered it. No
 * two share an edge, so each is told once and the whole is no longer than the graph; each group of nodes that lie on
 * cycles together gives at least one. Edges from or to unknown ids are left out.
 *
 * Depth-first search without recursion: time and space are linear in nodes and edges.
 */
export function findCycles<E extends GraphEdge>(graph: Graph<GraphNode, E>): E[][] {
  const cycles: E[][] = []
  if (graph.edges.length === 0) return cycles
  const leaving = leavingIn(graph)
  const done = new Set<string>()
  // From where no edge leads on there is nothing to search.
  for (const {id} of graph.nodes) if (leaving.has(id) && !done.has(id)) searchFrom(id, leaving, done, cycles)
  return cycles
}

/** The edges between known ids, by the id they lead away from. */
function leavingIn<E extends GraphEdge>({nodes, edges}: Graph<GraphNode, E>): Map<string, E[]> {
  const ids = new Set(nodes.map(({id}) => id))
  const leaving = new Map<string, E[]>()
  for (const edge of edges) {
    if (ids.has(edge.from) && ids.has(edge.to)) addTo(leaving, edge.from, edge)
  }
  return leaving
}

function searchFrom<E extends GraphEdge>(
  start: string,
  leaving: ReadonlyMap<string, readonly E[]>,
  done: Set<string>,
  cycles: E[][],
): void {
  const path: Visit<E>[] = []
  const depths = new Map<string, number>()
  const enter = (id: string, by: E | null) => {
    depths.set(id, path.length)
    path.push({id, by, edges: leaving.get(id) ?? [], next: 0, told: path.at(-1)?.told ?? 0})
  }
  enter(start, null)
  for (let visit = path.at(-1); visit; visit = path.at(-1)) {
    const edge = visit.edges[visit.next++]
    if (!edge) {
      path.pop()
      depths.delete(visit.id)
      done.add(visit.id)
      continue
    }
    const depth = depths.get(edge.to)
    if (depth === undefined) {
      if (!done.has(edge.to)) enter(edge.to, edge)
      continue
    }
    if (visit.told > depth) continue
    const tail = path.slice(depth + 1)
    for (const [index, step] of tail.entries()) step.told = depth + 1 + index
    cycles.push([...tail.flatMap(({by}) => by ?? []), edge])
  }
}

/** The ids along a cycle, the first one again at its end: `a`, `b`, `a`. */
export function pathOf(cycle: readonly GraphEdge[]): string[] {
  const [first] = cycle
  return first ? [first.from, ...cycle.map(({to}) => to)] : []
}
