import {describe, expect, test} from 'vitest'
import {commonmarkExamples, type Examples, fixtureExamples, gfmExamples, planExamples} from './examples.ts'
import {knownDifferences} from './known-differences.ts'
import {differences, ourPlaces} from './places.ts'

const sets: Record<string, Examples> = {
  'the examples of CommonMark': commonmarkExamples,
  'the examples of GFM': gfmExamples,
  'our fixtures': fixtureExamples,
  'shapes of plans': planExamples,
}

/** What differs by name of the example, those without a difference left out. */
function differing(examples: Examples): Record<string, readonly string[]> {
  const found = Object.entries(examples).map(([name, text]) => [name, differences(text)] as const)
  return Object.fromEntries(found.filter(([, differs]) => differs.length > 0))
}

function listed(examples: Examples): Record<string, readonly string[]> {
  const known = Object.entries(knownDifferences).filter(([name]) => name in examples)
  return Object.fromEntries(known.map(([name, {differs}]) => [name, differs]))
}

describe('our parser and remark differ in nothing that is not listed', () => {
  test.each(Object.entries(sets))('%s', (_, examples) => {
    expect(differing(examples)).toEqual(listed(examples))
  })
})

test('every listed difference belongs to an example', () => {
  const names = Object.values(sets).flatMap(Object.keys)
  expect(names).toEqual(expect.arrayContaining(Object.keys(knownDifferences)))
})

test('the examples hold every kind of place, those of GFM its own', () => {
  const found = (examples: Examples) => Object.values(examples).flatMap(ourPlaces).join('\n')
  for (const kind of ['heading', 'fence', 'item', 'numbered item', 'open box', 'checked box', 'table']) {
    expect(found(planExamples)).toMatch(new RegExp(`^${kind} `, 'm'))
    expect(found(fixtureExamples)).toMatch(new RegExp(`^${kind} `, 'm'))
  }
  expect(Object.keys(commonmarkExamples)).toHaveLength(652)
  expect(found(gfmExamples).match(/^table /gm)?.length).toBeGreaterThan(5)
  expect(found(gfmExamples).match(/ box /g)?.length).toBeGreaterThan(5)
})

test.each([
  ['# One\n', '## One\n'],
  ['# One\n', '# Two\n'],
  ['# One\n', '\n# One\n'],
  ['- one\n', '1. one\n'],
  ['- one\n', '- one\n  more\n'],
  ['- [ ] one\n', '- [x] one\n'],
  ['```go\n```\n', '```ts\n```\n'],
  ['```go\n```\n', '```go\n\n```\n'],
  ['| a |\n|---|\n| 1 |\n', '| a |\n|---|\n| 1 | 2 |\n'],
])('%j and %j have different places', (one, other) => {
  expect(ourPlaces(one)).not.toEqual(ourPlaces(other))
})
