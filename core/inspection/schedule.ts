import {openBoxes} from '../boxes.ts'
import type {Range} from '../finding.ts'
import {addTo} from '../grouped.ts'
import type {Phase, Plan} from '../plan.ts'
import {haveStart, startingWhere} from '../ranges.ts'
import {type PlanEdge, type PlanGraph, type PlanNode, stepGraphOf} from './graph.ts'
import type {Place} from './inspection.ts'
import {stagesIn} from './stages.ts'

/** `waiting`: something that it waits for is neither done nor skipped; `ready`: nothing is, and it has not begun. */
export type StepState = 'done' | 'skipped' | 'in-progress' | 'blocked' | 'ready' | 'waiting'

/** A stage or a phase with its place in the order of work. */
export interface Step extends Place {
  id: string
  kind: 'stage' | 'phase'
  name: string
  /** The number of the phase or of the section of the stage; null where it has none. */
  phase: string | null
  state: StepState
  /** The wave that it belongs to, from 1. */
  wave: number
  dependsOn: {id: string; kind: PlanEdge['kind']; place: Place | null}[]
  /** Those of them that are neither done nor skipped. */
  waitsFor: string[]
}

/** The stages of a plan, else its phases, in waves: those of one wave wait only for earlier ones, not for each other. */
export interface Schedule {
  /** By wave, then in document order. */
  steps: Step[]
  graph: PlanGraph
}

/** What a plan says of how far a step has come; null where it says nothing. */
type Told = Extract<StepState, 'done' | 'skipped' | 'in-progress' | 'blocked'> | null

interface Standing extends Place {
  told: Told
}

/** The schedule of `plan`, whose graph has no cycles; `at` gives the place of a range of its text. */
export function scheduleOf(plan: Plan, at: (range: Range) => Place): Schedule {
  const graph = stepGraphOf(plan, at)
  const standings = standingsOf(plan, graph.nodes, at)
  const toldOf = new Map(graph.nodes.map(({id}, index) => [id, standings[index]?.told ?? null]))
  const isOver = (id: string) => ['done', 'skipped'].includes(toldOf.get(id) ?? '')
  const edges = new Map<string, PlanEdge[]>()
  for (const edge of graph.edges) addTo(edges, edge.from, edge)
  const waves = wavesOf(graph, edges)
  const steps = graph.nodes.map(({id, kind, name, phase}, index): Step => {
    const own = edges.get(id) ?? []
    const waitsFor = own.map(({to}) => to).filter(to => !isOver(to))
    const {told = null, ...place} = standings[index] ?? {line: 1, column: 1, endLine: 1, endColumn: 1}
    return {
      id,
      kind: kind === 'stage' ? kind : 'phase',
      name,
      phase,
      state: told ?? (waitsFor.length > 0 ? 'waiting' : 'ready'),
      wave: waves.get(id) ?? 1,
      dependsOn: own.map(edge => ({id: edge.to, kind: edge.kind, place: edge.place})),
      waitsFor,
      ...place,
    }
  })
  return {steps: steps.sort((a, b) => a.wave - b.wave), graph}
}

/** The length of the longest way to each step, from 1. */
function wavesOf({nodes}: PlanGraph, edges: ReadonlyMap<string, readonly PlanEdge[]>): Map<string, number> {
  const waves = new Map<string, number>()
  // Without recursion, as a plan may have any number of phases one after the other.
  const open = nodes.map(({id}) => id).reverse()
  for (let id = open.at(-1); id !== undefined; id = open.at(-1)) {
    const before = (edges.get(id) ?? []).map(({to}) => to)
    const unknown = before.filter(to => !waves.has(to))
    if (waves.has(id) || unknown.length === 0) {
      open.pop()
      if (!waves.has(id)) waves.set(id, 1 + before.reduce((most, to) => Math.max(most, waves.get(to) ?? 0), 0))
    } else for (const to of unknown) open.push(to)
  }
  return waves
}

function standingsOf(plan: Plan, nodes: readonly PlanNode[], at: (range: Range) => Place): Standing[] {
  if (!plan.stages) {
    const open = openBoxes(plan)
    return plan.phases.map(phase => ({told: standingOf(plan, phase, open), ...at(phase.section.heading.title)}))
  }
  return stagesIn(plan, at).map(({line, column, endLine, endColumn, values: {status}}, index) => ({
    told: nodes[index]?.isDone ? 'done' : standingIn(status ?? ''),
    line,
    column,
    endLine,
    endColumn,
  }))
}

/** What the status of a stage that is not done says. */
function standingIn(status: string): Told {
  if (/^in[ -]progress\b|^started\b/i.test(status)) return 'in-progress'
  if (/^blocked\b/i.test(status)) return 'blocked'
  return /^(?:skipped|cancell?ed|dropped)\b/i.test(status) ? 'skipped' : null
}

/** What a phase says of itself, or else its boxes. */
function standingOf({document}: Plan, {section, state}: Phase, open: readonly Range[]): Told {
  if (state) return state
  const ticked = startingWhere(document.items, section, ({checked}) => checked === true)
  if (ticked.length === 0) return null
  return haveStart(open, section) ? 'in-progress' : 'done'
}
