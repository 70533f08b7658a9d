import {describe, expect, test} from 'vitest'
import {parseDocument} from '../../core/document.ts'
import {questionsOf} from '../../core/questions.ts'
import {vocabulary} from '../../presets/vocabulary.ts'

/** Every question of a text, `+` before a resolved one, `-` before an open one. */
function asked(text: string): string[] {
  return questionsOf(parseDocument(text), vocabulary).map(
    question => `${question.resolved ? '+' : '-'} ${question.text}`,
  )
}

const under = (body: string) => asked(`# Plan\n\n## Open Questions\n\n${body}\n\n## Next\n\n- Not asked?\n`)

describe('an open question', () => {
  test.each([
    ['in a list', '- Which store?', 'Which store?'],
    ['that is no question by its mark', '- The store is not chosen', 'The store is not chosen'],
    ['with a box', '- [ ] Which store?', 'Which store?'],
    ['in bold', '- **Store**: which one?', 'Store: which one?'],
    ['numbered', '1. Which store?', 'Which store?'],
    ['with what is known', '- Which store?\n  - SQLite is small\n  - Postgres is known', 'Which store?'],
    ['as a paragraph', 'Which store do we take?', 'Which store do we take?'],
    ['as a paragraph after Q', '**Q1**: name the store.', 'Q1: name the store.'],
    ['as a heading', '### Which store?\n\nSQLite is small.', 'Which store?'],
    ['as a numbered heading', '### 1. The store\n\nSQLite is small.', '1. The store'],
    ['put off', '- Which store? Will be decided later.', 'Which store? Will be decided later.'],
    [
      'resolved later',
      '- Which store? **Resolved**: during implementation',
      'Which store? Resolved: during implementation',
    ],
    ['decided later', '- Which store? Decision: TBD', 'Which store? Decision: TBD'],
    ['answered by nothing', '- Which store?\n  - **Answer**:', 'Which store?'],
    ['pointing to later', '- Which store? → later', 'Which store? → later'],
    ['deferred to nobody', '- Which store? Deferred.', 'Which store? Deferred.'],
    ['about a decision', '- Who makes the decision about the store?', 'Who makes the decision about the store?'],
    ['about None', '- None of the stores locks: which one?', 'None of the stores locks: which one?'],
    [
      'with a word of an answer in bold',
      '- Is the raw or the **resolved** store kept?',
      'Is the raw or the resolved store kept?',
    ],
    ['recommended', '- Which store? Recommendation: SQLite', 'Which store? Recommendation: SQLite'],
    ['about an arrow', '- Does `a -> b` hold?', 'Does a -> b hold?'],
  ])('%s', (_, body, question) => {
    expect(under(body)).toEqual([`- ${question}`])
  })
})

describe('a resolved question', () => {
  test.each([
    ['struck out', '- ~~Which store?~~ SQLite'],
    ['struck out, its box open', '- [ ] ~~Which store?~~ - **Resolved**: SQLite'],
    ['with a checked box', '- [x] Which store?'],
    ['with a check mark', '- ✅ Which store?'],
    ['that says (resolved)', '- Which store? (resolved, see above)'],
    ['with a resolution', '- Which store? **Resolved**: SQLite'],
    ['with a decision', '- Which store? Decision: SQLite'],
    ['with an answer', '- Which store?\n  **Answer:** SQLite'],
    ['decided', '- Which store? Decided - SQLite'],
    ['in bold without a colon', '- Which store? **Resolved** by Kim: SQLite'],
    ['assumed', '- Which store? Working assumption: SQLite'],
    ['leaning', '- Which store? Lean: SQLite'],
    ['with an arrow', '- Which store? → SQLite'],
    ['with an arrow of ASCII', '- Which store? -> SQLite'],
    ['with an answer in an item below', '- Which store?\n  - Small\n  - **Decision**: SQLite'],
    ['with an arrow in an item below', '- Which store?\n  - → SQLite'],
    ['with the answer below its word', '- Which store?\n\n  **Answer**:\n\n  - SQLite'],
    ['deferred with an owner', '- Which store? Deferred, owner: @kim'],
    ['deferred with a date', '- Which store? Deferred to 2026-05-01'],
    ['deferred with a default', '- Which store? Deferred; default SQLite'],
    ['as a paragraph', 'Which store do we take?\n\n**Decision**: SQLite'],
    ['as a heading', '### Which store?\n\n**Answer**: SQLite'],
    ['as a heading that says so', '### 1. Which store? ✅ RESOLVED\n\nSQLite.'],
    ['in Korean', '- 어떤 저장소? 결정: SQLite'],
    ['in Chinese', '- 用哪个存储？决定：SQLite'],
  ])('%s', (_, body) => {
    expect(under(body)).toEqual([expect.stringMatching(/^\+ /)])
  })
})

describe('questions in a table', () => {
  test.each([
    ['open', '| Question |\n|---|\n| Which store? |', ['- Which store?']],
    [
      'by their answer',
      '| # | Question | Answer |\n|---|---|---|\n| 1 | Which store? | SQLite |\n| 2 | Which cache? | |\n| 3 | Which log? | TBD |',
      ['+ Which store?', '- Which cache?', '- Which log?'],
    ],
    [
      'by their status',
      '| Question | Status |\n|---|---|\n| Which store? | Resolved |\n| Which cache? | Open |',
      ['+ Which store?', '- Which cache?'],
    ],
    ['put off', '| Question | Decision |\n|---|---|\n| Which store? | during implementation |', ['- Which store?']],
    [
      'by what is assumed',
      '| Question | 保守預設 / Assumption | Default by |\n|---|---|---|\n| Which store? | SQLite | |\n| Which cache? | | Kim |',
      ['+ Which store?', '- Which cache?'],
    ],
    ['about defaults', '| Defaults | Owner |\n|---|---|\n| The store | Kim |', ['- The store']],
    ['with empty rows', '| Question | Answer |\n|---|---|\n| | |', []],
    ['with none', '| Question | Answer |\n|---|---|\n| None | |', []],
  ])('%s', (_, body, questions) => {
    expect(under(body)).toEqual(questions)
  })
})

describe('no question', () => {
  test.each([
    ['None'],
    ['None.'],
    ['- None'],
    ['*None* - all were answered.'],
    ['N/A'],
    ['No open questions.'],
    ['No open questions remain at this time.'],
    ['All questions have been resolved.'],
    ['없음'],
    ['无'],
    [''],
    ['These came up in the review.'],
    ['### Resolved Questions\n\n- Which store?'],
  ])('%j', body => {
    expect(under(body)).toEqual([])
  })
})

describe('a section of questions', () => {
  test.each([
    '## Open Questions',
    '### 3. Open Questions:',
    '## ❓ Open Questions (should be empty)',
    '## Unresolved Questions',
    '## Outstanding Questions',
    '## Questions for Clarification',
    '## Unknowns to Resolve',
    '## 未解决问题',
    '## 미해결 질문',
    '**Open Questions**:',
  ])('%s', heading => {
    expect(asked(`# Plan\n\n${heading}\n\n- Which store?\n`)).toEqual(['- Which store?'])
  })

  test.each([
    '## Key Questions to Answer',
    '## Resolved Questions',
    '## Open Questions (Resolved)',
    '## Questions Answered',
    '## OpenAPI',
    '**OpenAPI**:',
    '## Questions and Answers',
  ])('is not %s', heading => {
    expect(asked(`# Plan\n\n${heading}\n\n- Which store?\n`)).toEqual([])
  })
})

test('only the outer items are questions', () => {
  expect(under('- Which store?\n  - Is it small?\n- Which cache?\n  1. Is it fast?')).toEqual([
    '- Which store?',
    '- Which cache?',
  ])
})

test('every item is judged by itself', () => {
  expect(under('1. Which store? → SQLite\n2. Which cache?\n\n3. Which log?\n   Decision: none at all')).toEqual([
    '+ Which store? → SQLite',
    '- Which cache?',
    '+ Which log?',
  ])
})

test('sections below have questions of their own', () => {
  const body = '### Store\n\n- Which one?\n\n### Resolved\n\n- Which cache?\n\n### Log\n\n- Which one? → none needed'
  expect(under(body)).toEqual(['- Which one?', '+ Which one? → none needed'])
})

test('nothing is asked in code', () => {
  expect(under('- Which store?\n\n```sh\n# - Which cache?\n```')).toEqual(['- Which store?'])
})

test('a question stands on its words', () => {
  const text = '## Open Questions\n\n- [ ] **Store**: which one?\n  More.\n'
  const [question] = questionsOf(parseDocument(text), vocabulary)
  expect(text.slice(question?.start, question?.end)).toBe('**Store**: which one?')
})
