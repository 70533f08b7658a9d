import {memberOf} from '../../../cli/arguments.ts'
import type {SectionSpec} from '../../../core/preset.ts'
import {presets} from '../../../index.ts'
import {type KindName, kindNames} from '../kinds.ts'
import type {Row} from './row.ts'

/** What is said of a plan as a whole: that it was read to its end, and which preset it follows. */
const wholeKinds = ['doc', 'preset'] as const
type WholeKind = (typeof wholeKinds)[number]

/** One line of a file of labels. */
export interface Label {
  /** The line it stands on, as messages call it. */
  place: string
  file: string
  kind: KindName | WholeKind
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
  const kind = row.member('kind', [...kindNames, ...wholeKinds])
  const isWhole = isWholeKind(kind)
  const text = row.text('text')
  row.text('note')
  if (kind === 'missing-section') memberOf(text, sectionIds, 'section')
  if (kind === 'preset') memberOf(text, presetIds, 'preset')
  return {
    place: row.place,
    file: row.path('file'),
    kind,
    line: isWhole ? 0 : row.lineNumber('line'),
    text,
    isSure: row.text('confidence') === '' || row.member('confidence', ['sure', 'debatable']) === 'sure',
    family: row.text('family'),
    repository: row.text('repository'),
  }
}

export function isFault(label: Label): label is FaultLabel {
  return !isWholeKind(label.kind)
}

function isWholeKind(kind: string): kind is WholeKind {
  return wholeKinds.some(whole => whole === kind)
}

const presetIds = presets.map(({id}) => id)
const sectionIds = [
  ...new Set(presets.flatMap(({sections, phases}) => [...(phases ? [phases.id] : []), ...idsIn(sections)])),
]

function idsIn(sections: readonly SectionSpec[]): string[] {
  return sections.flatMap(({id, sections: inner = []}) => [id, ...idsIn(inner)])
}
