import {misnumbered, renumbering} from '../core/numbering.ts'
import type {Plan} from '../core/plan.ts'
import {defineRule} from '../core/rule.ts'
import {phasesAfterMissing} from '../core/stages/sync.ts'

/** The numbers by which the text speaks of phases: those of `Phase 2` and of `phases 3, 4 and 6`. */
function mentionedNumbers({document, text}: Plan, noun: string): Set<string> {
  const mention = new RegExp(`\\b${noun}s?\\s+\\d+(?:(?:\\s*[,&–-]\\s*|\\s+and\\s+)\\d+)*\\b`, 'gi')
  const numbers = document.lines.flatMap(({start, end}) =>
    Array.from(text.slice(start, end).matchAll(mention), ([words]) => words.match(/\d+/g) ?? []),
  )
  return new Set(numbers.flat())
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
    const faults = misnumbered(plan.phases)
    const told = new Set(plan.leftovers.templateText.flatMap(({kind, start}) => (kind === 'letter' ? start : [])))
    const mentioned = faults.length > 0 ? mentionedNumbers(plan, word) : new Set()
    for (const fault of faults) {
      const {kind, phase, previous, expected} = fault
      if (kind === 'letter' && told.has(phase.section.heading.title.start)) continue
      if (kind === 'gap' && previous && afterMissing.get(phase) === previous) continue
      const data = {noun, expected, actual: phase.number, previous: previous?.number ?? ''}
      const related = previous ? [{...previous.numberRange, message: `${noun} ${previous.number}`}] : []
      const edits = renumbering(plan.phases, fault)
      if (!edits) yield say(kind, phase.numberRange, data, {related})
      else if (edits.some(({start, end}) => mentioned.has(plan.text.slice(start, end)))) {
        const title = 'Renumber the headings from here on'
        yield say(kind, phase.numberRange, data, {related, suggestions: [{title, edits}]})
      } else yield say(kind, phase.numberRange, data, {related, fix: edits})
    }
  },
})
