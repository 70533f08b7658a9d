import type {BoundSection, Place} from './bind.ts'
import type {Suggestion} from './finding.ts'
import type {Plan} from './plan.ts'
import type {SectionSpec} from './preset.ts'

function levelOf(plan: Plan, place: Place): number | null {
  return plan.document.sections.find(({heading}) => heading.title.start === place.title.start)?.level ?? null
}

/**
 * Offers to insert the heading of a missing section where the template has it: before the next section that is there,
 * else at the end of its parent. Only the heading; what to write under it is the author's to say.
 */
export function insertionOf(
  plan: Plan,
  spec: SectionSpec,
  siblings: readonly BoundSection[],
  parent: Place | null,
): Suggestion[] {
  if (spec.title.includes('…') || (spec.as && !spec.as.includes('heading'))) return []
  const index = siblings.findIndex(sibling => sibling.spec === spec)
  const isHeading = (place: Place | undefined): place is Place => place?.form === 'heading'
  const later = siblings
    .slice(index + 1)
    .map(({places}) => places[0])
    .find(isHeading)
  const earlier = siblings
    .slice(0, Math.max(0, index))
    .map(({places}) => places[0])
    .findLast(isHeading)
  const neighbour = index < 0 ? undefined : (later ?? earlier)
  const parentLevel = parent ? levelOf(plan, parent) : plan.title ? 1 : 0
  const level = neighbour ? levelOf(plan, neighbour) : parentLevel === null ? null : Math.max(2, parentLevel + 1)
  if (level === null || level > 6) return []
  const at = index >= 0 && later ? later.range.start : (parent?.range.end ?? plan.text.length)
  const feed = /\r\n|\n|\r/.exec(plan.text)?.[0] ?? '\n'
  const before = plan.text.slice(0, at)
  const lead =
    before === '' || /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before)
      ? ''
      : /[\r\n]$/.test(before)
        ? feed
        : feed + feed
  const heading = `${'#'.repeat(level)} ${spec.title.replace('{n}', '1')}`
  const tail = at < plan.text.length ? feed + feed : feed
  return [{title: `Insert the heading "${heading}"`, edits: [{start: at, end: at, text: lead + heading + tail}]}]
}
