import type {Range} from './finding.ts'
import {type JsonObject, valueAt} from './metadata/json.ts'
import {placeOfObject} from './metadata/shape.ts'
import type {Phase, Plan} from './plan.ts'
import {withoutTail} from './ranges.ts'
import type {Section} from './sections.ts'
import {isParallel, type Task} from './tasks/definitions.ts'

export type OutlineKind = 'title' | 'section' | 'phase' | 'task' | 'metadata' | 'stage'

/** A part of a plan with all that stands in it. */
export interface OutlineEntry extends Range {
  kind: OutlineKind
  /** On one line, never empty. */
  name: string
  /** What the plan says of its state: `done`, `In Progress, 2/5`; may be empty. */
  detail: string
  /** Where its name stands, inside of its range. */
  selection: Range
  /** In document order, inside of its range. */
  children: OutlineEntry[]
}

type Part = Omit<OutlineEntry, 'children'>

function onOneLine(words: string): string {
  return words
    .replace(/[`*]|~~/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What the plan writes as a phase's state, by the place of its section. */
function statusesOf(plan: Plan): ReadonlyMap<Range, string> {
  const statuses = new Map<Range, string>()
  for (const {spec, within, value} of plan.fields) {
    if (spec.type !== 'enum' || !value || statuses.has(within) || plan.holdsLeftovers(value)) continue
    statuses.set(within, onOneLine(plan.text.slice(value.start, value.end)))
  }
  return statuses
}

/** The tasks of each phase that are done, of all that it has: `2/5`. */
function progressOf({taskList}: Plan): ReadonlyMap<Phase, string> {
  const counts = new Map<Phase, {done: number; all: number}>()
  for (const {phase, checked} of taskList.tasks) {
    if (!phase) continue
    const {done, all} = counts.get(phase) ?? {done: 0, all: 0}
    counts.set(phase, {done: done + Number(checked === true), all: all + 1})
  }
  return new Map([...counts].map(([phase, {done, all}]) => [phase, `${done}/${all}`]))
}

function detailOfTask(task: Task): string {
  const state = task.checked === null ? '' : task.checked ? 'done' : 'open'
  const stories = task.stories.map(story => `story ${story}`)
  return [state, ...stories, isParallel(task) ? 'parallel' : ''].filter(Boolean).join(', ')
}

function sectionParts(plan: Plan): Part[] {
  const {text, document, phases, title} = plan
  const statuses = statusesOf(plan)
  const progress = progressOf(plan)
  const detailOfPhase = (phase: Phase) =>
    [phase.state ?? statuses.get(phase.section.body), progress.get(phase)].filter(Boolean).join(', ')
  const phaseOf = new Map(phases.map(phase => [phase.section, phase]))
  const tasks = new Map(plan.taskList.tasks.map(task => [task.extent, task]))
  const kindOf = (section: Section): OutlineKind => {
    if (phaseOf.has(section)) return 'phase'
    return tasks.has(section) ? 'task' : section.heading === title ? 'title' : 'section'
  }
  return document.sections.map(section => {
    const {heading} = section
    const [phase, task] = [phaseOf.get(section), tasks.get(section)]
    return {
      kind: kindOf(section),
      name: onOneLine(section.title) || '#'.repeat(section.level),
      detail: phase ? detailOfPhase(phase) : task ? detailOfTask(task) : '',
      ...withoutTail(text, section),
      selection: heading.title.end > heading.title.start ? heading.title : withoutTail(text, heading),
    }
  })
}

function taskParts({text, taskList}: Plan): Part[] {
  return taskList.tasks
    .filter(({form}) => form !== 'heading')
    .map(task => {
      const {extent, id, words, idRange} = task
      const name = onOneLine(`${id} ${text.slice(words.start, words.end)}`)
      return {kind: 'task', name, detail: detailOfTask(task), ...withoutTail(text, extent), selection: idRange}
    })
}

/** The block of metadata, and the objects of its list. */
function metadataParts({metadata, text, stages}: Plan): Part[] {
  if (typeof metadata === 'string') return []
  const {fence, spec} = metadata
  const block = withoutTail(text, fence)
  const selection = fence.info.end > fence.info.start ? fence.info : {start: block.start, end: block.start}
  const statusKey = stages?.keys.find(({type}) => type === 'enum')?.key ?? ''
  const wordsOf = (entry: JsonObject, key: string) => {
    const value = valueAt(entry, key)
    return value?.type === 'string' ? onOneLine(value.text) : ''
  }
  const entries = (stages?.all ?? []).flatMap(({entry}) => entry ?? [])
  return [
    {kind: 'metadata', name: spec.fence, detail: '', ...block, selection},
    ...entries.map((entry, index): Part => {
      const {start, end} = entry
      const name = wordsOf(entry, 'id') || `${stages?.noun} ${index + 1}`
      return {kind: 'stage', name, detail: wordsOf(entry, statusKey), start, end, selection: placeOfObject(entry)}
    }),
  ]
}

/** Puts every part into the innermost one that holds it whole. */
function nested(parts: readonly Part[]): OutlineEntry[] {
  const roots: OutlineEntry[] = []
  const open: OutlineEntry[] = []
  for (const part of parts) {
    const entry = {...part, children: []}
    for (let last = open.at(-1); last && last.end < entry.end; last = open.at(-1)) open.pop()
    const owners = open.at(-1)?.children ?? roots
    owners.push(entry)
    open.push(entry)
  }
  return roots
}

/** The outline of a plan by its headings: its sections and phases, in them the tasks and the stages of the metadata. */
export function outlineOf(plan: Plan): OutlineEntry[] {
  const parts = [...sectionParts(plan), ...taskParts(plan), ...metadataParts(plan)]
  return nested(parts.sort((a, b) => a.start - b.start || b.end - a.end))
}
