import type {BoundSection, Place} from './bind.ts'
import {oncePer} from './once.ts'
import type {SectionSpec} from './preset.ts'
import {matcherOf} from './titles.ts'

/** A section that stands elsewhere than its template has it. */
export interface Misplaced {
  section: BoundSection
  place: Place
  /** The section that it belongs after; null where it belongs first. */
  after: BoundSection | null
  /** The section that it belongs before, where it stands too far down; null where it stands too far up. */
  before: BoundSection | null
}

interface Stop {
  section: BoundSection
  place: Place
}

/** Indices of a longest ascending subsequence of `values` (patience sorting, O(n log n)). */
export function longestAscending(values: readonly number[]): Set<number> {
  const tails: number[] = []
  const previous = new Array<number>(values.length).fill(-1)
  values.forEach((value, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] as number] as number) < value) low = middle + 1
      else high = middle
    }
    if (low > 0) previous[index] = tails[low - 1] as number
    tails[low] = index
  })
  const kept = new Set<number>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] as number) kept.add(index)
  return kept
}

/**
 * The fewest sections that have to move for all to stand in the template's order. Only headings are judged: labels may
 * stand anywhere, as may sections that the template leaves free. A section found in several places is not judged.
 */
export function misplaced(
  siblings: readonly BoundSection[],
  placeOf: (section: BoundSection) => Place | null,
): Misplaced[] {
  const stops = siblings.flatMap((section): Stop[] => {
    const place = section.spec.anywhere || section.spec.repeat ? null : placeOf(section)
    return place ? [{section, place}] : []
  })
  const kept = longestAscending(stops.map(({place}) => place.title.start))
  return stops.flatMap(({section, place}, index) => {
    if (kept.has(index)) return []
    const after = stops.findLast((_, other) => other < index && kept.has(other))
    const before = stops.find((_, other) => other > index && kept.has(other))
    const isTooFarDown = before !== undefined && before.place.title.start < place.title.start
    return [{section, place, after: after?.section ?? null, before: isTooFarDown ? before.section : null}]
  })
}

const ownTitleOf = oncePer(({title}: SectionSpec) => matcherOf([title]))

/** Whether a place has the section's own title, not one of its aliases. */
export function hasOwnTitle(spec: SectionSpec, {title}: Place, text: string): boolean {
  return ownTitleOf(spec).matches(text.slice(title.start, title.end))
}

/**
 * The one heading that has the section's own title; null where there is none or more than one. What goes by another
 * name plays the section's part, but may well stand elsewhere.
 */
export function ownHeading({spec, places}: BoundSection, text: string): Place | null {
  const [place, second] = places.filter(place => place.form === 'heading' && hasOwnTitle(spec, place, text))
  return place && !second ? place : null
}
