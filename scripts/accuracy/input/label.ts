import {memberOf} from '../../../cli/arguments.ts'
import type {SectionSpec} from '../../../core/preset.ts'
import {presets} from '../../../index.ts'
import {type KindName, kindNames} from '../kinds.ts'
import type {Row} from './row.ts'

/** What is said beside faults: that a plan was read to its end, the preset it follows, a function that it quotes. */
const otherKinds = ['doc', 'preset', 'quoted-function'] as const

/** One line of a file of labels. */
export interface Label {
  /** The line it stands on, as messages call it. */
  place: string
  file: string
  kind: KindName | (typeof otherKinds)[number]
  /** 1-based; 0 where the label is about the plan as a whole. */
  line: number
  text: string
  /** Whether the reader was sure; one who was not holds neither against a finding nor against its absence. */
  isSure: boolean
  family: string
  repository: string
}

/** A label of a fault. */
export type FaultLabel = Label & {kind: KindName}

export const keys = ['file', 'line', 'kind', 'text', 'confidence', 'note', 'family', 'repository']

/** @throws {Problem} when a key or a value is none of a label's */
export function labelOf(row: Row): Label {
  row.allowOnly(keys)
  const kind = row.member('kind', [...kindNames, ...otherKinds])
  const isAboutPlan = kind === 'doc' || kind === 'preset'
  const text = row.text('text')
  row.text('note')
  if (kind === 'missing-section') memberOf(text, sectionIds, 'section')
  if (kind === 'preset') memberOf(text, presetIds, 'preset')
  return {
    place: row.place,
    file: row.path('file'),
    kind,
    line: isAboutPlan ? 0 : row.lineNumber('line'),
    text,
    isSure: row.text('confidence') === '' || row.member('confidence', ['sure', 'debatable']) === 'sure',
    family: row.text('family'),
    repository: row.text('repository'),
  }
}

export function isFault(label: Label): label is FaultLabel {
  return kindNames.some(kind => kind === label.kind)
}

const presetIds = presets.map(({id}) => id)
const sectionIds = [
  ...new Set(presets.flatMap(({sections, phases}) => [...(phases ? [phases.id] : []), ...idsIn(sections)])),
]

function idsIn(sections: readonly SectionSpec[]): string[] {
  return sections.flatMap(({id, sections: inner = []}) => [id, ...idsIn(inner)])
}
