import {isEmptyPlace} from '../core/bind.ts'
import {type AskedContent, askedContents, missingMentions, tooFewPhases} from '../core/content/asked.ts'
import {type Lack, lacksOf} from '../core/content/check.ts'
import type {Plan} from '../core/plan.ts'
import {haveAny} from '../core/ranges.ts'
import {defineRule} from '../core/rule.ts'
import {plainTitle} from '../core/titles.ts'

/** What an existing, written section lacks, with how grave that is. */
function unmetIn(plan: Plan, {section, place, content}: AskedContent): Required<Lack>[] {
  const whole = {start: place.title.start, end: place.range.end}
  if (isEmptyPlace(plan.document, place) || plan.isUnreadable(place.range.end - 1)) return []
  const usual = section.expectation === 'expected' ? 'warning' : 'error'
  return lacksOf(plan.document, place, content)
    .filter(lack => !haveAny(plan.leftovers.all, lack.place ?? whole))
    .map(lack => ({...lack, severity: lack.severity ?? usual}))
}

/** The section's title as the document has it, where it has one. */
function titleOf({text}: Plan, {section, place: {form, title}}: AskedContent): string {
  return (form !== 'opening' && plainTitle(text.slice(title.start, title.end))) || section.title
}

export default defineRule({
  id: 'section-content',
  summary: 'A section does not hold what its template asks for',
  group: 'sections',
  severity: 'error',
  messages: {
    lack: '"{title}" needs {expected}',
    part: 'In "{title}" this {part} needs {expected}',
    mention: 'The plan never mentions {topic}; add a sentence about it',
    few: 'The plan has only {amount}; divide the work into {expected}, each with a result of its own',
  },
  *check(plan, _options, say) {
    const told = new Set<number>()
    for (const asked of askedContents(plan)) {
      const {section, place} = asked
      const data = {section: section.id, title: titleOf(plan, asked)}
      for (const {place: fault, expected, severity} of unmetIn(plan, asked)) {
        if (fault) yield say('part', fault, {...data, part: fault.part, expected}, {severity})
        // A section that is written as something else altogether has that one fault, whatever it lacks for it.
        else if (!told.has(place.title.start)) yield say('lack', place.title, {...data, expected}, {severity})
        if (!fault) told.add(place.title.start)
      }
    }
    for (const {id, topic} of missingMentions(plan)) {
      yield say('mention', plan.place, {section: id, expected: topic, topic}, {severity: 'warning'})
    }
    const few = tooFewPhases(plan)
    if (few) {
      const {place, noun, count, min, severity} = few
      const amount = `${count} ${noun}${count === 1 ? '' : 's'}`
      const section = plan.preset.phases?.id ?? 'phases'
      yield say('few', place, {section, expected: `at least ${min}`, amount}, {severity})
    }
  },
})
