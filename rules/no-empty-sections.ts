import {emptyPlaces} from '../core/empty.ts'
import {haveAny} from '../core/ranges.ts'
import {defineRule} from '../core/rule.ts'

export default defineRule({
  id: 'no-empty-sections',
  summary: 'A section has a heading and nothing under it',
  group: 'sections',
  severity: 'error',
  messages: {
    empty: '"{title}" is empty; write it, or "None" and why, or delete the heading',
  },
  *check(plan, _options, say) {
    for (const {title, range} of emptyPlaces(plan)) {
      // A comment that another rule tells of is not a second fault.
      if (haveAny(plan.leftovers.all, range) || plan.isUnreadable(range.end - 1)) continue
      const words = plan.text.slice(title.start, title.end).replace(/^[*_]+|(?<![*_:：\s])[*_:：\s]+$/g, '')
      yield say('empty', title, {title: words})
    }
  },
})
