import type {Range} from '../finding.ts'
import {oncePer} from '../once.ts'
import type {Phase, Plan} from '../plan.ts'
import {phaseWaitsOf, plannedWorkOf, storyWaitsOf} from '../tasks/work.ts'
import {unboundIn} from './fields.ts'
import {togetherIn} from './together.ts'

/** `from` comes after `to`. */
export interface PhaseEdge {
  from: Phase
  to: Phase
  /** Where the plan says so; null where only the order of the phases does. */
  place: Range | null
}

/** More phases that end at once than these are followed through the last of them only. */
const mostFollowed = 100

/** Puts phases behind each other, in document order. */
class Sequence {
  readonly edges: PhaseEdge[] = []
  readonly #edgesOf = new Map<Phase, PhaseEdge[]>()
  /** Phases that none so far waits for, and those among which stories do not count. */
  readonly #ends = new Set<Phase>()
  readonly #commonEnds = new Set<Phase>()
  /** Those that anything waits for, and those that a phase with its place does. */
  readonly #awaited = new Set<Phase>()
  readonly #awaitedSoFar = new Set<Phase>()

  say(edge: PhaseEdge): void {
    this.#awaited.add(edge.to)
    this.#link(edge)
  }

  #link(edge: PhaseEdge): void {
    this.edges.push(edge)
    const own = this.#edgesOf.get(edge.from)
    if (own) own.push(edge)
    else this.#edgesOf.set(edge.from, [edge])
  }

  /** Puts `phase` behind what stands before it: a story behind what is no story, as stories are worked on side by side. */
  follow(phase: Phase): void {
    const ends = phase.kind?.ofStories ? this.#commonEnds : this.#ends
    this.#behind(phase, [...ends].slice(-mostFollowed))
  }

  /** Puts `phase` behind what `other` comes after. */
  join(phase: Phase, other: Phase): void {
    const before = (this.#edgesOf.get(other) ?? []).map(({to}) => to)
    this.#behind(phase, before.filter(to => to !== phase).slice(-mostFollowed))
  }

  /** What waits for `phase` itself, as it is said of earlier ones, gives way to what it comes after. */
  #behind(phase: Phase, before: readonly Phase[]): void {
    const candidates = new Set(before)
    for (const to of candidates) {
      if (to === phase || this.#edgesOf.get(phase)?.some(edge => edge.to === to)) continue
      if (!this.#leadsTo(to, phase)) this.#link({from: phase, to, place: null})
      else for (const edge of this.#edgesOf.get(to) ?? []) candidates.add(edge.to)
    }
  }

  /** Whether `phase` would wait for itself if it waited for `to`, as only what is said of later phases can bring about. */
  #leadsTo(to: Phase, phase: Phase): boolean {
    if (!this.#awaited.has(phase)) return false
    const seen = new Set([to])
    for (const one of seen) for (const edge of this.#edgesOf.get(one) ?? []) seen.add(edge.to)
    return seen.has(phase)
  }

  /** `phase` has its place now. */
  close(phase: Phase): void {
    for (const {to} of this.#edgesOf.get(phase) ?? []) {
      this.#awaitedSoFar.add(to)
      this.#ends.delete(to)
      if (!phase.kind?.ofStories) this.#commonEnds.delete(to)
    }
    if (this.#awaitedSoFar.has(phase)) return
    this.#ends.add(phase)
    if (!phase.kind?.ofStories) this.#commonEnds.add(phase)
  }
}

/** What tasks of a phase say they need of earlier phases. */
function taskEdges(plan: Plan): PhaseEdge[] {
  const places = new Map(plan.phases.map((phase, index) => [phase, index]))
  return plannedWorkOf(plan).waits.flatMap(({from: {phase: from}, to: {phase: to}, place}) =>
    from && to && (places.get(from) ?? 0) > (places.get(to) ?? 0) ? [{from, to, place}] : [],
  )
}

/**
 * What comes after what among the phases of a plan, each pair once: what fields, sentences, tables and drawings say of
 * phases and stories, and what tasks need of earlier phases. A phase of which nothing is said follows those before it,
 * unless it is worked on at the same time as one of them.
 */
export const phaseOrderOf = oncePer((plan: Plan): readonly PhaseEdge[] => {
  const sequence = new Sequence()
  const known = new Map<Phase, Set<Phase>>()
  const isNew = ({from, to}: PhaseEdge) => {
    const awaited = known.get(from) ?? new Set()
    known.set(from, awaited)
    return from !== to && !awaited.has(to) && awaited.add(to)
  }
  const said = [...phaseWaitsOf(plan), ...storyWaitsOf(plan)].filter(isNew)
  for (const edge of [...said, ...taskEdges(plan).filter(isNew)]) sequence.say(edge)
  const bound = new Set(said.map(({from}) => from))
  const unbound = unboundIn(plan)
  const together = togetherIn(plan)
  const placed = new Set<Phase>()
  for (const phase of plan.phases) {
    if (!bound.has(phase) && !unbound.has(phase)) {
      const partner = [...(together.get(phase) ?? [])].find(other => placed.has(other))
      if (partner) sequence.join(phase, partner)
      else sequence.follow(phase)
    }
    placed.add(phase)
    sequence.close(phase)
  }
  return sequence.edges
})
