import {applyEdits} from '../core/fixes.ts'
import type {RuleSettings} from '../core/preset.ts'
import {SourceText} from '../core/text.ts'
import {compareFindings, type Edit, type Finding, lint, type Range, rules} from '../index.ts'
import {rulePage} from './rule-page.ts'
import {workspaceOf} from './workspace-of.ts'

/** Every rule on, with the options that let it find most. */
const strict: RuleSettings = Object.fromEntries(
  rules.map(({id, options}) => [id, ['error', 'allowElided' in options ? {allowElided: false} : {}]] as const),
)

/** All files that pages of rules show. */
const workspace = workspaceOf(
  Object.assign({}, ...rules.flatMap(({id}) => rulePage(id).examples.map(({repository}) => repository ?? {}))),
)

/** What every rule together finds in `text`. */
export function findAll(text: string, preset: string): Finding[] {
  return lint(text, {preset, rules: strict, workspace}).findings
}

/** What is wrong with the findings in `text`, whatever the text is; nothing where all that is promised of them holds. */
export function* lintFaults(text: string, preset: string): Generator<string> {
  const findings = findAll(text, preset)
  for (const finding of findings) yield* faultsOf(finding, text)
  const isSorted = findings.every(
    (finding, index) => index === 0 || compareFindings(findings[index - 1] as Finding, finding) <= 0,
  )
  if (!isSorted) yield 'the findings are out of order'
  if (JSON.stringify(findAll(text, preset)) !== JSON.stringify(findings)) yield 'the same text has other findings now'

  const plain = text.replace(/\r\n?/g, '\n')
  const expected = byPlace(plain === text ? findings : findAll(plain, preset), plain)
  for (const lineBreak of ['\r\n', '\r']) {
    const other = plain.replaceAll('\n', lineBreak)
    const found = byPlace(findAll(other, preset), other)
    const at = [...found.keys(), expected.length - 1].find(index => found[index] !== expected[index])
    if (at === undefined) continue
    yield `with ${JSON.stringify(lineBreak)} for a line break: ${found[at] ?? 'nothing'}, else ${expected[at] ?? 'nothing'}`
  }
}

const leftovers = new Set(rules.filter(({group}) => group === 'leftovers').map(({id}) => id))

/** What is wrong with a finding, of whatever rule. */
function* faultsOf(finding: Finding, text: string): Generator<string> {
  const {rule, start, end, message, data, related = [], fix = [], suggestions = []} = finding
  const told = `${rule} at ${start}-${end}`
  if (![finding, ...related].every(range => isInside(range, text))) yield `${told}: a range outside the text`
  if (!/^\S.*$/.test(message) || /[\n\r]/.test(message)) yield `${told}: a message that is not one line`
  for (const edits of [fix, ...suggestions.map(suggestion => suggestion.edits)]) {
    if (!canBeMade(edits, text)) yield `${told}: edits outside the text, or overlapping`
  }
  if (leftovers.has(rule) && data.text !== text.slice(start, end).replace(/\s+/g, ' ')) {
    yield `${told}: data.text "${data.text}" is not what stands there`
  }
}

function isInside({start, end}: Range, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length
}

function canBeMade(edits: readonly Edit[], text: string): boolean {
  try {
    return typeof applyEdits(text, edits) === 'string'
  } catch {
    return false
  }
}

/** Findings by line and column, which no choice of line breaks changes. */
function byPlace(findings: readonly Finding[], text: string): string[] {
  const source = new SourceText(text)
  const place = (offset: number) => {
    const {line, column} = source.positionAt(offset)
    return `${line}:${column}`
  }
  return findings.map(({rule, message, start, end, data, related = []}) =>
    JSON.stringify([place(start), place(end), rule, message, data, related.map(other => place(other.start))]),
  )
}
