import type {Range} from '../finding.ts'
import {addTo} from '../grouped.ts'
import type {Memory} from '../memory.ts'
import {type JsonObject, type JsonString, valueAt} from '../metadata/json.ts'
import {placeOfObject} from '../metadata/shape.ts'
import type {Plan} from '../plan.ts'
import {stageGraphOf} from './graph.ts'
import {labelOf, type Stage, type Stages, stringIn} from './stages.ts'
import {syncFaults} from './sync.ts'

/**
 * A value that should name the plan and its stage and does not: one of several (`value`), all of a stage (`stage`), or
 * all of the plan (`plan`). Told at the value, or at the id that none of them names.
 */
export interface NamingFault {
  kind: 'value' | 'stage' | 'plan'
  place: Range
  stage: string
  key: string
  /** The ids that should occur. */
  expected: string
  actual: string
  /** Of a fault that several values have: their keys. */
  keys: string
}

interface Judged {
  stage: Stage
  key: string
  value: JsonString
  /** The ids that it should name and does not. */
  plan: string | null
  own: string | null
}

function wordsOf(text: string): string {
  return `-${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}-`.replace(/-+/g, '-')
}

/** Whether `id` occurs in `text` as whole words, whatever stands between them. */
function holds(memory: Memory, text: string, id: string): boolean {
  return memory.recall(wordsOf, text).includes(memory.recall(wordsOf, id))
}

/** The date at the beginning of a plan's id may be left out. */
function holdsPlan(memory: Memory, text: string, id: string): boolean {
  return holds(memory, text, id) || holds(memory, text, id.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, ''))
}

/** Offsets of the values of which other rules tell already. */
function toldElsewhere(plan: Plan, stages: Stages): Set<number> {
  const told = new Set(stageGraphOf(stages).duplicates.map(({value}) => value.start))
  for (const {related} of syncFaults(plan)) for (const {start} of related) told.add(start)
  return told
}

function judgedValues(plan: Plan, stages: Stages, root: JsonObject, faulty: ReadonlySet<number>): Judged[] {
  const told = toldElsewhere(plan, stages)
  const {memory} = plan.document
  const usable = (value: JsonString | null) => (value && !faulty.has(value.start) ? value : null)
  const planId = (names: readonly string[]) =>
    names.flatMap(name => (name === 'id' ? [] : (usable(stringIn(root, name, stages.isUnset))?.text ?? [])))[0]
  return stages.all.flatMap(stage => {
    const id = stringIn(stage.entry, 'id', stages.isUnset)?.text
    // Where the two ids of a stage differ, that is told; here either will do.
    const ids = [id, stage.section?.values.get('id')?.text].filter(text => text !== undefined)
    return stages.keys.flatMap(({key, names}): Judged[] => {
      const value = names && usable(stringIn(stage.entry, key, stages.isUnset))
      if (!value || told.has(value.start)) return []
      const wanted = planId(names)
      const plan = wanted === undefined || holdsPlan(memory, value.text, wanted) ? null : wanted
      const lacksOwn = id !== undefined && names.includes('id') && !ids.some(text => holds(memory, value.text, text))
      return [{stage, key, value, plan, own: lacksOwn ? id : null}]
    })
  })
}

/**
 * The values that do not name what they should. Where none does so there is one fault, as it is the id that is out of
 * line then. `faulty` holds the offsets of values that are wrong in themselves.
 */
export function* namingFaults(plan: Plan, faulty: ReadonlySet<number>): Generator<NamingFault> {
  const {stages, metadata} = plan
  if (!stages || typeof metadata === 'string' || metadata.value?.type !== 'object') return
  const judged = judgedValues(plan, stages, metadata.value, faulty)
  const keys = keysOf(stages)
  const planKey = stages.keys.flatMap(({names}) => names ?? []).find(name => name !== 'id') ?? ''
  const planId = valueAt(metadata.value, planKey)
  const noneNamesPlan = judged.length > 1 && judged.every(({plan: missing}) => missing !== null)
  if (noneNamesPlan && planId?.type === 'string') {
    yield {kind: 'plan', place: planId, stage: '', key: planKey, expected: planId.text, actual: '', keys}
  }
  // What none of them names is told; the rest is judged without it.
  const rest = noneNamesPlan ? judged.map(value => ({...value, plan: null})) : judged
  for (const [stage, values] of groupedByStage(rest)) yield* faultsOf(stage, values, stages)
}

function* faultsOf(stage: Stage, values: readonly Judged[], stages: Stages): Generator<NamingFault> {
  const label = labelOf(stage, stages)
  const keys = keysOf(stages)
  const id = values[0]?.own ?? null
  const noneNamesStage = values.length > 1 && id !== null && values.every(({own}) => own !== null)
  if (noneNamesStage && stage.entry) {
    yield {kind: 'stage', place: placeOfObject(stage.entry), stage: label, key: 'id', expected: id, actual: '', keys}
  }
  for (const {key, value, plan, own} of values) {
    const missing = [plan, noneNamesStage ? null : own].filter(text => text !== null)
    if (missing.length === 0) continue
    yield {kind: 'value', place: value, stage: label, key, expected: missing.join(' and '), actual: value.text, keys}
  }
}

function keysOf({keys}: Stages): string {
  const named = keys.filter(({names}) => names !== undefined)
  return named.map(({key}) => key).join(' or ')
}

function groupedByStage(judged: readonly Judged[]): Map<Stage, Judged[]> {
  const groups = new Map<Stage, Judged[]>()
  for (const value of judged) addTo(groups, value.stage, value)
  return groups
}
