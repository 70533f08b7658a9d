import type {Range} from '../finding.ts'
import {findCycles, type GraphEdge} from '../graph.ts'
import {type JsonString, valueAt} from '../metadata/json.ts'
import {oncePer} from '../once.ts'
import {type Stage, type Stages, stringIn} from './stages.ts'

/** An id that an object of the metadata lists among those it depends on. */
export interface Dependency extends GraphEdge {
  stage: Stage
  /** That of the list. */
  key: string
  value: JsonString
  /** Undefined where no stage has the id. */
  target: Stage | undefined
}

export interface StageGraph {
  dependencies: readonly Dependency[]
  /** Each begins with a dependency on a later stage. */
  cycles: readonly (readonly Dependency[])[]
  /** Values that an earlier stage has already. */
  duplicates: readonly Duplicate[]
}

export interface Duplicate {
  stage: Stage
  key: string
  value: JsonString
  first: Range
}

/** Of duplicates the first. An id that only the section of a stage has is one, too: that the two differ is told once. */
function stagesById({all, isUnset}: Stages): Map<string, Stage> {
  const byId = new Map<string, Stage>()
  const add = (id: string | undefined, stage: Stage) => {
    if (id !== undefined && !byId.has(id.trim())) byId.set(id.trim(), stage)
  }
  for (const stage of all) add(stringIn(stage.entry, 'id', isUnset)?.text, stage)
  for (const stage of all) add(stage.section?.values.get('id')?.text, stage)
  return byId
}

function dependenciesOf(stages: Stages, nodes: ReadonlyMap<Stage, string>): Dependency[] {
  const keys = stages.keys.filter(({type}) => type === 'ids')
  const byId = stagesById(stages)
  const found: Dependency[] = []
  for (const stage of stages.all) {
    for (const {key} of keys) {
      const list = stage.entry ? valueAt(stage.entry, key) : undefined
      if (list?.type !== 'array') continue
      for (const value of list.items) {
        if (value.type !== 'string' || value.text.trim() === '' || stages.isUnset(value)) continue
        const target = byId.get(value.text.trim())
        const to = (target && nodes.get(target)) ?? ''
        found.push({stage, key, value, target, from: nodes.get(stage) ?? '', to, start: value.start, end: value.end})
      }
    }
  }
  return found
}

/** A stage that comes later is the likelier mistake, so the cycle is told where one is named. */
function rotated(cycle: readonly Dependency[], nodes: ReadonlyMap<Stage, string>): Dependency[] {
  const position = (stage: Stage | undefined) => Number((stage && nodes.get(stage)) ?? -1)
  const first = cycle.findIndex(({stage, target}) => position(target) > position(stage))
  return first > 0 ? [...cycle.slice(first), ...cycle.slice(0, first)] : [...cycle]
}

function cyclesOf(
  {all}: Stages,
  dependencies: readonly Dependency[],
  nodes: ReadonlyMap<Stage, string>,
): Dependency[][] {
  if (dependencies.length === 0) return []
  const entries = all.filter(({entry}) => entry !== null)
  const ids = entries.map(stage => ({id: nodes.get(stage) ?? '', start: 0, end: 0}))
  return findCycles({nodes: ids, edges: dependencies}).map(cycle => rotated(cycle, nodes))
}

/** Of a stage that repeats another in several keys only the first of them counts: one was copied as a whole. */
function duplicatesOf(stages: Stages): Duplicate[] {
  const keys = stages.keys.filter(({unique}) => unique)
  const seen = new Map(keys.map(({key}) => [key, new Map<string, {stage: Stage; value: JsonString}>()]))
  const found: Duplicate[] = []
  for (const stage of stages.all) {
    let repeated: Stage[] | null = null
    for (const [key, values] of seen) {
      const value = stringIn(stage.entry, key, stages.isUnset)
      if (!value) continue
      const text = value.text.trim().replace(/(?<=^\/|[^/])\/+$/, '')
      const first = values.get(text)
      if (!first) values.set(text, {stage, value})
      else if (!repeated?.includes(first.stage)) {
        const {start, end} = first.value
        found.push({stage, key, value, first: {start, end}})
        repeated = [...(repeated ?? []), first.stage]
      }
    }
  }
  return found
}

/** The dependencies of a plan's stages as its metadata have them; each stage is a node of its own, whatever its id. */
export const stageGraphOf = oncePer((stages: Stages): StageGraph => {
  const nodes = new Map(stages.all.map((stage, index) => [stage, String(index)]))
  const dependencies = dependenciesOf(stages, nodes)
  return {dependencies, cycles: cyclesOf(stages, dependencies, nodes), duplicates: duplicatesOf(stages)}
})
