import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {globSync} from 'tinyglobby'
import {describe, expect, test} from 'vitest'
import {fixRounds} from '../core/fixes.ts'
import {applyEdits, applyFixes, type Finding, fixUntilStable, lint, presets, rules} from '../index.ts'
import {fixFaults} from './fix-faults.ts'
import {oddTexts, plans} from './plan-texts.ts'
import {rulePage} from './rule-page.ts'

const findingsIn = (preset: string) => (text: string) => lint(text, {preset}).findings

function expectStable(text: string, preset: string): void {
  expect([...fixFaults(text, preset)], text).toEqual([])
}

const runs = {seed: 20_260_228, numRuns: 200}

describe('fixing until nothing fixable is left', () => {
  test.each(Object.entries(plans))('%s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, ([text, preset]) => expectStable(text, preset)),
      runs,
    )
  })

  test.each(Object.entries(oddTexts))('%s', (_, text) => {
    for (const {id} of presets) expectStable(text, id)
  })

  const fixtures = join(import.meta.dirname, '../fixtures')
  test.each(globSync('*/*.md', {cwd: fixtures}))('%s', file => {
    const text = readFileSync(join(fixtures, file), 'utf8')
    const find = findingsIn('auto')
    const {text: fixed} = fixUntilStable(text, find)
    expect(find(fixed).filter(({fix}) => fix)).toEqual([])
  })
})

test('phases are numbered to the end, however many carry the same number', () => {
  const phases = (numberOf: (index: number) => number) =>
    Array.from({length: 40}, (_, index) => `## Phase ${numberOf(index)}: Part\n\nWords.\n`).join('\n')
  const {text} = fixUntilStable(
    phases(() => 1),
    findingsIn('plan'),
  )
  expect(text).toBe(phases(index => index + 1))
})

test.each([
  ['Phase 2 comes first.', 'is not fixed'],
  ['Do phases 1, 2 and 3 together.', 'is not fixed'],
  ['PHASES 1-2 are done.', 'is not fixed'],
  ['Phase 2.1 is done.', 'is not fixed'],
  ['Phase 2a is done.', 'is fixed'],
  ['Phases 1 and 2b are done.', 'is fixed'],
  ['Phase 12 is done.', 'is fixed'],
  ['Step 2 is done.', 'is fixed'],
])('where the text says "%s", a second phase 2 %s', (words, outcome) => {
  const text = `# Plan\n\n## Phase 1: A\n\n${words}\n\n## Phase 2: B\n\n## Phase 2: C\n`
  const [fault] = findingsIn('plan')(text).filter(({rule}) => rule === 'phase-numbering')
  const edits = [{start: text.lastIndexOf('2'), end: text.lastIndexOf('2') + 1, text: '3'}]
  if (outcome === 'is fixed') expect(fault).toMatchObject({fix: edits})
  else expect(fault).toMatchObject({suggestions: [{edits}]})
})

test('phases that share their numbers take one round, not one for each of them', () => {
  const text = [1, 1, 2, 2, 2, 3].map(number => `## Phase ${number}: Part\n\nWords.\n`).join('\n')
  const rounds = [...fixRounds(text, findingsIn('plan'))]
  expect(rounds.map(({text}) => text.match(/(?<=Phase )\d/g)?.join(' '))).toEqual(['1 2 3 4 5 6'])
})

test.each(['<!-- to do', '   <!-- to do\n\n', '<?php', '<![CDATA[', '<!DOCTYPE', '<script>\n', '<pre>\n\n<div>\n'])(
  'no heading is offered where it would not be read as one: behind %j',
  opening => {
    const text = `# Feature\n\nText.\n\n${opening}`
    const told = (words: string) => findingsIn('spec-kit')(words).filter(({rule}) => rule === 'required-sections')
    expect(told(text).flatMap(({suggestions = []}) => suggestions)).toEqual([])
    expect(told(`${text}\n\n</script></pre>-->?>]]>\n`).flatMap(({suggestions = []}) => suggestions)).not.toEqual([])
  },
)

describe('the form of the file', () => {
  const plan = '# Plan: Tide gauge\n\n## Phase 1: Read\n\nRead it.\n\n## Phase 1: Show\n\nShow it.\n\n```sh\nmake test'
  const fixed =
    '# Plan: Tide gauge\n\n## Phase 1: Read\n\nRead it.\n\n## Phase 2: Show\n\nShow it.\n\n```sh\nmake test\n```'

  test.each([
    ['line feeds', (text: string) => text],
    ['carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['a final newline', (text: string) => `${text}\n`],
  ])('keeps %s', (_, form) => {
    expect(fixUntilStable(form(plan), findingsIn('plan'))).toEqual({text: form(fixed), fixed: 2})
  })
})

describe('edits', () => {
  test('are made from first to last, whatever their order', () => {
    const edits = [
      {start: 4, end: 5, text: 'E'},
      {start: 0, end: 0, text: '>'},
    ]
    expect(applyEdits('abcdef', edits)).toBe('>abcdEf')
  })

  test.each([
    [
      'overlapping',
      [
        {start: 0, end: 2, text: ''},
        {start: 1, end: 3, text: ''},
      ],
    ],
    ['outside the text', [{start: 2, end: 9, text: ''}]],
    ['turned round', [{start: 2, end: 1, text: ''}]],
  ])('that are %s are refused', (_, edits) => {
    expect(() => applyEdits('abcdef', edits)).toThrow(RangeError)
  })

  test('of two fixes that touch one another the first is made', () => {
    const finding = {rule: 'x', severity: 'error', message: 'x', data: {}, url: ''} as const
    const findings: Finding[] = [
      {...finding, start: 2, end: 4, fix: [{start: 2, end: 4, text: 'X'}]},
      {...finding, start: 3, end: 5, fix: [{start: 3, end: 5, text: 'Y'}]},
      {...finding, start: 6, end: 7, fix: [{start: 6, end: 7, text: 'Z'}]},
    ]
    expect(applyFixes('abcdefgh', findings)).toEqual({text: 'abXefZh', fixed: 2})
  })
})

test('the rules that say they are fixable are those that bring fixes', () => {
  const folder = join(import.meta.dirname, '../fixtures')
  const fixtures = globSync('*/*.md', {cwd: folder, absolute: true}).map(file => readFileSync(file, 'utf8'))
  const pages = rules.flatMap(({id}) => rulePage(id).examples.map(({plan, preset}) => [plan, preset] as const))
  const found = [...fixtures.map(text => [text, 'auto'] as const), ...pages].flatMap(
    ([text, preset]) =>
      lint(text, {preset, rules: Object.fromEntries(rules.map(({id}) => [id, 'error' as const]))}).findings,
  )
  const fixed = new Set(found.filter(({fix}) => fix).map(({rule}) => rule))
  expect([...fixed].sort()).toEqual(rules.filter(({fixable}) => fixable).map(({id}) => id))
})
