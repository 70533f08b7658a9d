import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {longestAscending, misplaced, ownHeading} from '../../core/order.ts'
import type {SectionSpec} from '../../core/preset.ts'
import {planOf} from './toy-plan.ts'

const titles = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon']

const specOf = (title: string, more: Partial<SectionSpec> = {}): SectionSpec => ({
  id: title.toLowerCase(),
  title,
  expectation: 'required',
  ...more,
})

/** What has to move in a plan with these sections, and where to. */
function movesIn(sections: readonly string[], specs = titles.map(title => specOf(title))): string[] {
  const plan = planOf(`# Plan\n\n${sections.map(section => `${section}\n\nText.\n`).join('\n')}`, {sections: specs})
  return misplaced(plan.sections, section => ownHeading(section, plan.text)).map(({section, after, before}) =>
    before ? `${section.spec.id} before ${before.spec.id}` : `${section.spec.id} after ${after?.spec.id}`,
  )
}

const headings = (words: string) => words.split(' ').map(word => `## ${word}`)

describe('sections that have to move', () => {
  test.each([
    ['Alpha Beta Gamma Delta Epsilon', []],
    ['Alpha Delta', []],
    ['Other Alpha More Beta', []],
    ['Beta Gamma Delta Epsilon Alpha', ['alpha before beta']],
    ['Epsilon Alpha Beta Gamma Delta', ['epsilon after delta']],
    ['Alpha Delta Beta Gamma Epsilon', ['delta after gamma']],
    ['Beta Alpha Epsilon Delta', ['alpha before beta', 'delta before epsilon']],
    ['Epsilon Delta Gamma Beta Alpha', 4],
  ])('in %s', (words, moves) => {
    const found = movesIn(headings(words))
    if (typeof moves === 'number') expect(found).toHaveLength(moves)
    else expect(found).toEqual(moves)
  })

  test('are told by what stays', () => {
    expect(movesIn(headings('Gamma Beta Alpha Delta'))).toHaveLength(2)
    expect(movesIn(headings('Alpha Gamma Delta Beta'))).toEqual(['beta before gamma'])
  })

  test('are headings of the template', () => {
    const labelled = ['## Beta', '**Alpha**: x', '## Gamma']
    expect(movesIn(labelled)).toEqual([])
    expect(movesIn(['## Second', '## Alpha'], [specOf('Alpha'), specOf('Beta', {aliases: ['Second']})])).toEqual([])
    expect(movesIn(headings('Beta Alpha Beta'))).toEqual([])
  })

  test('are none whose place is free', () => {
    const free = titles.map(title => specOf(title, title === 'Alpha' ? {anywhere: true} : {}))
    expect(movesIn(headings('Beta Alpha Gamma'), free)).toEqual([])
    const repeated = titles.map(title => specOf(title, title === 'Alpha' ? {repeat: {min: 1}} : {}))
    expect(movesIn(headings('Beta Alpha Gamma'), repeated)).toEqual([])
  })

  test('are told whatever their level, number and marks', () => {
    expect(movesIn(['## 1. Beta ✅', '## 2. Alpha:', '### Gamma (done)'])).toHaveLength(1)
  })
})

describe('the longest ascending part', () => {
  const isAscending = (values: readonly number[]) =>
    values.every((value, index) => index === 0 || value > (values[index - 1] as number))

  test('ascends, and no longer one does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 9}), {maxLength: 9}), values => {
        const kept = longestAscending(values)
        const part = values.filter((_, index) => kept.has(index))
        expect(isAscending(part)).toBe(true)
        const subsets = Array.from({length: 2 ** values.length}, (_, bits) =>
          values.filter((__, index) => bits & (2 ** index)),
        )
        const longest = Math.max(...subsets.filter(isAscending).map(({length}) => length))
        expect(part).toHaveLength(longest)
      }),
      {numRuns: 200},
    )
  })
})
