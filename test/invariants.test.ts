import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {globSync} from 'tinyglobby'
import {describe, expect, test} from 'vitest'
import {applyEdits} from '../core/fixes.ts'
import {type Finding, presets, rules} from '../index.ts'
import {findAll, lintFaults} from './lint-faults.ts'
import {oddTexts, type Plan, plans} from './plan-texts.ts'
import {rulePage} from './rule-page.ts'

function expectInvariants(text: string, preset: string): void {
  expect([...lintFaults(text, preset)]).toEqual([])
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
    for (const {rule} of findAll(text, preset)) missed.delete(rule)
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
    const before = findAll(text, preset)
    for (const {rule, message, suggestions = []} of before) {
      const isIt = (finding: Finding) => finding.rule === rule && finding.message === message
      for (const {title, edits} of suggestions) {
        tried++
        const after = findAll(applyEdits(text, edits), preset)
        if (after.filter(isIt).length >= before.filter(isIt).length) unsolved.push(`${message}: ${title}`)
      }
    }
  }
  expect(tried).toBeGreaterThan(20)
  expect(unsolved).toEqual([])
})
