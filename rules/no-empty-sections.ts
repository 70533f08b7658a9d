import {startingIn} from '../core/document.ts'
import {defineRule} from '../core/rule.ts'

const silent = new Set(['comment', 'rule', 'definition'])

export default defineRule({
  id: 'no-empty-sections',
  summary: 'A section has a heading and nothing under it',
  group: 'sections',
  severity: 'error',
  messages: {
    empty: 'Nothing stands under "{title}"; write it, or "None" with the reason, or delete the heading',
  },
  *check(plan, _options, say) {
    const {document} = plan
    for (const section of document.sections) {
      if (plan.isUnreadable(section.end - 1) || section.heading.title.start === section.heading.title.end) continue
      const blocks = startingIn(document.blocks, section.body)
      if (blocks.some(({kind}) => !silent.has(kind))) continue
      // A comment that another rule tells of is not a second fault.
      const leftovers = [...plan.leftovers.slots, ...plan.leftovers.templateText]
      if (leftovers.some(({start, end}) => start < section.end && section.start < end)) continue
      yield say('empty', section.heading.title, {title: section.title})
    }
  },
})
