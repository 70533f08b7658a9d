import {defineRule} from '../core/rule.ts'

export default defineRule({
  id: 'no-clarification-markers',
  summary: 'A NEEDS CLARIFICATION marker waits for an answer',
  group: 'leftovers',
  severity: 'error',
  messages: {
    live: '"{text}" is unresolved; write the answer in its place',
  },
  *check(plan, _options, say) {
    for (const marker of plan.leftovers.markers) yield say('live', marker, {text: marker.text.replace(/\s+/g, ' ')})
  },
})
