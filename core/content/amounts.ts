import {commandsIn} from '../commands.ts'
import {type Document, startingIn} from '../document.ts'
import type {Range, Severity} from '../finding.ts'
import {isTree} from '../leftovers/code.ts'
import type {ContentSpec} from '../preset.ts'
import {taskLinesOf} from '../tasks.ts'
import type {Lack} from './check.ts'
import {holdsDiagram, outerItems} from './parts.ts'

type AmountSpec = Extract<ContentSpec, {min: number; kind: 'list' | 'numbered' | 'checklist' | 'steps' | 'tasks'}>
type KindSpec = Extract<ContentSpec, {kind: 'code' | 'code-or-none' | 'tree' | 'diagram' | 'command'}>['kind']

const nouns: Record<AmountSpec['kind'], string> = {
  list: 'item',
  numbered: 'numbered item',
  checklist: 'item with a check box',
  steps: 'numbered step',
  tasks: 'task',
}

function amountIn(document: Document, body: Range, kind: AmountSpec['kind']): number {
  const items = startingIn(document.items, body)
  const outer = outerItems(document, body)
  const rows = startingIn(document.tables, body).reduce((sum, {rows: {length}}) => sum + length, 0)
  const subsections = startingIn(document.sections, body)
  switch (kind) {
    case 'list':
      return Math.max(outer.length + rows, subsections.length)
    case 'numbered':
      return items.filter(({ordered}) => ordered).length
    case 'checklist':
      return items.filter(({checked}) => checked !== null).length
    case 'steps': {
      const numbered = items.filter(({ordered}) => ordered).length
      const code = startingIn(document.fences, body).length > 0
      return Math.max(numbered, subsections.length, code ? Number.POSITIVE_INFINITY : 0)
    }
    case 'tasks':
      return startingIn(taskLinesOf(document), body).length
  }
}

/** Too few or too many items. */
export function checkAmount(document: Document, body: Range, spec: AmountSpec): Lack[] {
  const {kind, min, max, maxSeverity} = spec
  const amount = amountIn(document, body, kind)
  const count = (number: number) =>
    `${number} ${nouns[kind].replace(/^(item|task|numbered step)/, number === 1 ? '$1' : '$1s')}`
  if (amount < min) return [{place: null, expected: `at least ${count(min)}`}]
  if (max !== undefined && amount > max) {
    const severity: {severity?: Severity} = maxSeverity ? {severity: maxSeverity} : {}
    return [{place: null, expected: `at most ${count(max)}`, ...severity}]
  }
  return []
}

/** Fewer words than asked. */
export function checkWords(document: Document, body: Range, min: number): Lack[] {
  const words = document.text.slice(body.start, body.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  // Scripts without spaces put a word into one or two characters.
  const ideographs =
    document.text.slice(body.start, body.end).match(/[\p{Script=Han}\p{Script=Hiragana}]/gu)?.length ?? 0
  return Math.max(words, ideographs / 2) < min ? [{place: null, expected: `at least ${min} words`}] : []
}

const noneWithReason =
  /\b(?:none|n\/a|not applicable|no (?:new )?(?:contracts?|interfaces?|types?|apis?|schemas?))\b[^\p{L}]*(?:\p{L}+[^\p{L}]+){2,}/iu

const kinds: Record<KindSpec, {expected: string; holds(document: Document, body: Range): boolean}> = {
  code: {
    expected: 'a code block',
    holds: (document, body) => startingIn(document.fences, body).some(fence => !isTree(document, fence)),
  },
  'code-or-none': {
    expected: 'a code block, or "None" with the reason',
    holds: (document, body) =>
      startingIn(document.fences, body).length > 0 || noneWithReason.test(document.text.slice(body.start, body.end)),
  },
  tree: {
    expected: 'a tree of files in a code block',
    holds: (document, body) => startingIn(document.fences, body).length > 0,
  },
  diagram: {expected: 'a diagram: a mermaid block, an image or a drawing in characters', holds: holdsDiagram},
  command: {
    expected: 'a command to run, such as `make test`',
    holds: (document, body) => commandsIn(document, body).length > 0,
  },
}

/** No block of the kind asked for. */
export function checkKind(document: Document, body: Range, kind: KindSpec): Lack[] {
  const {expected, holds} = kinds[kind]
  return holds(document, body) ? [] : [{place: null, expected}]
}
