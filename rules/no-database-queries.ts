import {queriesOf} from '../core/queries.ts'
import {defineRule} from '../core/rule.ts'

export default defineRule({
  id: 'no-database-queries',
  summary: 'A code block spells out a database query where the schema is enough',
  group: 'code',
  severity: 'warning',
  enabledByDefault: false,
  messages: {
    query: 'This {statement} is spelled out; say in words what is read or written, and show no more than the schema',
  },
  *check(plan, _, say) {
    for (const {kind, range} of queriesOf(plan)) yield say('query', range, {statement: kind})
  },
})
