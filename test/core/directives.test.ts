import {describe, expect, test} from 'vitest'
import {directivesOf, Suppression} from '../../core/directives.ts'
import {parseDocument} from '../../core/document.ts'

const read = (text: string) => directivesOf(parseDocument(text))

/** Lines on which a finding of `rule` is kept back. */
function silentLines(text: string, rule = 'one'): number[] {
  const document = parseDocument(text)
  const suppression = new Suppression(document, directivesOf(document))
  const lines = Array.from({length: document.source.lineCount}, (_, index) => index + 1)
  return lines.filter(line => suppression.takes(rule, document.source.lineStart(line)))
}

describe('a comment is a directive', () => {
  test.each([
    ['<!-- plan-lint preset: staged -->', 'preset', ['staged'], ''],
    ['<!-- plan-lint preset:staged -- it has stages -->', 'preset', ['staged'], 'it has stages'],
    ['<!-- plan-lint-disable -->', 'disable', [], ''],
    ['<!-- plan-lint-disable -- a sketch -->', 'disable', [], 'a sketch'],
    ['<!-- plan-lint-disable one -->', 'disable', ['one'], ''],
    ['<!-- plan-lint-disable one -- a sketch -->', 'disable', ['one'], 'a sketch'],
    ['<!-- plan-lint-disable one, two three -->', 'disable', ['one', 'two', 'three'], ''],
    ['<!-- plan-lint-enable one -->', 'enable', ['one'], ''],
    ['<!-- plan-lint-disable-line one -- so be it -->', 'disable-line', ['one'], 'so be it'],
    ['<!-- plan-lint-disable-next-line one -->', 'disable-next-line', ['one'], ''],
    ['<!-- plan-lint-disable-file one -- all of it -->', 'disable-file', ['one'], 'all of it'],
    ['<!--plan-lint-disable one-->', 'disable', ['one'], ''],
    ['<!--\nplan-lint-disable\n  one\n  two\n-- a -- b\n-->', 'disable', ['one', 'two'], 'a -- b'],
  ])('%j', (text, kind, names, reason) => {
    expect(read(`text\n\n${text}\n`)).toMatchObject([{kind, names, reason, start: 6, end: 6 + text.length}])
  })

  test('with the place of each name', () => {
    const text = '<!-- plan-lint-disable one,  two -- one -->'
    const [directive] = read(text)
    expect(directive?.nameRanges.map(({start, end}) => text.slice(start, end))).toEqual(['one', 'two'])
    expect(directive?.nameRanges[0]?.start).toBe(text.indexOf('one'))
  })

  test('wherever prose stands', () => {
    const text = [
      '# One <!-- plan-lint-disable-line a -->',
      '- item <!-- plan-lint-disable-line b -->',
      '> <!-- plan-lint-disable-line c -->',
      '',
      '| a |',
      '|---|',
      '| b <!-- plan-lint-disable-line d --> |',
    ].join('\n')
    expect(read(text).flatMap(({names}) => names)).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('no directive', () => {
  test.each([
    '<!-- plan-lint is what we use -->',
    '<!-- plan-linted-disable one -->',
    '<!-- markdownlint-disable one -->',
    '<!-- see plan-lint-disable one -->',
    'plan-lint-disable one',
    '```html\n<!-- plan-lint-disable one -->\n```',
    '    <!-- plan-lint-disable one -->',
    'Write `<!-- plan-lint-disable one -->` above it.',
    '<!-- plan-lint-disable one',
  ])('%j', text => {
    expect(read(text)).toEqual([])
  })
})

describe('front matter names the preset', () => {
  test.each([
    '---\nplan-lint: {preset: staged}\n---\n',
    '---\nplan-lint: { preset: "staged" }\n---\n',
    "---\ntitle: Store\nplan-lint: {rules: off, preset: 'staged'}\n---\n",
    '---\nplan-lint:\n  preset: staged\n---\n',
    '---\nplan-lint:\n  # ours\n  preset: staged\ntitle: Store\n---\n',
  ])('%j', text => {
    const [directive, ...others] = read(`${text}\n# Plan\n`)
    expect(directive).toMatchObject({kind: 'preset', names: ['staged']})
    expect(others).toEqual([])
    expect(directive?.nameRanges.map(({start, end}) => text.slice(start, end))).toEqual(['staged'])
  })

  test('before the comments', () => {
    const text = '---\nplan-lint: {preset: staged}\n---\n<!-- plan-lint preset: phased -->\n'
    expect(read(text).map(({names}) => names[0])).toEqual(['staged', 'phased'])
  })

  test.each([
    '---\npreset: staged\n---\n',
    '---\nplan-lint: staged\n---\n',
    '---\nother:\n  plan-lint: {preset: staged}\n---\n',
    '---\nplan-lint:\npreset: staged\n---\n',
    `---\nplan-lint:\n${'  other: x\n'.repeat(1000)}---\n`,
    'plan-lint: {preset: staged}\n',
  ])('but not by %j', text => {
    expect(read(`${text}\n# Plan\n`)).toEqual([])
  })
})

describe('a directive keeps findings back', () => {
  test.each([
    ['on its line', 'a\nb <!-- plan-lint-disable-line one -->\nc', [2]],
    ['on the next line', 'a\n\n<!-- plan-lint-disable-next-line one -->\nb\nc', [4]],
    ['on the next line with words', '<!-- plan-lint-disable-next-line one -->\n\n\nb\nc', [4]],
    ['on the line after all of it', '<!-- plan-lint-disable-next-line\none\n-->\nb\nc', [4]],
    ['from there on', 'a\n\n<!-- plan-lint-disable one -->\nb\nc', [3, 4, 5]],
    ['until enabled', '<!-- plan-lint-disable one -->\n\na\n\n<!-- plan-lint-enable one -->\n\nb', [1, 2, 3, 4]],
    ['until all is enabled', '<!-- plan-lint-disable one -->\n\na\n\n<!-- plan-lint-enable -->\n\nb', [1, 2, 3, 4]],
    [
      'again',
      '<!-- plan-lint-disable one -->\n\n<!-- plan-lint-enable one -->\n\n<!-- plan-lint-disable -->\n\nb',
      [1, 2, 5, 6, 7],
    ],
    ['in the whole file, even before', 'a\nb\n\n<!-- plan-lint-disable-file one -->', [1, 2, 3, 4]],
    ['of all rules', 'a <!-- plan-lint-disable-line -->\nb', [1]],
    ['of a rule by its name in other hosts', 'a <!-- plan-lint-disable-line plan-one -->\nb', [1]],
    ['of several rules', 'a <!-- plan-lint-disable-line two, one -->\nb', [1]],
    ['of other rules only', 'a <!-- plan-lint-disable-line two -->\n\n<!-- plan-lint-disable-file three -->', []],
    ['whatever the preset', '<!-- plan-lint preset: one -->\n\na', []],
  ])('%s', (_, text, lines) => {
    expect(silentLines(text)).toEqual(lines)
  })
})
