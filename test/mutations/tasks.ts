import {placeOfHeading} from '../../core/bind.ts'
import {type CleanPlan, type Mutation, remove, replace} from './mutation.ts'

/** Takes away every sort of phase that the preset asks for, one by one; the phases after it are renumbered. */
export function* kindMutations({plan, preset}: CleanPlan): Generator<Mutation> {
  for (const kind of preset.phases?.kinds ?? []) {
    const gone = plan.phases.filter(phase => phase.kind === kind)
    if (kind.expectation === 'optional' || gone.length === 0) continue
    const severity = kind.expectation === 'required' ? ('error' as const) : ('warning' as const)
    const storyTags = plan.taskList.tasks.flatMap(({tags}) => tags.filter(({stories}) => stories.length > 0))
    // Only names and tags change: taking out tasks would leave others waiting for them.
    yield {
      name: `rename ${kind.id}`,
      edits: [
        ...gone.map(phase => {
          const {title} = placeOfHeading(phase.section)
          const at = title.end - phase.section.title.length
          return replace({start: at, end: title.end}, `Phase ${phase.number}: Something else`)
        }),
        ...(kind.ofStories ? storyTags.map(({start, end}) => remove({start, end})) : []),
      ],
      expected: [{rule: 'required-sections', severity, data: {section: kind.id}}],
    }
  }
}

/** Spoils one task in each way that a list of tasks can go wrong. */
export function* taskMutations({plan, text, preset}: CleanPlan): Generator<Mutation> {
  if (!('task-ids' in preset.rules)) return
  const [first, second, third] = plan.tasks
  const story = plan.tasks.find(({line}) => text.slice(line.start, line.end).includes('[US1]'))
  if (!first || !second || !third || !story) return
  yield {
    name: 'repeat an id',
    edits: [replace(second.idRange, first.id)],
    expected: [{rule: 'task-ids', severity: 'error'}],
  }
  const line = {start: story.line.start, end: story.line.end}
  const words = text.slice(line.start, line.end)
  yield {
    name: 'wait for a task that is not there',
    edits: [replace(line, `${words} (depends on T999)`)],
    expected: [{rule: 'task-references', severity: 'error'}],
  }
  yield {
    name: 'name a story that is not there',
    edits: [replace(line, words.replace('[US1]', '[US9]'))],
    expected: [{rule: 'task-stories', severity: 'error'}],
  }
  yield {
    name: 'leave the box out',
    edits: [remove({start: story.line.item?.box?.start ?? line.start, end: line.start})],
    expected: [{rule: 'task-format', severity: 'warning'}],
  }
}
