import {describe, expect, test} from 'vitest'
import {checkValue, enumMember, holdsLineReference, holdsPath} from '../../core/values.ts'

describe('a date', () => {
  test.each([
    '2026-01-31',
    '2024-02-29',
    '2026-04-04T01:28:16+02:00',
    '2026-01-31 (first draft)',
    '2026-01-31, revised in May',
  ])('may be %s', value => {
    expect(checkValue(value, {type: 'date'})).toBeNull()
  })

  test.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-04-31'])('%s does not exist', value => {
    expect(checkValue(value, {type: 'date'})).toEqual({expected: 'a day that exists'})
  })

  test.each([
    ['Jan 5, 2026', '2026-01-05'],
    ['January 5th, 2026', '2026-01-05'],
    ['Sept. 30 2026', '2026-09-30'],
    ['5 May 2026', '2026-05-05'],
    ['1st of May 2026', null],
    ['22nd Feb. 2026', '2026-02-22'],
    ['2026/1/5', '2026-01-05'],
    ['2026.01.05', '2026-01-05'],
    ['2026. 1. 5.', '2026-01-05'],
    ['2026-1-5', '2026-01-05'],
    ['2025년 11월 3일', '2025-11-03'],
    ['2025年11月3日', '2025-11-03'],
    ['Feb 30, 2026', null],
    ['2026/13/01', null],
    ['31.1.2026', '2026-01-31'],
    ['Marble 5, 2026', null],
    ['01/02/2026', null],
    ['5.1.2026', null],
    ['May 2026', null],
    ['tomorrow', null],
    ['20260105', null],
  ])('%s is written %s', (value, corrected) => {
    const expected = 'a date such as 2026-01-31'
    expect(checkValue(value, {type: 'date'})).toEqual(corrected ? {expected, corrected} : {expected})
  })
})

describe('a member of an enum', () => {
  const values = ['Draft', 'In Review', 'In Progress', 'Completed', 'Not Started']

  test.each([
    ['Draft', 'Draft'],
    ['draft', 'Draft'],
    ['IN PROGRESS', 'In Progress'],
    ['in-progress', 'In Progress'],
    ['in_progress', 'In Progress'],
    ['In Progress (since May)', 'In Progress'],
    ['In Progress since May', 'In Progress'],
    ['In Review by Ann', 'In Review'],
    ['Draft - only the first two phases', 'Draft'],
    ['Draft — for comments', 'Draft'],
    ['Draft, version 2', 'Draft'],
    ['Draft # for now', 'Draft'],
    ['Completed.', 'Completed'],
    ['✅ Completed', 'Completed'],
    ['Completed ✅', 'Completed'],
    ['⚠️ Not started yet', 'Not Started'],
    ['[Draft]', 'Draft'],
  ])('is in %s', (written, member) => {
    expect(enumMember(written, values)).toBe(member)
    expect(checkValue(written, {type: 'enum', values})).toBeNull()
  })

  test.each(['Ongoing', 'Draftily', 'Draft or In Review', 'Draft/In Review', 'Not', 'Almost completed', '✅'])(
    'is not in %s',
    written => {
      expect(checkValue(written, {type: 'enum', values})).toEqual({
        expected: 'one of Draft, In Review, In Progress, Completed, Not Started',
      })
    },
  )
})

test.each([
  ['complete', 'Completed'],
  ['Aproved', 'Approved'],
  ['In Progess', 'In Progress'],
  ['Completd', 'Completed'],
  ['Compete', null],
  ['Draft or so', null],
  ['A', null],
])('%s is spelt %s', (written, member) => {
  const expected = 'one of Approved, In Progress, Completed'
  const values = ['Approved', 'In Progress', 'Completed']
  expect(checkValue(written, {type: 'enum', values})).toEqual(member ? {expected, corrected: member} : {expected})
})

describe('a path', () => {
  test.each([
    'src/main.ts',
    '`src/main.ts`',
    '/src/main.ts',
    './main',
    '../shared/',
    '~/notes.md',
    'main.go',
    'main.go.',
    'main.go:12-40',
    '.gitignore',
    '.github/workflows/ci.yml',
    'Makefile',
    '`Dockerfile` (new)',
    'src\\main.ts',
    'src/**/*.test.ts',
    'src/{a,b}/index.ts',
    'new: `internal/x.go`, as before',
    '문서/설계.md',
    '`src/main.ts`를 고친다',
    '（src/main.ts）',
    '[main](src/main.ts)',
    'N/A - the component is deleted',
    'None',
    '(none)',
    'no changes',
  ])('may be %s', value => {
    expect(checkValue(value, {type: 'path'})).toBeNull()
  })

  test.each(['the router', 'somewhere in there', 'version 1.2', 'Nonetheless the router', '...', 'main'])(
    'is not in %s',
    value => {
      expect(checkValue(value, {type: 'path'})).toEqual({expected: 'the path of a file'})
      expect(holdsPath(value)).toBe(false)
    },
  )
})

describe('a path with a line', () => {
  test.each([
    'src/main.ts:42',
    '`src/main.ts:42`',
    '`src/main.ts`:42',
    '`main.go:12-40`',
    '`main.go:L12`',
    'src/main.ts#L42-L50',
    'Makefile:7',
    '`src/main.ts` (line 42)',
    '`src/main.ts`, lines 42-50',
    '`src/main.ts` L42',
    'lines 10-20 of `src/main.ts`',
    'line 7 in Makefile',
    '`src/main.ts` 42행',
    '[the loop](src/main.ts#L42)',
    'N/A - found in the logs',
  ])('may be %s', value => {
    expect(checkValue(value, {type: 'path-line'})).toBeNull()
  })

  test.each(['src/main.ts', '`main.go`', 'line 42', 'at 10:30', 'the router', 'src/main.ts and 3 others', 'v1:2'])(
    'is not in %s',
    value => {
      expect(checkValue(value, {type: 'path-line'})).toEqual({
        expected: 'a path with a line, such as src/main.ts:42',
      })
      expect(holdsLineReference(value)).toBe(false)
    },
  )
})

describe('a link', () => {
  test.each([
    ['[spec](spec.md)', true, true],
    ['[the spec][spec]', true, true],
    ['[[spec]]', true, true],
    ['<https://example.org/spec>', true, true],
    ['www.example.org', true, true],
    ['`specs/001/spec.md`', false, true],
    ['spec.md', false, true],
    ['None - there was no spec', true, true],
    ['the usual one', false, false],
    ['[x] the usual one', false, false],
    ['001-retries', false, false],
  ])('%s: link %s, reference %s', (value, isLink, isReference) => {
    expect(checkValue(value, {type: 'link'})).toEqual(isLink ? null : {expected: 'a link'})
    expect(checkValue(value, {type: 'reference'})).toEqual(isReference ? null : {expected: 'a link or a path'})
  })
})

test('text may be anything', () => {
  expect(checkValue('…', {type: 'text'})).toBeNull()
  expect(checkValue('…', {})).toBeNull()
})
