import type {BoundSection, Place} from './bind.ts'
import type {Suggestion} from './finding.ts'
import {endsInOpenHtml} from './open-html.ts'
import type {Plan} from './plan.ts'
import type {SectionSpec} from './preset.ts'
import {firstAtOrAfter} from './ranges.ts'

function levelOf(plan: Plan, place: Place): number | null {
  const {sections} = plan.document
  const section = sections[firstAtOrAfter(sections, place.title.start + 1) - 1]
  return section?.heading.title.start === place.title.start ? section.level : null
}

/** Line breaks before a heading put at `at`, so that a blank line precedes it. */
function leadAt(text: string, at: number, feed: string): string {
  const before = text.slice(Math.max(0, at - 200), at)
  if (before === '' || /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before)) return ''
  return /[\r\n]$/.test(before) ? feed : feed + feed
}

/** The heading among `siblings` that the missing one goes before, else the one it goes after. */
function neighbourOf(spec: SectionSpec, siblings: readonly BoundSection[]): {place: Place; isLater: boolean} | null {
  const index = siblings.findIndex(sibling => sibling.spec === spec)
  if (index < 0) return null
  const headings = siblings.map(({places}) => places.find(({form}) => form === 'heading'))
  const later = headings.slice(index + 1).find(Boolean)
  if (later) return {place: later, isLater: true}
  const earlier = headings.slice(0, index).findLast(Boolean)
  return earlier ? {place: earlier, isLater: false} : null
}

/** The heading of a section that is missing, and the offset where the template has it. */
export interface MissingHeading {
  at: number
  level: number
  title: string
}

/**
 * The heading of a missing section: before the next section that is there, else at the end of its parent. Null where the
 * template has none of its own words for it. `number` is that of the phase it belongs to.
 */
export function headingOf(
  plan: Plan,
  spec: SectionSpec,
  siblings: readonly BoundSection[],
  parent: Place | null,
  number = '1',
): MissingHeading | null {
  if (spec.title.includes('…') || (spec.as && !spec.as.includes('heading'))) return null
  const neighbour = neighbourOf(spec, siblings)
  const parentLevel = parent ? levelOf(plan, parent) : plan.title ? 1 : 0
  const nestedLevel = parentLevel === null ? null : Math.max(2, parentLevel + 1)
  const level = neighbour ? levelOf(plan, neighbour.place) : nestedLevel
  if (level === null || level > 6) return null
  const at = neighbour?.isLater ? neighbour.place.range.start : (parent?.range.end ?? plan.text.length)
  return {at, level, title: spec.title.replace('{n}', number)}
}

/**
 * Offers to insert the heading of a missing section where the template has it. Only the heading; what to write under it
 * is the author's to say. `number` is that of the phase it belongs to.
 */
export function insertionOf(
  plan: Plan,
  spec: SectionSpec,
  siblings: readonly BoundSection[],
  parent: Place | null,
  number?: string,
): Suggestion[] {
  const missing = headingOf(plan, spec, siblings, parent, number)
  if (!missing) return []
  const {at, level, title} = missing
  if (at === plan.text.length && endsInOpenHtml(plan.document)) return []
  const feed = /\r\n|\n|\r/.exec(plan.text)?.[0] ?? '\n'
  const heading = `${'#'.repeat(level)} ${title}`
  const text = leadAt(plan.text, at, feed) + heading + (at < plan.text.length ? feed + feed : feed)
  return [{title: `Insert the heading "${heading}"`, edits: [{start: at, end: at, text}]}]
}
