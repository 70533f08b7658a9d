import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {applyEdits} from '../../core/fixes.ts'
import {presetEdits} from '../../hosts/lsp/preset-directive.ts'
import {lint} from '../../index.ts'
import {oddTexts, plans} from '../plan-texts.ts'

function withPreset(text: string, preset: string | null): string {
  return applyEdits(text, presetEdits(text, preset))
}

const named = '<!-- plan-lint preset: staged -->'

describe('a document that names no preset gets a directive', () => {
  test.each([
    ['before the title', '# A\n', `${named}\n\n# A\n`],
    ['below blank lines', '\n\n# A\n', `\n\n${named}\n\n# A\n`],
    ['after front matter', '---\na: 1\n---\n\n# A\n', `---\na: 1\n---\n\n${named}\n\n# A\n`],
    ['right after front matter', '---\na: 1\n---\n# A\n', `---\na: 1\n---\n${named}\n\n# A\n`],
    ['after front matter and nothing', '---\na: 1\n---', `---\na: 1\n---\n${named}\n`],
    ['in an empty text', '', `${named}\n`],
    ['with its own line breaks', '# A\r\n\r\nb\r\n', `${named}\r\n\r\n# A\r\n\r\nb\r\n`],
    ['behind a byte order mark', '\ufeff# A\n', `\ufeff${named}\n\n# A\n`],
  ])('%s', (_, text, expected) => {
    expect(withPreset(text, 'staged')).toBe(expected)
  })
})

describe('what names a preset already is changed', () => {
  test.each([
    ['a comment', '# A\n\n<!-- plan-lint preset: plan -->\n', `# A\n\n${named}\n`],
    ['a comment without a name', '<!-- plan-lint preset: -->\n# A\n', `${named}\n# A\n`],
    ['a comment with two names', '<!-- plan-lint preset: a, b -->\n# A\n', `${named}\n# A\n`],
    [
      'a comment that gives its reason',
      '<!-- plan-lint preset: plan -- ours -->',
      '<!-- plan-lint preset: staged -- ours -->',
    ],
    ['an unknown name', '<!-- plan-lint preset: stagd -->\n', `${named}\n`],
    ['a key in braces', '---\nplan-lint: {preset: "plan"}\n---\n', '---\nplan-lint: {preset: "staged"}\n---\n'],
    ['a key in a block', '---\nplan-lint:\n  preset: plan\n---\n', '---\nplan-lint:\n  preset: staged\n---\n'],
    [
      'two comments',
      `<!-- plan-lint preset: plan -->\n\n# A\n\n<!-- plan-lint preset: phased -->\n\nb\n`,
      `${named}\n\n# A\n\nb\n`,
    ],
    [
      'a key and a comment',
      `---\nplan-lint: {preset: plan}\n---\n${named}\n\n# A\n`,
      '---\nplan-lint: {preset: staged}\n---\n# A\n',
    ],
  ])('%s', (_, text, expected) => {
    expect(withPreset(text, 'staged')).toBe(expected)
  })
})

describe('what names a preset can go', () => {
  test.each([
    ['nothing', '# A\n', '# A\n'],
    ['a comment', `${named}\n\n# A\n`, '# A\n'],
    ['a comment further down', `# A\n\n${named}\n\nb\n`, '# A\n\nb\n'],
    ['a comment right below words', `# A\n${named}\n\nb\n`, '# A\n\nb\n'],
    ['a comment beside words', `# A\n\nb ${named} c\n`, '# A\n\nb  c\n'],
    ['a comment at the end', `# A\n\n${named}`, '# A\n\n'],
    ['front matter that holds nothing else', '---\nplan-lint: {preset: plan}\n---\n\n# A\n', '\n# A\n'],
    ['a key in braces', '---\na: 1\nplan-lint: {preset: plan}\n---\n', '---\na: 1\n---\n'],
    ['a key in braces among others', '---\nplan-lint: {preset: plan, a: 1}\n---\n', '---\nplan-lint: {a: 1}\n---\n'],
    ['a last key in braces', '---\nplan-lint: {a: 1, preset: plan}\n---\n', '---\nplan-lint: {a: 1}\n---\n'],
    ['a key in a block', '---\nplan-lint:\n  preset: plan\nb: 2\n---\n', '---\nb: 2\n---\n'],
    [
      'a key in a block among others',
      '---\r\nplan-lint:\r\n  a: 1\r\n  preset: plan\r\n---\r\n',
      '---\r\nplan-lint:\r\n  a: 1\r\n---\r\n',
    ],
  ])('%s', (_, text, expected) => {
    expect(withPreset(text, null)).toBe(expected)
  })
})

function promise(text: string): void {
  const staged = withPreset(text, 'staged')
  expect(lint(staged)).toMatchObject({preset: 'staged', presetSource: 'directive'})
  expect(withPreset(staged, 'staged')).toBe(staged)
  expect(lint(withPreset(staged, null)).presetSource).not.toBe('directive')
  if (!/plan-lint(?:\s+preset)?\s*:/.test(text)) expect(withPreset(text, null)).toBe(text)
}

test('a comment that another brought to light goes, too', () => {
  promise('- Why?\n<!-- plan-lint preset: phased -->\n    <!-- plan-lint preset: phased -->\n')
})

test.each(Object.entries(oddTexts))('holds for %s', (_, text) => promise(text))

test.each(Object.entries(plans))('holds for %s', (_, plan) => {
  fc.assert(
    fc.property(plan, ([text]) => promise(text)),
    {numRuns: 50},
  )
})
