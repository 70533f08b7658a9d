import type {Section} from './sections.ts'

/** A heading with a number: a phase, or what only looks like one. */
interface Numbered {
  section: Section
  number: string
}

/** How much of a document stands under headings. */
function extentOf(list: readonly Numbered[]): number {
  return list.reduce((sum, {section}) => sum + section.end - section.start, 0)
}

/** Groups by level and takes the level that most share; the outer one where two tie. */
export function atCommonLevel<T extends Numbered>(candidates: readonly T[]): T[] {
  const counts = new Map<number, number>()
  for (const {section} of candidates) counts.set(section.level, (counts.get(section.level) ?? 0) + 1)
  const best = [...counts].sort(([levelA, a], [levelB, b]) => b - a || levelA - levelB)[0]
  return best ? withoutRepetitions(candidates.filter(candidate => candidate.section.level === best[0])) : []
}

/** Nobody divides a plan into more parts; what has more is compared with nothing, so that time stays linear. */
const mostParts = 20

/**
 * Leaves out those that repeat others: under another heading the same numbers again, with less to say, as in a list of
 * what each phase needs. Phases in parts that count on, or from 1 in each with as much to say, all remain.
 */
function withoutRepetitions<T extends Numbered>(candidates: readonly T[]): T[] {
  if (new Set(candidates.map(({number}) => number)).size === candidates.length) return [...candidates]
  const parents = new Set(candidates.map(({section}) => section.parent))
  if (parents.size > mostParts) return [...candidates]
  const groups = [...parents].map(parent => {
    const group = candidates.filter(({section}) => section.parent === parent)
    return {group, extent: extentOf(group), numbers: new Set(group.map(({number}) => number))}
  })
  const repeats = ({extent, numbers}: (typeof groups)[number]) =>
    groups.some(other => other.extent > extent * 4 && [...numbers].every(number => other.numbers.has(number)))
  const repeated = new Set(groups.filter(repeats).flatMap(({group}) => group))
  return candidates.filter(candidate => !repeated.has(candidate))
}

/** Whether no section of one list stands in one of the other; in each they stand in order and apart. */
function areApart(some: readonly Numbered[], others: readonly Numbered[]): boolean {
  let index = 0
  return some.every(({section: {start, end}}) => {
    while ((others[index]?.section.end ?? end) <= start) index++
    return (others[index]?.section.start ?? end) >= end
  })
}

/**
 * Of lists of headings, each in a form of its own, the one that the work is told under: the first, unless another
 * stands apart from it and says more. `Phase 1` may name a part of the design or of the rollout, next to steps to take.
 */
export function fullest<T extends Numbered>(lists: readonly T[][]): T[] {
  const [first = [], ...others] = lists.filter(({length}) => length > 0)
  let best = first
  for (const list of others) if (areApart(first, list) && extentOf(list) > extentOf(best)) best = list
  return best
}
