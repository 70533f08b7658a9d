import {type BoundSection, eachSection, isEmptyPlace, type Place, placeOfHeading} from './bind.ts'
import type {Plan} from './plan.ts'
import {validationParts} from './validation.ts'

/** A heading that says all there is to say: `Status: done`, `3. Delete the old handler`. */
const selfContained = /[:：]\s*\S|^(?:\d+[a-z]?|[a-z])[.)]\s+\S/i

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
 * say all there is to say in its own words.
 */
export function emptyPlaces(plan: Plan): Place[] {
  const {document, text} = plan
  const known = [...placesOf(plan.sections), ...plan.phases.flatMap(({parts}) => placesOf(parts))]
  const knownStarts = new Set(
    [...known, ...plan.phases.map(({section}) => placeOfHeading(section))].map(({title}) => title.start),
  )
  const told = toldValidations(plan)
  const headings = document.sections
    .map(placeOfHeading)
    .filter(({title}) => knownStarts.has(title.start) || !selfContained.test(text.slice(title.start, title.end)))
  const labels = known.filter(({form}) => form === 'label')
  return [...headings, ...labels].filter(
    place => place.title.end > place.title.start && !told.has(place.title.start) && isEmptyPlace(document, place),
  )
}
