import {misnumbered} from '../core/numbering.ts'
import {defineRule} from '../core/rule.ts'
import {phasesAfterMissing} from '../core/stages/sync.ts'

export default defineRule({
  id: 'phase-numbering',
  summary: 'The phases do not count up without gap or repetition',
  group: 'phases',
  severity: 'error',
  messages: {
    duplicate: 'There is a {noun} {actual} already; number this one {expected}',
    gap: '{noun} {actual} follows {noun} {previous}; number it {expected}, or add what is missing between them',
    backwards: '{noun} {actual} comes after {noun} {previous}; move it, or number it {expected}',
    letter: "{noun} {actual} has the template's letter for a number; number it {expected}",
  },
  *check(plan, _options, say) {
    const word = plan.preset.phases?.noun ?? 'phase'
    const noun = word.charAt(0).toUpperCase() + word.slice(1)
    const afterMissing = phasesAfterMissing(plan)
    for (const {kind, phase, previous, expected} of misnumbered(plan.phases)) {
      if (kind === 'gap' && previous && afterMissing.get(phase) === previous) continue
      const data = {noun, expected, actual: phase.number, previous: previous?.number ?? ''}
      const related = previous ? [{...previous.numberRange, message: `${noun} ${previous.number}`}] : []
      yield say(kind, phase.numberRange, data, related.length > 0 ? {related} : {})
    }
  },
})
