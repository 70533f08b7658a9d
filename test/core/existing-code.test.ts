import {describe, expect, test} from 'vitest'
import {lint} from '../../index.ts'

function isTold(introduction: string, firstLine: string): boolean {
  const plan = [
    '# Session Store Plan',
    '## Phase 1: Store',
    introduction,
    `\`\`\`go\n${firstLine}\nfunc Size() int {\n\treturn 1\n}\n\`\`\``,
  ].join('\n\n')
  return lint(plan, {preset: 'go-phased'}).findings.some(({rule}) => rule === 'no-function-bodies')
}

describe('a block shows existing code', () => {
  test.each([
    'Before:',
    '**Current**:',
    'Existing code:',
    'Remove this function:',
    'Replace:',
    'From:',
    'Old (before):',
    '**KEEP** `Store.Size()` (lines 12-14):',
    'Preserve `Size` as it is:',
    'Unchanged:',
  ])('after "%s"', introduction => expect(isTold(introduction, '')).toBe(false))

  test.each([
    '// Before',
    '// BEFORE:',
    '// Old implementation',
    '// Remove this',
    '// To be deleted',
    '// KEEP - called by the reaper',
    '// Keep as is',
    '// Unchanged',
  ])('that begins with "%s"', line => expect(isTold('', line)).toBe(false))
})

describe('a block shows code to come', () => {
  test.each([
    'After:',
    'Delete stale items:',
    'Replace it with:',
    'Remove expired sessions when asked:',
    'Keep the order of sessions:',
    'Preserve it in the store:',
  ])('after "%s"', introduction => expect(isTold(introduction, '')).toBe(true))

  test.each([
    '// Delete removes a session',
    '// Removes what is old',
    '// Replace swaps two sessions',
    '// Keep track of sessions',
    '// Keep-alive of a session',
  ])('that begins with "%s"', line => expect(isTold('', line)).toBe(true))
})
