import {expect, test} from 'vitest'
import {parseMarkdown} from '../../core/markdown.ts'

const cells = (text: string) =>
  parseMarkdown(text).blocks.map(block =>
    block.kind === 'table'
      ? [block.header, ...block.rows].map(row => row.map(({start, end}) => text.slice(start, end)))
      : block.kind,
  )

const table = [
  ['a', 'b'],
  ['c', ''],
]

test.each([
  ['nothing', '| a | b |\n| - | - |\n| c | |\n'],
  ['blanks', '| a | b |  \n| - | - | \n| c | | \t\n'],
  ['blanks after a delimiter row without outer bars', 'a | b\n:- | -:  \n| c | |\n'],
])('a row of a table may end in %s', (_, text) => {
  expect(cells(text)).toEqual([table])
})

test('a long row of bars and blanks takes no time', () => {
  expect(cells(`${'-'.repeat(50_000)}${' |'.repeat(50_000)} x\n`)).toEqual(['paragraph'])
})
