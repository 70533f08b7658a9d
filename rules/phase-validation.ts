import {repeatsAnother} from '../core/missing.ts'
import {defineRule} from '../core/rule.ts'

export default defineRule({
  id: 'phase-validation',
  summary: 'Nobody can tell when a phase is done',
  group: 'phases',
  severity: 'error',
  messages: {
    validation: 'Nothing says how to validate {noun} {phase}; add a validation section with a command to run',
    command: 'The validation of {noun} {phase} has no command to run; add one, such as `make test`',
    checkpoint: 'Nothing says how to tell that {noun} {phase} is done; add a checkpoint or an independent test',
  },
  *check(plan, _options, say) {
    for (const phase of plan.phases) {
      const {lack, section, number} = phase
      if (!lack || plan.isUnreadable(section.end - 1) || repeatsAnother(plan, phase)) continue
      yield say(lack, section.heading.title, {phase: number, noun: plan.preset.phases?.noun ?? 'phase', missing: lack})
    }
  },
})
