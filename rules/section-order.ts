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

/** What to call a section: its title, or the phases where they stand without a section around them. */
function nameOf({preset, phases}: Plan, {spec, places}: BoundSection): string {
  const arePhases = spec.id === preset.phases?.id && places.length === 0 && phases.length > 0
  return arePhases ? `the ${preset.phases?.noun}s` : `"${spec.title}"`
}

export default defineRule({
  id: 'section-order',
  summary: 'Sections stand in another order than the template has them',
  group: 'sections',
  severity: 'warning',
  messages: {
    down: '{what} should come after {other}; move {it} down',
    up: '{what} should come before {other}; move {it} up',
  },
  *check(plan, _options, say) {
    const placeOf = placeIn(plan)
    for (const siblings of siblingsOf(plan)) {
      for (const {section, place, after, before} of misplaced(siblings, placeOf)) {
        const name = nameOf(plan, section)
        const what = name.charAt(0).toUpperCase() + name.slice(1)
        const it = name.startsWith('"') ? 'it' : 'them'
        const data = {section: section.spec.id, after: after?.spec.id ?? '', title: section.spec.title, what, it}
        const other = before ?? after
        if (other) yield say(before ? 'up' : 'down', place.title, {...data, other: nameOf(plan, other)})
      }
    }
  },
})
