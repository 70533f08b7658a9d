import type {Edit} from '../core/finding.ts'
import {misnumbered, renumbering} from '../core/numbering.ts'
import type {Plan} from '../core/plan.ts'
import {defineRule} from '../core/rule.ts'
import {phasesAfterMissing} from '../core/stages/sync.ts'

/** Whether the text speaks of a phase by a number that `edits` would give to another. */
function isMentioned({document, text}: Plan, noun: string, edits: readonly Edit[]): boolean {
  const numbers = edits.map(({start, end}) => text.slice(start, end)).filter(number => /^\d+$/.test(number))
  if (numbers.length === 0) return false
  const mention = new RegExp(`\\b${noun}s?\\s+(?:\\d+(?:\\s*[,&–-]\\s*|\\s+and\\s+))*(?:${numbers.join('|')})\\b`, 'i')
  return document.lines.some(({start, end}) => mention.test(text.slice(start, end)))
}

export default defineRule({
  id: 'phase-numbering',
  summary: 'The phases do not count up without gap or repetition',
  group: 'phases',
  severity: 'error',
  fixable: true,
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
    for (const fault of misnumbered(plan.phases)) {
      const {kind, phase, previous, expected} = fault
      if (kind === 'gap' && previous && afterMissing.get(phase) === previous) continue
      const data = {noun, expected, actual: phase.number, previous: previous?.number ?? ''}
      const related = previous ? [{...previous.numberRange, message: `${noun} ${previous.number}`}] : []
      const edits = renumbering(plan.phases, fault)
      if (!edits) yield say(kind, phase.numberRange, data, {related})
      else if (isMentioned(plan, word, edits)) {
        const title = 'Renumber the headings from here on'
        yield say(kind, phase.numberRange, data, {related, suggestions: [{title, edits}]})
      } else yield say(kind, phase.numberRange, data, {related, fix: edits})
    }
  },
})
