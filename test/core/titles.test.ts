import {describe, expect, test} from 'vitest'
import {hasTitleForm} from '../../core/title-forms.ts'
import {matcherOf, plainTitle} from '../../core/titles.ts'

describe('a title matches whatever its dress', () => {
  test.each([
    ['Open Questions', 'Open Questions'],
    ['Open Questions', 'OPEN QUESTIONS'],
    ['Open Questions', 'Open Question'],
    ['Open Questions', 'Open Questions:'],
    ['Open Questions', 'Open  Questions：'],
    ['Open Questions', '3. Open Questions'],
    ['Open Questions', '3.2 Open Questions'],
    ['Open Questions', '3) Open Questions'],
    ['Open Questions', 'A. Open Questions'],
    ['Open Questions', 'IV. Open Questions'],
    ['Open Questions', '§ 4 Open Questions'],
    ['Open Questions', '**Open Questions**'],
    ['Open Questions', '__Open__ `Questions`'],
    ['Open Questions', '❓ Open Questions'],
    ['Open Questions', 'Open Questions ⚠️'],
    ['Open Questions', '[x] Open Questions'],
    ['Open Questions', 'Open Questions ✅ COMPLETE'],
    ['Open Questions', 'Open Questions (Complete)'],
    ['Open Questions', 'Open Questions [IN PROGRESS]'],
    ['Open Questions', 'Open Questions - DONE'],
    ['Open Questions', 'Open Questions (should be empty by now)'],
    ['Open Questions', 'Open Questions: Store'],
    ['Open Questions', 'Open Questions — the store'],
    ['Open Questions', '[Open Questions](#open)'],
    ['Open Questions', 'Open Questions <!-- none yet -->'],
    ['Open Questions', 'Step 4: Open Questions'],
    ["What We're NOT Doing", 'What we’re not doing'],
    ['Errors & Edge Cases', 'Errors and Edge Cases'],
    ['Files to Create/Modify', 'Files to create / modify'],
    ['Non-Goals', 'Non Goals'],
    ['개요', '개요:'],
    ['Scale/Scope', 'Scale/Scope (users)'],
  ])('%s: %s', (title, written) => {
    expect(matcherOf([title]).matches(written)).toBe(true)
  })
})

describe('another title does not match', () => {
  test.each([
    ['Open Questions', 'Questions'],
    ['Open Questions', 'Open Questions and Answers'],
    ['Open Questions', 'Key Open Questions'],
    ['Open Questions', 'Store: Open Questions'],
    ['Testing', 'Testing Strategy'],
    ['API', 'OpenAPI'],
    ['C', 'C++'],
    ['Open Questions', ''],
    ['Open Questions', '✅'],
  ])('%s: %j', (title, written) => {
    expect(matcherOf([title]).matches(written)).toBe(false)
  })
})

describe('… stands for any words or none', () => {
  test.each([
    ['Desired End State After …', 'Desired End State After the Move', true],
    ['Desired End State After …', 'Desired End State After', true],
    ['Desired End State After …', 'Desired End State', false],
    ['Desired End State After …', 'Desired End State Afterwards', false],
    ['… Questions …', 'Some Questions of Mine', true],
    ['… Questions …', 'Questions', true],
    ['… Questions …', 'Questionable', false],
  ])('%s: %s', (title, written, matches) => {
    expect(matcherOf([title]).matches(written)).toBe(matches)
  })
})

describe('{n} stands for a number', () => {
  test.each([
    ['TODO for Stage {n}', 'TODO for Stage 1', true],
    ['TODO for Stage {n}', 'TODO for Stage 12:', true],
    ['TODO for Stage {n}', 'TODO for Stage 2b', true],
    ['TODO for Stage {n}', 'TODO for Stage', false],
    ['TODO for Stage {n}', 'TODO for Stage one', false],
    ['Finding {n}', 'Finding 3: the store is slow', true],
    ['Phase {n} Tests', 'Phase 2 Tests', true],
    ['Phase {n} Tests', 'Phase 2 Test', true],
    ['Phase {n} Tests', 'Phase 2', false],
  ])('%s: %s', (title, written, matches) => {
    expect(matcherOf([title]).matches(written)).toBe(matches)
  })
})

describe('a near miss', () => {
  const matcher = matcherOf(['Desired End State', 'Open Questions', 'Approach', 'Notes', 'Phase {n}'])

  test.each([
    ['Desired End Sate', 'Desired End State'],
    ['Desird End State:', 'Desired End State'],
    ['3. Open Qestions', 'Open Questions'],
    ['Aproach', 'Approach'],
  ])('%s is %s', (written, title) => {
    expect(matcher.near(written)).toBe(title)
  })

  test.each(['Desired End State', 'Desired State', 'Closed Questions', 'Stage', 'Note', 'Nodes X', 'Goals', ''])(
    'is not %j',
    written => {
      expect(matcher.near(written)).toBeNull()
    },
  )
})

test('a list of titles is made ready once', () => {
  const titles = ['Overview']
  expect(matcherOf(titles)).toBe(matcherOf(titles))
})

test.each([
  ['1. **The** `Store` ✅ COMPLETE', 'The Store'],
  ['The [Store](a.md): ', 'The Store'],
  ['Use snake_case and 2 * 3', 'Use snake_case and 2 3'],
  ['2026 Roadmap', '2026 Roadmap'],
  ['I/O', 'I/O'],
  ['Done', 'Done'],
])('the words of %j are %j', (title, words) => {
  expect(plainTitle(title)).toBe(words)
})

describe('the form of a title', () => {
  const forms = ['Implementation Plan: {name}', '{name} Plan']

  test.each([
    'Implementation Plan: Store',
    'implementation plan – Store',
    'Implementation Plan - a: b',
    '# Implementation Plan: Store'.slice(2),
    'The Store Plan',
    'The Store Plan (v2)',
    '**The Store Plan**',
  ])('%s has it', title => {
    expect(hasTitleForm(title, forms)).toBe(true)
  })

  test.each(['Implementation: Plan A', 'Implementation Plan Store', 'Plan', 'The Store Planned', 'The Store'])(
    '%s does not',
    title => {
      expect(hasTitleForm(title, forms)).toBe(false)
    },
  )

  test('asks for a name', () => {
    expect(hasTitleForm('Implementation Plan:', ['Implementation Plan: {name}'])).toBe(false)
  })
})
