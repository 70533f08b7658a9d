import type {Range} from '../core/finding.ts'
import type {MetadataBlock} from '../core/metadata/block.ts'
import {shapeFaults} from '../core/metadata/shape.ts'
import {defineRule} from '../core/rule.ts'
import {namingFaults} from '../core/stages/naming.ts'

const whole = {stage: '', key: '', actual: ''}

/** The info string; where there is none, the marks that open the block. */
function placeOfInfo({fence}: MetadataBlock, text: string): Range {
  const {start, end} = fence.info
  return start < end ? {start, end} : {start: fence.start, end: text.indexOf('\n', fence.start)}
}

export default defineRule({
  id: 'stage-metadata',
  summary: 'The block of metadata is missing, is not JSON or has not the shape that tools rely on',
  group: 'stages',
  severity: 'error',
  enabledByDefault: false,
  fixable: true,
  messages: {
    missing: 'The plan has no block of metadata; add one that opens with "```{expected}"',
    unmarked: 'Nothing says that this block is the metadata; open it with "```{expected}"',
    syntax: 'The metadata is not JSON here: {problem}',
    absent: '{subject} has no "{key}"; add it',
    misspelt: '{subject} has no "{key}"; did you mean it by "{actual}"?',
    bare: '{subject} has none of the keys {expected}; add them',
    twice: '{subject} stands twice in the same object; remove one',
    empty: '{subject} is empty; fill it in',
    type: '{subject} has to be {expected}, not {actual}',
    member: '{subject} is "{actual}"; it has to be one of {expected}',
    date: '{subject} is "{actual}"; it has to be a date of the calendar, written as {expected}',
    form: '{subject} is "{actual}"; it has to have the form {expected}',
    plan: 'No {keys} names the plan "{expected}"; call it the same everywhere',
    stage: 'No {keys} names this stage "{expected}"; call it the same everywhere',
    value: '"{key}" does not name {expected}; put it in, so that one can tell what "{actual}" is for',
  },
  *check(plan, _options, say) {
    const {metadata} = plan
    const spec = plan.preset.metadata
    if (!spec || metadata === 'unreadable') return
    if (metadata === 'absent') {
      if (spec.expectation !== 'optional') yield say('missing', plan.place, {...whole, expected: spec.fence})
      return
    }
    const info = placeOfInfo(metadata, plan.text)
    if (!metadata.marked) {
      const suggestions = [{title: 'Mark it as the metadata', edits: [{...metadata.fence.info, text: spec.fence}]}]
      yield say('unmarked', info, {...whole, expected: spec.fence}, {suggestions})
    }
    for (const {problem, fix, start, end} of metadata.faults) {
      const place = start < end ? {start, end} : info
      yield say('syntax', place, {...whole, expected: 'JSON', problem}, fix.length > 0 ? {fix} : {})
    }
    if (!metadata.value) return
    const faulty = new Set<number>()
    const noun = plan.preset.phases?.noun ?? 'entry'
    for (const fault of shapeFaults(metadata.value, spec, noun, range => plan.holdsLeftovers(range))) {
      const {kind, place, stage, key, expected, actual, subject, extras} = fault
      faulty.add(place.start)
      yield say(kind, place, {stage, key, expected, actual, subject}, extras)
    }
    for (const {kind, place, ...data} of namingFaults(plan, faulty)) {
      yield say(kind, place, data, {severity: 'warning'})
    }
  },
})
