import type {Section} from './sections.ts'
import {titleKeys} from './titles.ts'

/** A heading with a number: a phase, or what only looks like one. */
interface Numbered {
  section: Section
  number: string
  name: string
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

/** Headings that count under one parent. */
interface Group<T extends Numbered> {
  members: T[]
  extent: number
  /** Keys of names, by number. */
  names: ReadonlyMap<string, string>
}

/** A name without remarks, in the form in which titles are compared. */
function keyOf({name}: Numbered): string {
  return titleKeys(name).at(-1) ?? ''
}

function areAlike(some: string, other: string): boolean {
  return some !== '' && other !== '' && (some.startsWith(other) || other.startsWith(some))
}

/** Whether two headings name the same part of the work: by one number, and by names that are or begin alike. */
export function nameTheSame(some: Numbered, other: Numbered): boolean {
  return some.number === other.number && areAlike(keyOf(some), keyOf(other))
}

function groupOf<T extends Numbered>(members: T[]): Group<T> {
  const names = new Map(members.map(member => [member.number, keyOf(member)]))
  return {members, extent: extentOf(members), names}
}

/** Whether half of a group's names or more, and no single one, are those of another, or begin like them. */
function callsAlike({names}: Group<Numbered>, other: Group<Numbered>): boolean {
  const alike = [...names].filter(([number, name]) => areAlike(name, other.names.get(number) ?? ''))
  return new Set(alike.map(([, name]) => name)).size > 1 && alike.length * 2 >= names.size
}

/** Whether a group has the numbers of another with far less to say, or with less to say and under the same names. */
function repeats(group: Group<Numbered>, other: Group<Numbered>): boolean {
  if (other.extent <= group.extent) return false
  if (![...group.names.keys()].every(number => other.names.has(number))) return false
  return other.extent > group.extent * 4 || callsAlike(group, other)
}

/**
 * Leaves out those that repeat others: under another heading the same numbers again, with less to say, as in a list of
 * what each phase needs. Phases in parts that count on, or from 1 in each with as much to say, all remain.
 */
function withoutRepetitions<T extends Numbered>(candidates: readonly T[]): T[] {
  if (new Set(candidates.map(({number}) => number)).size === candidates.length) return [...candidates]
  const parents = new Set(candidates.map(({section}) => section.parent))
  if (parents.size > mostParts) return [...candidates]
  const groups = [...parents].map(parent => groupOf(candidates.filter(({section}) => section.parent === parent)))
  const repeating = groups.filter(group => groups.some(other => repeats(group, other)))
  const repeated = new Set(repeating.flatMap(({members}) => members))
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
