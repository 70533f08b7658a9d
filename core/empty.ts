import {type BoundSection, eachSection, isEmptyPlace, type Place, placeOfHeading} from './bind.ts'
import type {Plan} from './plan.ts'
import {startingIn} from './ranges.ts'
import type {Section} from './sections.ts'
import {plainTitle} from './titles.ts'
import {validationParts} from './validation.ts'

/** A heading that says all there is to say: `Status: done`, `3. Delete the old handler`, `No other file changes`. */
const selfContained = /[:：]\s*\S|^(?:\d+[a-z]?|[a-z])[.)]\s+\S|^(?:no|none|nothing)\s+\S+\s+\S/i

const fewestWordsOfSentence = 4

/**
 * Whether a heading is a sentence, whatever it is a heading of: `Phase 3: Ice, if the harbour asks for it.` A pattern for
 * all of it would run out of stack at a heading of megabytes.
 */
function isSentence(words: string): boolean {
  let end = words.length
  while (end > 0 && /[*_\s]/.test(words.charAt(end - 1))) end--
  if (!/^\S[.。]$/.test(words.slice(end - 2, end))) return false
  return /^\S/.test(words) && words.slice(0, end).split(/\s+/, fewestWordsOfSentence).length === fewestWordsOfSentence
}

/** The first of a series, at whatever level: `M0: Baseline`, `Phase 1: Store`. */
const firstOfSeries = /^(?:\p{L}+[\s#-]*)?[01]\s*[:：.)–—-]/u

/** What a series of parts of the work is called as a whole. */
const nameOfSeries =
  /\b(?:phases?|milestones?|stages?|steps?|tasks?|sprints?|iterations?|parts?|modules?|roadmap|implementation|plans?|work|schedule|timeline)\b|단계|계획|구현|阶段|階段|步骤|步驟|计划|計劃|計画|实施|實施|フェーズ/i

/** The headings right before a series that ranks with them, such as `Milestones` before `M0: Baseline`. */
function headsOfSeries({sections}: Plan['document']): Set<number> {
  const heads = sections.filter(({level, parent, title}, index) => {
    const next = sections[index + 1]
    const isSibling = next?.level === level && next.parent === parent
    return isSibling && nameOfSeries.test(title) && !/\d/.test(title) && firstOfSeries.test(plainTitle(next.title))
  })
  return new Set(heads.map(({heading}) => heading.title.start))
}

const fewestWordsOfSubtitle = 4

/** A second line of the title, written as a heading of its own: long, and right under it. */
function subtitleIn({blocks, sections}: Plan['document']): Section | null {
  const [title, second] = sections
  if (title?.level !== 1 || second?.parent !== title) return null
  if (startingIn(blocks, {start: title.body.start, end: second.start}).length > 0) return null
  return plainTitle(second.title).split(/\s+/).length >= fewestWordsOfSubtitle ? second : null
}

function placesOf(sections: readonly BoundSection[]): Place[] {
  return eachSection(sections).flatMap(({section}) => section.places)
}

/** The validation of phases that have that one fault, and so not also the fault of being empty. */
function toldValidations(plan: Plan): Set<number> {
  const phases = plan.phases.filter(({lack}) => lack !== null)
  const places = phases.flatMap(({parts}) => validationParts(parts).flatMap(section => section.places))
  return new Set(places.map(({title}) => title.start))
}

/**
 * Headings, and labels that stand for a section, with nothing under them. A heading that the preset does not know may
 * say all there is to say in its own words, head a series of its own level, or go on with the title.
 */
export function emptyPlaces(plan: Plan): Place[] {
  const {document, text} = plan
  const known = [...placesOf(plan.sections), ...plan.phases.flatMap(({parts}) => placesOf(parts))]
  const knownStarts = new Set(
    [...known, ...plan.phases.map(({section}) => placeOfHeading(section))].map(({title}) => title.start),
  )
  const told = toldValidations(plan)
  const heads = headsOfSeries(document)
  const subtitle = subtitleIn(document)?.heading.title.start
  const isToBeTold = (place: Place) =>
    place.title.end > place.title.start && !told.has(place.title.start) && isEmptyPlace(document, place)
  const saysAll = ({title}: Place) => {
    const words = text.slice(title.start, title.end)
    if (isSentence(words)) return true
    if (knownStarts.has(title.start)) return false
    return heads.has(title.start) || title.start === subtitle || selfContained.test(words)
  }
  const places: Place[] = []
  for (const section of document.sections) {
    const place = placeOfHeading(section)
    if (isToBeTold(place) && !saysAll(place)) places.push(place)
  }
  return [...places, ...known.filter(place => place.form === 'label' && isToBeTold(place))]
}
