import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {placeOf} from '../../core/place.ts'
import {SourceText} from '../../core/text.ts'

describe('lines', () => {
  test.each([
    ['', ['']],
    ['a', ['a']],
    ['a\n', ['a', '']],
    ['a\nb', ['a', 'b']],
    ['a\r\nb\r\n', ['a', 'b', '']],
    ['a\rb\r', ['a', 'b', '']],
    ['a\n\rb', ['a', '', 'b']],
    ['\r\n\n\r', ['', '', '', '']],
    ['a\u2028b\fc', ['a\u2028b\fc']],
    ['\uFEFFa\nb', ['\uFEFFa', 'b']],
  ])('of %j', (text, lines) => {
    const source = new SourceText(text)
    expect(source.lineCount).toBe(lines.length)
    expect(lines.map((_, index) => source.lineText(index + 1))).toEqual(lines)
  })

  test('beyond the text are empty', () => {
    const source = new SourceText('a\nb')
    expect(source.lineText(0)).toBe('')
    expect(source.lineText(3)).toBe('')
  })
})

describe('an offset stands at', () => {
  test.each([
    ['a\nbc', 0, 1, 1],
    ['a\nbc', 1, 1, 2],
    ['a\nbc', 2, 2, 1],
    ['a\nbc', 4, 2, 3],
    ['a\r\nbc', 1, 1, 2],
    ['a\r\nbc', 2, 1, 3],
    ['a\r\nbc', 3, 2, 1],
    ['a\rbc', 2, 2, 1],
    ['😀b\n한c', 2, 1, 3],
    ['😀b\n한c', 5, 2, 2],
    ['', 0, 1, 1],
    ['a\n', 2, 2, 1],
    ['a\nb', 9, 2, 8],
  ])('%j: %i at %i:%i', (text, offset, line, column) => {
    expect(new SourceText(text).positionAt(offset)).toEqual({line, column})
  })
})

describe('a position stands for', () => {
  test.each([
    ['a\r\nbc', 1, 9, 1],
    ['a\r\nbc', 2, 3, 5],
    ['a\r\nbc', 2, 9, 5],
    ['a\rbc\r', 3, 1, 5],
    ['a\nb', 9, 1, 2],
    ['a\nb', 0, 0, 0],
    ['😀b', 1, 3, 2],
  ])('%j: %i:%i for %i', (text, line, column, offset) => {
    expect(new SourceText(text).offsetAt({line, column})).toBe(offset)
  })
})

describe('of any text', () => {
  const texts = fc.array(fc.constantFrom('a', '😀', '한', '\n', '\r\n', '\r', '\t'), {maxLength: 30})

  test('every offset but the middle of a line break comes back', () => {
    fc.assert(
      fc.property(texts, parts => {
        const text = parts.join('')
        const source = new SourceText(text)
        for (let offset = 0; offset <= text.length; offset++) {
          const inBreak = text[offset - 1] === '\r' && text[offset] === '\n'
          if (!inBreak) expect(source.offsetAt(source.positionAt(offset))).toBe(offset)
        }
      }),
    )
  })

  test('the lines and their breaks make up the text', () => {
    fc.assert(
      fc.property(texts, parts => {
        const text = parts.join('')
        const source = new SourceText(text)
        const lines = Array.from({length: source.lineCount}, (_, index) => index + 1)
        expect(lines.map(line => source.lineText(line))).toEqual(text.split(/\r\n?|\n/))
        expect(lines.map(line => text.slice(source.lineStart(line), source.lineStart(line + 1))).join('')).toBe(text)
      }),
    )
  })
})

test('editors count no column for a byte order mark', () => {
  const source = new SourceText('\uFEFFab\nc')
  expect([0, 1, 2, 4].map(offset => placeOf(source, offset))).toEqual([
    {line: 1, column: 1},
    {line: 1, column: 1},
    {line: 1, column: 2},
    {line: 2, column: 1},
  ])
})
