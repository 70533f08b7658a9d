import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {globSync} from 'tinyglobby'
import {describe, expect, test} from 'vitest'
import {applyEdits} from '../core/fixes.ts'
import type {RuleSettings} from '../core/preset.ts'
import {SourceText} from '../core/text.ts'
import {compareFindings, type Edit, type Finding, lint, presets, type Range, rules} from '../index.ts'
import {oddTexts, type Plan, plans} from './plan-texts.ts'
import {rulePage} from './rule-page.ts'

/** Every rule on, with the options that let it find most. */
const strict: RuleSettings = Object.fromEntries(
  rules.map(({id, options}) => [id, ['error', 'allowElided' in options ? {allowElided: false} : {}]] as const),
)

const find = (text: string, preset: string): Finding[] => lint(text, {preset, rules: strict}).findings

function isInside({start, end}: Range, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length
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

function canBeMade(edits: readonly Edit[], text: string): boolean {
  try {
    return typeof applyEdits(text, edits) === 'string'
  } catch {
    return false
  }
}

/** Findings by line and column, which no choice of line breaks changes. */
function byPlace(findings: readonly Finding[], text: string): string {
  const source = new SourceText(text)
  const place = (offset: number) => {
    const {line, column} = source.positionAt(offset)
    return `${line}:${column}`
  }
  const lines = findings.map(({rule, message, start, end, data, related = []}) =>
    JSON.stringify([place(start), place(end), rule, message, data, related.map(other => place(other.start))]),
  )
  return lines.join('\n')
}

function expectInvariants(text: string, preset: string): void {
  const findings = find(text, preset)
  expect(findings.flatMap(finding => [...faultsOf(finding, text)])).toEqual([])
  const isSorted = findings.every(
    (finding, index) => index === 0 || compareFindings(findings[index - 1] as Finding, finding) <= 0,
  )
  expect(isSorted).toBe(true)
  expect(JSON.stringify(find(text, preset))).toBe(JSON.stringify(findings))

  const plain = text.replace(/\r\n?/g, '\n')
  const expected = byPlace(plain === text ? findings : find(plain, preset), plain)
  for (const lineBreak of ['\r\n', '\r']) {
    const other = plain.replaceAll('\n', lineBreak)
    expect(byPlace(find(other, preset), other)).toBe(expected)
  }
}

describe.each(['auto', ...presets.map(({id}) => id)])('preset %s', preset => {
  test.each(Object.entries(oddTexts))('%s', (_, text) => expectInvariants(text, preset))
})

const runs = {seed: 20_260_131, numRuns: 300}

test.each(Object.entries(plans))('%s', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, ([text, preset]) => expectInvariants(text, preset)),
    runs,
  )
})

test('every rule finds something in plans at random', () => {
  const missed = new Set(rules.map(({id}) => id))
  const enough = 5000
  for (const [text, preset] of fc.sample(plans['examples mixed'] as fc.Arbitrary<Plan>, {...runs, numRuns: enough})) {
    if (missed.size === 0) break
    for (const {rule} of find(text, preset)) missed.delete(rule)
  }
  expect([...missed]).toEqual([])
})

const fixtures = join(import.meta.dirname, '../fixtures')
const fixtureTexts = globSync('*/*.md', {cwd: fixtures}).map(file => [
  readFileSync(join(fixtures, file), 'utf8'),
  'auto',
])
const exampleTexts = rules.flatMap(({id}) => rulePage(id).examples.map(({plan, preset}) => [plan, preset]))

test('what a finding suggests does away with it', () => {
  const unsolved: string[] = []
  let tried = 0
  for (const [text = '', preset = 'auto'] of [...fixtureTexts, ...exampleTexts]) {
    const before = find(text, preset)
    for (const {rule, message, suggestions = []} of before) {
      const isIt = (finding: Finding) => finding.rule === rule && finding.message === message
      for (const {title, edits} of suggestions) {
        tried++
        const after = find(applyEdits(text, edits), preset)
        if (after.filter(isIt).length >= before.filter(isIt).length) unsolved.push(`${message}: ${title}`)
      }
    }
  }
  expect(tried).toBeGreaterThan(20)
  expect(unsolved).toEqual([])
})
