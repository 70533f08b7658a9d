import {type BoundSection, eachSection, type Place, placeOfHeading} from '../core/bind.ts'
import {misplaced, ownHeading} from '../core/order.ts'
import type {Plan} from '../core/plan.ts'
import {defineRule} from '../core/rule.ts'

/** The phases stand where the section around them does, or where the first of them does. */
function placeIn(plan: Plan): (section: BoundSection) => Place | null {
  const [first] = plan.phases
  return section =>
    section.spec.id === plan.preset.phases?.id && first && section.places.length === 0
      ? placeOfHeading(first.section)
      : ownHeading(section, plan.text)
}

/** All lists of sections among which the template has an order. */
function* siblingsOf(plan: Plan): Generator<readonly BoundSection[]> {
  yield plan.sections
  for (const {section} of eachSection(plan.sections)) if (section.children.length > 1) yield section.children
  for (const phase of plan.phases) {
    yield phase.parts
    for (const {section} of eachSection(phase.parts)) if (section.children.length > 1) yield section.children
  }
}

export default defineRule({
  id: 'section-order',
  summary: 'Sections stand in another order than the template has them',
  group: 'sections',
  severity: 'warning',
  messages: {
    later: '"{title}" belongs after "{other}"; move it there',
    first: '"{title}" belongs before the other sections; move it up',
  },
  *check(plan, _options, say) {
    const placeOf = placeIn(plan)
    for (const siblings of siblingsOf(plan)) {
      for (const {section, place, after} of misplaced(siblings, placeOf)) {
        const data = {section: section.spec.id, after: after?.spec.id ?? '', title: section.spec.title}
        if (after) yield say('later', place.title, {...data, other: after.spec.title})
        else yield say('first', place.title, data)
      }
    }
  },
})
