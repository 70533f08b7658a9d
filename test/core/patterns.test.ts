import {describe, expect, test} from 'vitest'
import {anyScript, matchesIn} from '../../core/patterns.ts'

describe('an expression for all scripts', () => {
  const characters = Array.from({length: 0x3_00_00}, (_, code) => String.fromCodePoint(code))

  test.each([
    ['[\\p{L}]', ''],
    ['[\\p{N}_]', ''],
    ['[^\\p{L}\\p{N}]', ''],
    ['[\\p{Script=Latin}]', 'i'],
    ['[\\p{Script=Han}x]', 'i'],
    ['[\\p{Extended_Pictographic}]', ''],
    ['^\\w$', 'i'],
    ['^.$', ''],
  ] as const)('%s with the flags "%s" matches the same as it does as it stands', (source, flags) => {
    const pattern = anyScript(source, flags)
    const asItStands = new RegExp(source, `${flags}u`)
    expect(characters.filter(one => pattern.test(one) !== asItStands.test(one))).toEqual([])
  })

  test('finds what it finds at the same places', () => {
    const pattern = anyScript('(?<![\\p{L}])t(\\d)', 'gi')
    const places = (text: string) => pattern.matchesIn(text).map(({index, 1: digit}) => [index, digit])
    expect(places('T1, at2, t3')).toEqual([
      [0, '1'],
      [9, '3'],
    ])
    expect(places('ëT1, T2 💡 t3')).toEqual([
      [5, '2'],
      [11, '3'],
    ])
  })

  test('asks for no set of characters of which nothing is known', () => {
    expect(() => anyScript('[\\p{Script=Thai}]').test('a')).toThrow('What \\p{Script=Thai} has in ASCII is not known.')
  })
})

test.each([/\d/g, /(?<!a)b*/g, /x*/gu, /./gu, /(a)|b/gi])('the matches of %s are those of matchAll', pattern => {
  const seen = (matches: Iterable<RegExpExecArray>) => Array.from(matches, match => [match.index, ...match])
  for (const text of ['', 'a1b22', 'abbb xx', '💡x💡', 'AbaB']) {
    pattern.lastIndex = 3
    expect(seen(matchesIn(text, pattern))).toEqual(seen(text.matchAll(new RegExp(pattern))))
  }
})
