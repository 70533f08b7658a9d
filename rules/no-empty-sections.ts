import {eachSection} from '../core/bind.ts'
import {haveAny, startingIn} from '../core/document.ts'
import type {Plan} from '../core/plan.ts'
import {defineRule} from '../core/rule.ts'

const silent = new Set(['comment', 'rule', 'definition'])
/** A heading that says all there is to say: `Status: done`, `3. Delete the old handler`. */
const selfContained = /[:：]\s*\S|^(?:\d+[a-z]?|[a-z])[.)]\s+\S/i

/** Where the headings stand that the preset knows. */
function askedHeadings(plan: Plan): Set<number> {
  const parts = plan.phases.flatMap(phase => [...eachSection(phase.parts)])
  const places = [...eachSection(plan.sections), ...parts].flatMap(({section}) => section.places)
  return new Set([
    ...places.map(({title}) => title.start),
    ...plan.phases.map(({section}) => section.heading.title.start),
  ])
}

export default defineRule({
  id: 'no-empty-sections',
  summary: 'A section has a heading and nothing under it',
  group: 'sections',
  severity: 'error',
  messages: {
    empty: '"{title}" is empty; write it, or "None" and why, or delete the heading',
  },
  *check(plan, _options, say) {
    const {document} = plan
    const asked = askedHeadings(plan)
    for (const section of document.sections) {
      if (plan.isUnreadable(section.end - 1) || section.heading.title.start === section.heading.title.end) continue
      if (!asked.has(section.heading.title.start) && selfContained.test(section.title)) continue
      const blocks = startingIn(document.blocks, section.body)
      if (blocks.some(({kind}) => !silent.has(kind))) continue
      // A comment that another rule tells of is not a second fault.
      if (haveAny(plan.leftovers.all, section)) continue
      yield say('empty', section.heading.title, {title: section.title})
    }
  },
})
