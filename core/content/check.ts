import type {Place} from '../bind.ts'
import type {Document} from '../document.ts'
import type {Range, Severity} from '../finding.ts'
import type {ContentSpec} from '../preset.ts'
import {checkAmount, checkKind, checkWords} from './amounts.ts'
import {checkChangePaths, checkFileReferences, checkPairs, checkReasons} from './items.ts'
import {checkTable} from './tables.ts'

/** Something a section lacks of what its template asks. */
export interface Lack {
  /** The item, row or cell at fault; null for the section as a whole. */
  place: Range | null
  /** What is asked, in words that complete "needs …". */
  expected: string
  severity?: Severity
}

const nothing = /^[\s*_:(>-]*(?:none|n\/a|nothing|not applicable|no\s+\p{L}|없음|无)(?![\p{L}])/iu

/** Whether the author says in a word that there is nothing to say here. */
function saysNothing(document: Document, {body, title}: Place, {kind}: ContentSpec): boolean {
  const words = document.text.slice(Math.max(body.start, title.end), body.end).trim()
  return kind !== 'code-or-none' && words.length < 400 && nothing.test(words)
}

/** What the section at `place` lacks of `spec`. A section that says "None" lacks nothing. */
export function lacksOf(document: Document, place: Place, spec: ContentSpec): Lack[] {
  if (saysNothing(document, place, spec)) return []
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
