import {longestAscending} from '../ascending.ts'
import type {Range, Related} from '../finding.ts'
import {addTo} from '../grouped.ts'
import {memberLike} from '../members.ts'
import {valueAt} from '../metadata/json.ts'
import {placeOfObject} from '../metadata/shape.ts'
import {misnumbered} from '../numbering.ts'
import {oncePer} from '../once.ts'
import type {Phase, Plan} from '../plan.ts'
import type {MetadataKey} from '../preset.ts'
import {titleKey, titleKeys} from '../titles.ts'
import {type Dependency, stageGraphOf} from './graph.ts'
import {StageNames} from './names.ts'
import {dependenciesIn} from './references.ts'
import type {StageSection, Value} from './section.ts'
import {idKey, labelOf, type Stage, type Stages, stringIn} from './stages.ts'

/** Something that the metadata and the sections of a plan's stages does not say alike. */
export interface SyncFault {
  kind: 'unwritten' | 'unlisted' | 'value' | 'name' | 'order'
  place: Range
  stage: string
  /** The key of the metadata; empty where a stage as a whole is meant. */
  key: string
  /** What the section calls the key; of a stage without a section the heading to write. */
  label: string
  /** What the metadata says. */
  expected: string
  /** What the section says. */
  actual: string
  related: Related[]
}

interface Pair {
  stage: Stage
  entry: NonNullable<Stage['entry']>
  section: StageSection
}

function isSameText(written: string, wanted: string, isId: boolean): boolean {
  const [first = ''] = written.split(/[\s,;]/, 1)
  return written === wanted || first === wanted || (isId && idKey(written) === idKey(wanted))
}

/** What a heading adds to a name in parentheses or after a dash is no part of it, nor is the number in the metadata. */
function isSameName(written: string, wanted: string, noun: string): boolean {
  const name = wanted.replace(new RegExp(`^${noun}\\s*\\d+\\s*[:–—-]\\s*`, 'i'), '')
  const bare = name.replace(/(?<!\s)\s*[(（][^()（）]*[)）]\s*$/, '')
  const keys = [titleKey(written), ...titleKeys(written)]
  return keys.includes(titleKey(name)) || keys.includes(titleKey(bare))
}

/** The member that a status in prose means, whatever is added to it; null where that is not clear. */
function memberIn(written: string, members: readonly string[]): string | null {
  const [head = ''] = written.split(/[(（:,;.]|\s[-–—]\s/, 1)
  return memberLike(written, members) ?? memberLike(head, members)
}

class SyncCheck {
  readonly #plan: Plan
  readonly #stages: Stages
  readonly #names: StageNames
  readonly #copies: ReadonlySet<Stage>
  readonly #copied: ReadonlySet<Range>
  readonly #inCycle: ReadonlySet<Dependency>
  readonly #dependenciesOf = new Map<Stage, Dependency[]>()

  constructor(plan: Plan, stages: Stages) {
    this.#plan = plan
    this.#stages = stages
    this.#names = new StageNames(stages)
    const {dependencies, cycles, duplicates} = stageGraphOf(stages)
    this.#copies = new Set(duplicates.map(({stage}) => stage))
    this.#copied = new Set(duplicates.map(({value}) => value))
    this.#inCycle = new Set(cycles.flat())
    for (const dependency of dependencies) addTo(this.#dependenciesOf, dependency.stage, dependency)
  }

  *faults(): Generator<SyncFault> {
    if (this.#plan.phases.length === 0) return
    const twice = new Set(
      misnumbered(this.#plan.phases).flatMap(({kind, phase}) => (kind === 'duplicate' ? phase : [])),
    )
    const pairs: Pair[] = []
    for (const [index, stage] of this.#stages.all.entries()) {
      const {entry, section} = stage
      if (entry && section) pairs.push({stage, entry, section})
      else if (entry && !this.#copies.has(stage)) yield* this.#unwritten(stage, entry, index + 1)
      else if (section && !twice.has(section.phase)) yield this.#unlisted(stage, section)
    }
    for (const pair of pairs) yield* this.#pair(pair)
    yield* this.#order(pairs)
  }

  #labelOf(stage: Stage): string {
    return labelOf(stage, this.#stages)
  }

  *#unwritten(stage: Stage, entry: Pair['entry'], number: number): Generator<SyncFault> {
    const id = this.#labelOf(stage)
    const name = stringIn(entry, 'name', this.#stages.isUnset)?.text ?? id
    // Of an entry without id and name nobody can tell which section it lacks.
    if (this.#plan.document.unreadableFrom !== null || name === '') return
    const form = this.#plan.preset.phases?.titles[0] ?? ''
    const label = `${form.replace('{n}', String(number))}: ${name}`
    const place = placeOfObject(entry)
    yield {kind: 'unwritten', place, stage: id, key: '', label, expected: name, actual: '', related: []}
  }

  #unlisted(stage: Stage, {phase}: StageSection): SyncFault {
    const place = phase.section.heading.title
    const id = this.#labelOf(stage)
    return {kind: 'unlisted', place, stage: id, key: '', label: '', expected: '', actual: phase.name, related: []}
  }

  *#pair(pair: Pair): Generator<SyncFault> {
    const bothIds = pair.section.values.has('id') && stringIn(pair.entry, 'id', this.#stages.isUnset) !== null
    for (const key of this.#stages.keys) {
      // Two stages that have nothing in common but their place differ in everything, which is one thing to say.
      if (!key.told || (pair.stage.byPlace && bothIds && key.key !== 'id')) continue
      const told = pair.section.values.get(key.key)
      if (told) yield* key.type === 'ids' ? this.#dependencies(pair, key, told) : this.#value(pair, key, told)
    }
  }

  *#value({stage, entry}: Pair, key: MetadataKey, told: Value): Generator<SyncFault> {
    const value = stringIn(entry, key.key, this.#stages.isUnset)
    if (!value || this.#copied.has(value) || this.#isAgreed(told.text, value.text.trim(), key)) return
    yield this.#difference(stage, key, told, value.text, value)
  }

  *#dependencies({stage, entry}: Pair, key: MetadataKey, told: Value): Generator<SyncFault> {
    const list = valueAt(entry, key.key)
    const wanted = this.#dependenciesOf.get(stage) ?? []
    // What is no id, or one that no stage has, is a fault of its own; so is a circle that only the metadata has.
    if (list?.type !== 'array' || list.items.length > wanted.length || wanted.some(({target}) => !target)) return
    const {stages, unknown, all} = dependenciesIn(told, this.#names)
    const missing = wanted.filter(({target}) => target && !stages.has(target))
    if (all || missing.some(edge => this.#inCycle.has(edge))) return
    const targets = new Set(wanted.map(({target}) => target))
    const isSame = missing.length + unknown.length === 0 && [...stages].every(other => targets.has(other))
    if (isSame) return
    yield this.#difference(stage, key, told, wanted.map(({value}) => value.text).join(', ') || 'None', list)
  }

  #isAgreed(told: string, value: string, {key, told: where, values}: MetadataKey): boolean {
    if (where === 'heading') return isSameName(told, value, this.#stages.noun)
    if (!values) return isSameText(told, value, key === 'id')
    const member = memberIn(told, values)
    return member === null || !values.includes(value) || member === value
  }

  #difference(stage: Stage, {key, told}: MetadataKey, place: Value, expected: string, of: Range): SyncFault {
    const label = typeof told === 'object' ? told.field : ''
    const kind = told === 'heading' ? 'name' : 'value'
    const id = this.#labelOf(stage)
    return {kind, place, stage: id, key, label, expected, actual: place.text, related: relatedOf(of)}
  }

  *#order(pairs: readonly Pair[]): Generator<SyncFault> {
    // Sections whose numbers run backwards are misplaced among themselves, and told as that.
    if (misnumbered(this.#plan.phases).some(({kind}) => kind === 'backwards')) return
    const starts = pairs.map(({section}) => section.phase.section.start)
    const kept = new Set(longestAscending(starts, (a, b) => a - b))
    for (const [index, {stage, entry, section}] of pairs.entries()) {
      if (kept.has(index)) continue
      const place = section.phase.section.heading.title
      const related = relatedOf(placeOfObject(entry))
      const id = this.#labelOf(stage)
      const before = pairs[index - 1]
      const expected = before ? this.#labelOf(before.stage) : ''
      yield {kind: 'order', place, stage: id, key: '', label: '', expected, actual: '', related}
    }
  }
}

function relatedOf({start, end}: Range): Related[] {
  return [{start, end, message: 'What the metadata says'}]
}

/** Where metadata and sections of a plan's stages are out of step; each difference once. */
export const syncFaults = oncePer((plan: Plan): readonly SyncFault[] =>
  plan.stages ? [...new SyncCheck(plan, plan.stages).faults()] : [],
)

/**
 * Phases in front of which a stage of the metadata has no section, with the phase before the gap: that their numbers
 * have a gap there is the same fault.
 */
export function phasesAfterMissing({stages, document}: Plan): Map<Phase, Phase> {
  const gaps = new Map<Phase, Phase>()
  if (!stages || document.unreadableFrom !== null) return gaps
  let before: Phase | null = null
  let isMissing = false
  for (const {entry, section} of stages.all) {
    if (!entry) break
    if (section && before && isMissing) gaps.set(section.phase, before)
    isMissing = !section
    if (section) before = section.phase
  }
  return gaps
}
