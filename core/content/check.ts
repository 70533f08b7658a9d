import type {Place} from '../bind.ts'
import type {Document} from '../document.ts'
import type {Range, Severity} from '../finding.ts'
import type {ContentSpec} from '../preset.ts'
import {startingIn} from '../ranges.ts'
import {checkAmount, checkKind, checkWords} from './amounts.ts'
import {checkChangePaths, checkFileReferences, checkPairs, checkReasons} from './items.ts'
import {saysNothing} from './nothing.ts'
import {checkTable} from './tables.ts'

/** Something a section lacks of what its template asks. */
export interface Lack {
  /** What is at fault; null for the section as a whole. */
  place: FaultyPart | null
  /** What is asked, in words that complete "needs …". */
  expected: string
  severity?: Severity
}

/** A part of a section, and what to call it. */
export interface FaultyPart extends Range {
  part: 'item' | 'table' | 'row' | 'cell'
}

/** Where a broken fence makes code of text or text of code, what is missing may only be hidden. */
function hasBrokenFence(document: Document, {range}: Place): boolean {
  return startingIn(document.fenceTroubles, range).length > 0
}

/** Whether a label is one item with what stands on its line: `- [ ] Automated: make test`, `**Pattern**: as in a.ts`. */
function isItem(document: Document, {form, title}: Place, spec: ContentSpec): boolean {
  const [label] = form === 'label' ? startingIn(document.labels, title) : []
  if (!label || !('min' in spec) || spec.min > 1) return false
  const hasValue = document.text.slice(label.value.start, Math.min(label.value.end, label.line.end)).trim() !== ''
  const hasBox = typeof label.line.item?.checked === 'boolean'
  return (spec.kind === 'list' && hasValue) || (spec.kind === 'checklist' && hasBox)
}

/** What the section at `place` lacks of `spec`. A section that says "None" lacks nothing. */
export function lacksOf(document: Document, place: Place, spec: ContentSpec): Lack[] {
  const body = {start: Math.max(place.body.start, place.title.end), end: place.body.end}
  // Whether "None" will do for code is for that kind to say: it takes a reason.
  const isNothing = spec.kind !== 'code-or-none' && spec.kind !== 'words' && saysNothing(document, body)
  if (isNothing || isItem(document, place, spec) || hasBrokenFence(document, place)) return []
  const lacks = check(document, place.body, spec)
  const {severity} = spec
  return severity ? lacks.map(lack => ({...lack, severity})) : lacks
}

function check(document: Document, body: Range, spec: ContentSpec): Lack[] {
  switch (spec.kind) {
    case 'list':
    case 'numbered':
    case 'checklist':
    case 'steps':
    case 'tasks':
      return checkAmount(document, body, spec)
    case 'table':
      return checkTable(document, body, spec)
    case 'words':
      return checkWords(document, body, spec.min)
    case 'pairs':
      return checkPairs(document, body, spec.first, spec.second)
    case 'reasons':
      return checkReasons(document, body, spec.labels)
    case 'change-paths':
      return checkChangePaths(document, body, spec.labels)
    case 'file-references':
      return checkFileReferences(document, body, spec)
    default:
      return checkKind(document, body, spec.kind)
  }
}
