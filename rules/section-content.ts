import {isEmptyPlace} from '../core/bind.ts'
import {type AskedContent, askedContents, missingMentions, tooFewPhases} from '../core/content/asked.ts'
import {type Lack, lacksOf} from '../core/content/check.ts'
import type {Range} from '../core/finding.ts'
import type {Plan} from '../core/plan.ts'
import {defineRule} from '../core/rule.ts'

/** Where a leftover stands, the content is still to be written, and that has its finding. */
function isUnwritten({leftovers: {slots, templateText, markers}}: Plan, {start, end}: Range): boolean {
  return [slots, templateText, markers].some(list => list.some(found => found.start < end && start < found.end))
}

/** What an existing, written section lacks, with how grave that is. */
function unmetIn(plan: Plan, {section, place, content}: AskedContent): Required<Lack>[] {
  const whole = {start: place.title.start, end: place.range.end}
  if (isEmptyPlace(plan.document, place) || plan.isUnreadable(place.range.end - 1)) return []
  const usual = section.expectation === 'expected' ? 'warning' : 'error'
  return lacksOf(plan.document, place, content)
    .filter(lack => !isUnwritten(plan, lack.place ?? whole))
    .map(lack => ({...lack, severity: lack.severity ?? usual}))
}

export default defineRule({
  id: 'section-content',
  summary: 'A section does not hold what its template asks for',
  group: 'sections',
  severity: 'error',
  messages: {
    lack: '"{title}" needs {expected}',
    place: 'This needs {expected}',
    mention: 'The plan does not speak of {topic}; say how it is done',
    few: 'The plan has only one {noun}; cut it into {expected} that can be validated one by one',
  },
  *check(plan, _options, say) {
    const told = new Set<number>()
    for (const asked of askedContents(plan)) {
      const {section, place} = asked
      const data = {section: section.id, title: section.title}
      for (const {place: fault, expected, severity} of unmetIn(plan, asked)) {
        if (fault) yield say('place', fault, {...data, expected}, {severity})
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
      const {place, noun, min, severity} = few
      yield say(
        'few',
        place,
        {section: plan.preset.phases?.id ?? 'phases', expected: `at least ${min}`, noun},
        {severity},
      )
    }
  },
})
