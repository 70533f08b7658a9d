import {commandsIn} from '../commands.ts'
import type {Document} from '../document.ts'
import type {Range, Severity} from '../finding.ts'
import {isTree} from '../leftovers/code.ts'
import {anyScript} from '../patterns.ts'
import type {ContentSpec} from '../preset.ts'
import {startingIn} from '../ranges.ts'
import type {Lack} from './check.ts'
import {holdsDiagram, outerItems, outerSections, wordsOf} from './parts.ts'

type AmountSpec = Extract<ContentSpec, {min: number; kind: 'list' | 'numbered' | 'checklist' | 'steps' | 'tasks'}>
type KindSpec = Extract<ContentSpec, {kind: 'code' | 'code-or-none' | 'tree' | 'diagram' | 'command'}>['kind']

const nouns: Record<AmountSpec['kind'], (count: string, one: boolean) => string> = {
  list: (count, one) => `${count} item${one ? '' : 's'}`,
  numbered: (count, one) => `${count} numbered item${one ? '' : 's'}`,
  checklist: (count, one) => `${count} item${one ? '' : 's'} with a check box`,
  steps: (count, one) => `${count} numbered step${one ? '' : 's'}, or pseudocode`,
  tasks: (count, one) => `${count} task${one ? '' : 's'}, such as "- [ ] T001 …"`,
}

/** What a section is asked to hold, in words that complete "needs …": `at least 2 items`. */
export function amountInWords({kind, min, max}: AmountSpec): string {
  return nouns[kind](max === undefined ? `at least ${min}` : `${min} to ${max}`, min === 1 && max === undefined)
}

const step = /^(?:step|stage|단계|步骤|第)\s*\d|^\d+단계/i
const task = anyScript(String.raw`^(?:[-*+]\s+)?(?:\[[ xX]\]\s+)?[^\p{L}\p{N}\n]{0,6}T\d{1,4}(?![\p{L}\p{N}])`)

function rowsIn(document: Document, body: Range): number {
  return startingIn(document.tables, body).reduce((sum, {rows: {length}}) => sum + length, 0)
}

/** All amounts that a reader may count in a list that is written as items, rows, headings or labels. */
function amountsOfList(document: Document, body: Range): number[] {
  const labels = startingIn(document.labels, body).filter(({depth, line}) => depth === 0 && line.item === null)
  const strong = labels.filter(label => label.strong).length
  const items = outerItems(document, body).length
  const rows = rowsIn(document, body)
  const plain = labels.length > 1 ? labels.length : 0
  return [items, rows, items + rows, outerSections(document, body).length, strong, plain]
}

function amountsIn(document: Document, body: Range, kind: AmountSpec['kind']): number[] {
  const items = startingIn(document.items, body)
  const numbered = items.filter(({ordered}) => ordered).length
  switch (kind) {
    case 'list':
      return amountsOfList(document, body)
    case 'numbered':
      return [numbered, outerSections(document, body).filter(({title}) => /^\d/.test(title)).length]
    case 'checklist':
      return [items.filter(({checked}) => checked !== null).length]
    case 'steps': {
      const isCode = startingIn(document.fences, body).length > 0
      const named = outerItems(document, body).filter(item => step.test(wordsOf(document, item))).length
      const others = [named, outerSections(document, body).length, rowsIn(document, body)]
      return [numbered, ...others, isCode ? Number.POSITIVE_INFINITY : 0]
    }
    case 'tasks': {
      const lines = startingIn(document.lines, body).filter(({first}) => first)
      const titles = startingIn(document.headings, body).map(({title}) => title)
      return [[...lines, ...titles].filter(({start, end}) => task.test(document.text.slice(start, end))).length]
    }
  }
}

/** Too few or too many items, however they are counted. */
export function checkAmount(document: Document, body: Range, spec: AmountSpec): Lack[] {
  const {kind, min, max = Number.POSITIVE_INFINITY, maxSeverity} = spec
  const amounts = amountsIn(document, body, kind)
  if (amounts.some(amount => amount >= min && amount <= max)) return []
  const noun = nouns[kind]
  if (amounts.every(amount => amount < min)) return [{place: null, expected: noun(`at least ${min}`, min === 1)}]
  const severity: {severity?: Severity} = maxSeverity ? {severity: maxSeverity} : {}
  const [amount] = amounts.filter(count => count > max).sort((a, b) => a - b)
  return [{place: null, expected: `${noun(`at most ${max}`, max === 1)}, not ${amount}`, ...severity}]
}

/** Fewer words than asked. */
export function checkWords(document: Document, body: Range, min: number): Lack[] {
  const text = document.text.slice(body.start, body.end)
  const words = text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0
  // Scripts without spaces put a word into one or two characters.
  const ideographs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  return Math.max(words, ideographs / 2) < min ? [{place: null, expected: `at least ${min} words`}] : []
}

const noneWithReason =
  /(?:\b(?:none|n\/a|not applicable|no (?:\p{L}+[ -]){0,2}(?:contracts?|interfaces?|types?|apis?|schemas?)|nothing)\b|없음|无)[^\p{L}]*(?:(?:\p{L}{1,60}[^\p{L}]+){2}|\p{Script=Han}{3})/iu

function hasCode(document: Document, body: Range): boolean {
  const isShown = startingIn(document.fences, body).some(fence => !isTree(document, fence))
  return isShown || startingIn(document.blocks, body).some(({kind}) => kind === 'code')
}

const kinds: Record<KindSpec, {expected: string; holds(document: Document, body: Range): boolean}> = {
  code: {expected: 'a code block', holds: hasCode},
  'code-or-none': {
    expected: 'a code block, or "None" with the reason',
    holds: (document, body) =>
      startingIn(document.fences, body).length > 0 || noneWithReason.test(document.text.slice(body.start, body.end)),
  },
  tree: {
    expected: 'a tree of files in a code block',
    holds: (document, body) => startingIn(document.blocks, body).some(({kind}) => kind === 'fence' || kind === 'code'),
  },
  diagram: {expected: 'a diagram: a mermaid block, an image or a drawing in characters', holds: holdsDiagram},
  command: {
    expected: 'a command to run, such as `make test`',
    holds: (document, body) => commandsIn(document, body).length > 0,
  },
}

/** The block that is asked for, in words that complete "needs …". */
export function kindInWords(kind: KindSpec): string {
  return kinds[kind].expected
}

/** No block of the kind asked for. */
export function checkKind(document: Document, body: Range, kind: KindSpec): Lack[] {
  const {expected, holds} = kinds[kind]
  return holds(document, body) ? [] : [{place: null, expected}]
}
