import {isDeepStrictEqual} from 'node:util'
import {serialize} from 'node:v8'
import fc from 'fast-check'
import '../../core/code/all-grammars.ts'
import {type Analysis, analyse} from '../../core/lint.ts'
import {Memory} from '../../core/memory.ts'
import type {RuleSettings} from '../../core/preset.ts'
import {presets, rules} from '../../index.ts'

/** One change of a text: `at` and `length` as shares of it, so that an edit fits any text. */
export type Edit =
  | {kind: 'replace'; at: number; wholeLine: boolean; length: number; text: string}
  | {kind: 'copy'; from: number; length: number; to: number}
  | {kind: 'undo'; steps: number}
  | {kind: 'swap'; text: string}

const fence = '```'

/** What changes how the lines around it are read. */
const pieces = [
  ...[fence, `${fence}go\n`, `${fence}json metadata\n`, `${fence}markdown\n`, '````\n', '~~~\n', '~~~sql\n'],
  ...['- ', '* ', '+ ', '1. ', '2) ', '10. ', '- [ ] ', '- [x] T001 [P] ', '-', '-\n', '  - ', '    ', '\t', ' \t'],
  ...['> ', '>', '> > ', '>\n', '---\n', '---', '===', '\n===\n', '\n---\n', '***\n', '- - -\n', '-\t'],
  ...['|', '| a | b |\n', '| --- | --- |\n', '|---|---| \n', ':-:|-\n', 'a | b\n', '\\|'],
  ...[
    '<!--',
    '-->',
    '<!-- plan-lint-disable -->',
    '<div>\n',
    '</div>',
    '<?',
    '?>',
    '<![CDATA[',
    ']]>',
    '<pre>',
    '</pre>',
  ],
  ...['\n', '\n\n', '\n\n\n', '\r\n', '\r', ' ', '  ', '  \n', '    code\n', '\n    code\n'],
  ...['# A\n', '## Phase 2: B\n', '###', '#', '**Goal**: x\n', '**Files**\n', 'Status: Draft\n'],
  ...['[a]: /b\n', '[a]: /b\n"title', '[a]:\n', '[a', '[NAME]', 'TBD', 'NEEDS CLARIFICATION', '`', '``', '**'],
  ...[
    'func f() { return 1 }\n',
    'SELECT 1 FROM a;\n',
    '{',
    '}',
    '"',
    'a',
    'word word ',
    'x\ny\n',
    '。',
    '😀',
    '\ufeff',
    '\0',
  ],
  ...['---\nstatus: Draft\n---\n', '---\nplan-lint: {preset: staged}\n---\n', '...\n'],
]

const share = fc.double({min: 0, max: 1, noNaN: true})
const piece = fc.oneof(
  {arbitrary: fc.constantFrom(...pieces), weight: 4},
  {arbitrary: fc.array(fc.constantFrom(...pieces), {minLength: 2, maxLength: 6}).map(each => each.join('')), weight: 1},
)

/** Edits of any text; those of the kinds `copy` and `swap` bring in one of `others`. */
export function editOf(others: readonly string[]): fc.Arbitrary<Edit> {
  const replace = (text: fc.Arbitrary<string>, length: fc.Arbitrary<number>) =>
    fc.record({kind: fc.constant('replace' as const), at: share, wholeLine: fc.boolean(), length, text})
  const few = fc.constantFrom(0.002, 0.005, 0.01, 0.03)
  return fc.oneof(
    {arbitrary: replace(piece, fc.constant(0)), weight: 10},
    {arbitrary: replace(fc.constant(''), few), weight: 5},
    {arbitrary: replace(piece, few), weight: 4},
    {arbitrary: replace(fc.constant(''), fc.double({min: 0, max: 0.6, noNaN: true})), weight: 1},
    {arbitrary: fc.record({kind: fc.constant('copy' as const), from: share, length: few, to: share}), weight: 2},
    {arbitrary: fc.record({kind: fc.constant('undo' as const), steps: fc.integer({min: 1, max: 3})}), weight: 2},
    {arbitrary: fc.constantFrom(...others).map(text => ({kind: 'swap' as const, text})), weight: 1},
  )
}

/** The text after `edit`; `before` holds the texts before, the one to change last. */
export function edited(before: readonly string[], edit: Edit): string {
  const text = before.at(-1) ?? ''
  const place = (part: number) => Math.round(part * text.length)
  if (edit.kind === 'swap') return edit.text
  if (edit.kind === 'undo') return before.at(-1 - edit.steps) ?? text
  if (edit.kind === 'copy') {
    const [from, to] = [place(edit.from), place(edit.to)]
    return text.slice(0, to) + text.slice(from, from + place(edit.length) + 1) + text.slice(to)
  }
  const at = edit.wholeLine ? text.lastIndexOf('\n', place(edit.at)) + 1 : place(edit.at)
  return text.slice(0, at) + edit.text + text.slice(at + (edit.length > 0 ? Math.max(1, place(edit.length)) : 0))
}

const everyRule: RuleSettings = Object.fromEntries(rules.map(({id}) => [id, 'warning']))

/** All of an analysis that anybody can look at. */
function visible({result, plan}: Analysis): unknown {
  const {memory: _memory, chunks: _chunks, ...document} = plan.document
  const {phases, sections, questions, tasks, leftovers, metadata, status} = plan
  return {result, document, phases, sections, questions, tasks, leftovers, metadata, status}
}

function areEqual(one: unknown, other: unknown): boolean {
  // Quick, and never equal by mistake; but equal strings may be written in two ways.
  return serialize(one).equals(serialize(other)) || isDeepStrictEqual(one, other)
}

/** Makes `edits` one after the other; gives the texts up to the first whose analysis is not that of a text never seen. */
export function firstDifference(text: string, edits: readonly Edit[], preset: string): readonly string[] | null {
  const options = {rules, presets, preset, settings: everyRule}
  const memory = new Memory()
  const texts = [text]
  analyse(text, options, memory)
  for (const edit of edits) {
    const next = edited(texts, edit)
    texts.push(next)
    if (!areEqual(visible(analyse(next, options, memory)), visible(analyse(next, options)))) return texts
  }
  return null
}
