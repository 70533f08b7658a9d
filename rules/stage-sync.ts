import {defineRule} from '../core/rule.ts'
import {syncFaults} from '../core/stages/sync.ts'

export default defineRule({
  id: 'stage-sync',
  summary: 'The metadata and the sections of the stages contradict each other',
  group: 'stages',
  severity: 'error',
  enabledByDefault: false,
  messages: {
    unwritten: 'Stage {stage} has no section; write one under "{label}", or take the stage out of the metadata',
    unlisted: 'The metadata knows nothing of this stage; add it there, or remove the section',
    value: '{label} says "{actual}" here and "{expected}" in the metadata; say the same in both',
    name: 'The metadata calls this stage "{expected}"; give it one name',
    order: 'Stage {stage} has another place among the sections than in the metadata; move one of the two',
  },
  *check(plan, _options, say) {
    for (const {kind, place, related, ...data} of syncFaults(plan)) {
      yield say(kind, place, data, related.length > 0 ? {related} : {})
    }
  },
})
