import {describe, expect, test} from 'vitest'
import {languageOf} from '../../core/code/languages.ts'

describe('the language of a fence', () => {
  test.each([
    ['go', 'go'],
    ['Golang', 'go'],
    ['ts', 'typescript'],
    ['TSX', 'typescript'],
    ['ts title="a.ts"', 'typescript'],
    ['```ts title=x', 'typescript'],
    ['typescript:src/a.ts', 'typescript'],
    ['js{1,3}', 'javascript'],
    ['jsx', 'javascript'],
    ['{.python}', 'python'],
    ['{.python .numberLines}', 'python'],
    ['py3', 'python'],
    ['rust,ignore', 'rust'],
    ['language-rs', 'rust'],
    ['java', 'java'],
    ['c', 'c'],
    ['c++', 'cpp'],
    ['C++20', 'cpp'],
    [' cpp showLineNumbers', 'cpp'],
  ])('%s is %s', (info, language) => {
    expect(languageOf(info)).toBe(language)
  })

  test.each([
    '',
    ' ',
    'text',
    'bash',
    'diff',
    'diff-ts',
    'ts diff',
    'json metadata',
    'javascripts',
    'go.mod',
    'cc.x',
    'c#',
    'objective-c',
    'gohtml',
    '[language]',
    '123',
    'constructor',
  ])('%j is none of ours', info => {
    expect(languageOf(info)).toBeNull()
  })

  test('a word that merely holds "diff" says nothing', () => {
    expect(languageOf('ts title="different.ts"')).toBe('typescript')
  })
})
