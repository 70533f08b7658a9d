import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {globSync} from 'tinyglobby'
import {expect, test} from 'vitest'
import {presets, rules} from '../../index.ts'
import {oddTexts} from '../plan-texts.ts'
import {rulePage} from '../rule-page.ts'
import {editOf, firstDifference} from './edits.ts'

const root = join(import.meta.dirname, '../..')
const fixtures = globSync('fixtures/*/*.md', {cwd: root}).map(file => readFileSync(join(root, file), 'utf8'))
const examples = rules.flatMap(({id}) => rulePage(id).examples.map(({plan}) => plan))
const odd = Object.values(oddTexts).filter(({length}) => length < 2000)
/** Stretches of fixtures, cut anywhere. */
const stretches = fixtures.flatMap(text => [text.slice(300, 1100), text.slice(text.length / 2, text.length / 2 + 700)])

const preset = fc.constantFrom('auto', ...presets.map(({id}) => id))
const editsOfRun = 20

function expectNoDifference(texts: readonly string[], runs: number, seed: number): void {
  const edits = fc.array(editOf(texts), {minLength: editsOfRun, maxLength: editsOfRun, size: 'max'})
  fc.assert(
    fc.property(fc.constantFrom(...texts), edits, preset, (text, edits, id) => {
      expect(firstDifference(text, edits, id)).toBeNull()
    }),
    {numRuns: runs, seed},
  )
}

test.each([1, 2, 3, 4, 5, 6])('after each of 1,500 edits a short text is read as if it were new (%i)', seed => {
  expectNoDifference([...examples, ...odd, ...stretches], 1500 / editsOfRun, seed)
})

test.each([1, 2])('after each of 500 edits a whole plan is read as if it were new (%i)', seed => {
  expectNoDifference(fixtures, 500 / editsOfRun, seed)
})
