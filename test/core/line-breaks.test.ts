import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Finding} from '../../core/finding.ts'
import {plainText} from '../../core/line-breaks.ts'

const finding = (start: number, end: number, more: Partial<Finding> = {}): Finding => ({
  ...{rule: 'r', severity: 'error', message: 'm', data: {}, url: 'u', start, end},
  ...more,
})

test('a text with nothing to take out is the same text', () => {
  expect(plainText('a\nb\n').text).toBe('a\nb\n')
})

test('the mark and every carriage return go', () => {
  expect(plainText('\uFEFFa\r\nb\rc\n').text).toBe('a\nb\nc\n')
})

describe('findings are told of the original', () => {
  test('every stretch of the plain text is where it was', () => {
    const texts = fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r'), {maxLength: 20})
    fc.assert(
      fc.property(texts, fc.boolean(), fc.nat(), fc.nat(), (parts, hasMark, one, other) => {
        const original = (hasMark ? '\uFEFF' : '') + parts.join('')
        const {text, restore, toOriginal, toPlain} = plainText(original)
        expect(toPlain(toOriginal(one % (text.length + 1)))).toBe(one % (text.length + 1))
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b)
        const [told] = restore([finding(start, end)])
        const slice = original.slice(told?.start, told?.end)
        expect(slice.replace(/\r\n?/g, '\n')).toBe(text.slice(start, end))
      }),
    )
  })

  test('the end of a line is before its whole line break', () => {
    expect(plainText('ab\r\nc').restore([finding(0, 2)])).toMatchObject([{start: 0, end: 2}])
    expect(plainText('ab\r\nc').restore([finding(3, 4)])).toMatchObject([{start: 4, end: 5}])
  })

  test('edits and related places move along, and insert the line breaks of the text', () => {
    const edit = {start: 2, end: 3, text: 'x\ny'}
    const moved = {start: 3, end: 4, text: 'x\r\ny'}
    const full = {fix: [edit], suggestions: [{title: 't', edits: [edit]}], related: [{start: 2, end: 3, message: 'm'}]}
    expect(plainText('a\r\nb\r\n').restore([finding(0, 1, full)])).toEqual([
      finding(0, 1, {
        fix: [moved],
        suggestions: [{title: 't', edits: [moved]}],
        related: [{start: 3, end: 4, message: 'm'}],
      }),
    ])
  })
})
