import {startingIn} from '../../core/ranges.ts'
import {type CleanPlan, insert, type Mutation, remove, replace, wholeLines} from './mutation.ts'
import {representatives} from './sections.ts'

function* titleMutations({plan, preset, text}: CleanPlan): Generator<Mutation> {
  const {title} = plan
  if (!title) return
  const expected = [{rule: 'document-title', severity: 'error' as const}]
  yield {name: 'delete the title', edits: [remove(title)], expected}
  yield {name: 'give a second title', edits: [insert(text.length, '\n# Another title\n\nText.\n')], expected}
  if (preset.titleForms) yield {name: 'spoil the title', edits: [replace(title.title, 'Notes')], expected}
}

function* phaseMutations({plan, preset}: CleanPlan): Generator<Mutation> {
  const [first, second] = plan.phases
  if (!preset.phases || !first) return
  const last = plan.phases.at(-1)
  const numbering = [{rule: 'phase-numbering', severity: 'error' as const}]
  if (second && last && /^\d+$/.test(last.number)) {
    yield {
      name: 'skip a number',
      edits: [replace(last.numberRange, String(Number(last.number) + 4))],
      expected: numbering,
    }
    yield {name: 'repeat a number', edits: [replace(last.numberRange, first.number)], expected: numbering}
    yield {name: 'leave the letter N', edits: [replace(last.numberRange, 'N')], expected: numbering}
  }
  if (preset.phases.expectation === 'required') {
    const expected = {rule: 'required-sections', severity: 'error' as const, data: {section: preset.phases.id}}
    yield {
      name: `delete the ${preset.phases.id}`,
      edits: plan.phases.map(({section}) => replace(section, 'Words.\n\n')),
      expected: [expected],
    }
    yield {
      name: `leave nothing of the ${preset.phases.id}`,
      edits: plan.phases.map(({section}) => remove(section)),
      // The section around them is empty then, where there is one.
      expected: [expected, {rule: 'no-empty-sections', severity: 'error'}],
    }
  }
  if (preset.phases.validation === 'none') return
  for (const phase of representatives(plan.phases)) {
    const validation = phase.parts.find(({spec}) => spec.id === 'validation')?.places[0]
    if (!validation) continue
    const start = validation.form === 'heading' ? validation.body.start : validation.title.end
    const [lastHeld] = startingIn(plan.document.headings, {start, end: validation.range.end})
    if (lastHeld) continue
    yield {
      name: `phase ${phase.number}: validate in words`,
      edits: [replace({start, end: validation.range.end}, '\n\n- [ ] It works on the machine of the author\n\n')],
      expected: [{rule: 'phase-validation', severity: 'error', data: {phase: phase.number}}],
    }
  }
  const {few} = preset.phases
  if (few && second) {
    yield {
      name: 'leave one phase',
      edits: plan.phases.slice(1).map(({section}) => remove(section)),
      expected: [{rule: 'section-content', severity: few, data: {section: preset.phases.id}}],
    }
  }
}

function* mentionMutations({preset, text}: CleanPlan): Generator<Mutation> {
  for (const {id, words} of preset.mentions ?? []) {
    const pattern = new RegExp(words.map(word => word.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')).join('|'), 'gi')
    const edits = [...text.matchAll(pattern)].map(match =>
      replace({start: match.index, end: match.index + match[0].length}, 'care'),
    )
    yield {name: `do not speak of ${id}`, edits, expected: [{rule: 'section-content', data: {section: id}}]}
  }
}

function* questionMutations({plan, text}: CleanPlan): Generator<Mutation> {
  const [question] = plan.questions
  if (!question) return
  const line = wholeLines(text, question)
  yield {
    name: 'ask a question',
    edits: [insert(line.end, '- [ ] Who pays for the second server?\n')],
    expected: [{rule: 'no-open-questions'}],
  }
}

function* statusMutations({plan}: CleanPlan): Generator<Mutation> {
  const {status} = plan
  if (!status) return
  yield {
    name: 'complete too early',
    edits: [replace(status, 'completed')],
    expected: [{rule: 'status-consistency', severity: 'error', data: {status: 'completed'}}],
  }
}

/** Spoils what belongs to the document as a whole. */
export function* wholeMutations(clean: CleanPlan): Generator<Mutation> {
  yield* titleMutations(clean)
  yield* phaseMutations(clean)
  yield* mentionMutations(clean)
  yield* questionMutations(clean)
  yield* statusMutations(clean)
  yield {
    name: 'leave a fence open',
    edits: [insert(clean.text.length, '\n```sh\nmake test\n')],
    expected: [{rule: 'no-unclosed-fences', severity: 'error'}],
  }
  yield {
    name: 'leave a marker',
    edits: [insert(clean.text.length, '\n- [NEEDS CLARIFICATION: which store?]\n')],
    expected: [{rule: 'no-clarification-markers', severity: 'error'}],
  }
}
