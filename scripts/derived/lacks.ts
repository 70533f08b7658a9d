import {type BoundSection, eachSection, titlesOf} from '../../core/bind.ts'
import {lacksPhases, missingSections} from '../../core/missing.ts'
import {missingKinds} from '../../core/phase-kinds.ts'
import type {Plan} from '../../core/plan.ts'
import type {Preset, SectionSpec} from '../../core/preset.ts'
import {matcherOf} from '../../core/titles.ts'

/** A section under the number of its phase: `2/overview`, or `/overview` in no phase. */
export type Lack = string

/** The same thing by one id in two presets. */
export type SameId = (id: string) => string

const isAsked = ({expectation}: {expectation: string}) => expectation !== 'optional'

/** All sections and parts that a plan lacks of its preset, with the parts of those that are missing. */
export function lacksIn(plan: Plan, sameId: SameId): Set<Lack> {
  const lacks = new Set<Lack>()
  for (const {sections, phase} of missingSections(plan, true)) {
    for (const {spec} of sections) {
      for (const id of [spec, ...partsOf(spec.sections)]) lacks.add(`${phase?.number ?? ''}/${sameId(id.id)}`)
    }
  }
  for (const {id} of missingKinds(plan)) lacks.add(`/${sameId(id)}`)
  if (lacksPhases(plan)) lacks.add('/phases')
  return lacks
}

function partsOf(sections: readonly SectionSpec[] = []): SectionSpec[] {
  return sections.filter(isAsked).flatMap(spec => [spec, ...partsOf(spec.sections)])
}

/** What of its preset a plan has, in the same form. */
export function partsPresent(plan: Plan, sameId: SameId): Set<Lack> {
  const present = new Set<Lack>()
  const add = (sections: readonly BoundSection[], number: string) => {
    for (const {section} of eachSection(sections)) {
      if (section.places.length > 0) present.add(`${number}/${sameId(section.spec.id)}`)
    }
  }
  add(plan.sections, '')
  for (const {number, parts, kind} of plan.phases) {
    add(parts, number)
    if (kind) present.add(`/${sameId(kind.id)}`)
  }
  return present
}

/** What a preset asks for, in the same form; of phases without their numbers. */
export function askedBy({sections, phases}: Preset, sameId: SameId): Set<Lack> {
  const kinds = phases?.kinds ?? []
  const ofPhases = partsOf([...(phases?.parts ?? []), ...kinds.flatMap(({parts = []}) => parts)])
  const ofWhole = [...partsOf(sections), ...kinds.filter(isAsked), {id: 'phases'}]
  return new Set([...ofWhole.map(({id}) => `/${sameId(id)}`), ...ofPhases.map(({id}) => `phase/${sameId(id)}`)])
}

/** The ids of `preset` for those of `other` that mean the same: those with the same id, else with one of its titles. */
export function sameIdsOf(preset: Preset, other: Preset): SameId {
  const own = namesIn(preset)
  const ids = new Set(own.map(({id}) => id))
  const same = new Map(
    namesIn(other).flatMap(({id, names: [name = '']}) => {
      const plain = name.replace(/(?: \{n\}|…)+$/, '')
      const known = ids.has(id) ? undefined : own.find(({names}) => matcherOf(names).matches(plain))
      return known ? [[id, known.id] as const] : []
    }),
  )
  return id => same.get(id) ?? id
}

function namesIn({sections, phases}: Preset): {id: string; names: readonly string[]}[] {
  const all = (specs: readonly SectionSpec[] = []): SectionSpec[] =>
    specs.flatMap(spec => [spec, ...all(spec.sections)])
  const kinds = phases?.kinds ?? []
  const parts = [...all(sections), ...all(phases?.parts), ...kinds.flatMap(kind => all(kind.parts))]
  return [...parts.map(spec => ({id: spec.id, names: titlesOf(spec)})), ...kinds]
}
