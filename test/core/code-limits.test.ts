import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import '../../core/code/all-grammars.ts'
import {Code} from '../../core/code/code.ts'
import {functionsIn} from '../../core/code/functions.ts'
import {grammarOf} from '../../core/code/grammars.ts'
import type {Language} from '../../core/code/languages.ts'

const languages: readonly Language[] = ['go', 'typescript', 'javascript', 'python', 'rust', 'java', 'c', 'cpp']

const megabyte = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length))

// JavaScript and C are parsed by the grammars of TypeScript and C++; a megabyte need not be tried twice.
describe.each(languages)('%s', language => {
  test.each(['', ' \n', '\n'.repeat(9), '...', '{', '}', '"', '`', '/*', '\ud800', '\u0000'])('reads %j', code => {
    expect(functionsIn(new Code(code, language))).toEqual([])
  })

  test
    .skipIf(language === 'javascript' || language === 'c')
    .each([
      '{',
      '}',
      '(',
      '<',
      '*',
      '"',
      'a<',
      '/*',
      '{\n',
      '}\n',
      'a<\n',
      '`\n',
      '...\n',
      'func a() {\n',
      'function a() {\n',
      'def a():\n ',
      'f(() => \n',
      'class A {\n',
    ])('gets done with a megabyte of %j', unit => {
    expect(functionsIn(new Code(megabyte(unit), language))).toBeDefined()
  })

  test('places what it finds inside any text', () => {
    const pieces = fc.constantFrom(
      ...'func|function|fn|def|class|a|b|(|)|{|}|:|=>|...|"|\n|\r\n|// x|pass|return 1|😀'.split('|'),
    )
    fc.assert(
      fc.property(fc.array(pieces, {maxLength: 40}), parts => {
        const code = parts.join(' ')
        let from = 0
        for (const {name, nameStart, nameEnd, start, end, bodyStart, bodyEnd, body} of functionsIn(
          new Code(code, language),
        )) {
          expect(code.slice(nameStart, nameEnd)).toBe(name)
          expect(name).not.toBe('')
          expect(start).toBeGreaterThanOrEqual(from)
          expect(nameStart).toBeGreaterThanOrEqual(start)
          expect(end).toBeGreaterThanOrEqual(nameEnd)
          if (body === 'none') expect([bodyStart, bodyEnd]).toEqual([-1, -1])
          else
            expect([nameEnd, bodyStart, bodyEnd, end]).toEqual(
              [nameEnd, bodyStart, bodyEnd, end].toSorted((a, b) => a - b),
            )
          from = start
        }
      }),
      {numRuns: 300},
    )
  })
})

test('a megabyte of functions is read to its end', () => {
  expect(functionsIn(new Code(megabyte('func add() { run() }\n'), 'go'))).toHaveLength(47_620)
})

test('what stands before nonsense is read', () => {
  const code = `func a() { run() }\n${'}\n'.repeat(10_000)}func b() { run() }`
  expect(functionsIn(new Code(code, 'go')).map(({name}) => name)).toEqual(['a'])
})

test('a language without a grammar has no functions', () => {
  expect(functionsIn(new Code('fun a() = 1', 'kotlin' as Language))).toEqual([])
  expect(grammarOf('kotlin' as Language)).toBeUndefined()
})
