import {describe, expect, test} from 'vitest'
import {codeSpansIn, parseDocument} from '../../core/document.ts'
import type {Range} from '../../core/finding.ts'

const words = (text: string, ranges: readonly Range[]) => ranges.map(({start, end}) => text.slice(start, end))

const headingsOf = (text: string) => {
  const {headings} = parseDocument(text)
  return words(
    text,
    headings.map(({title}) => title),
  )
}

describe('above a line of hyphens stands a heading', () => {
  test.each(['Store\n---\n', '**Store**\n---\n', 'The store of the plan\n-\n'])('%j', text => {
    expect(headingsOf(text)).toHaveLength(1)
  })

  test.each([
    ['unless it is a label', '**Checkpoint**: done\n---\n'],
    ['unless it is a label with the colon inside', '**Checkpoint:** done\n---\n'],
    ['unless it is a sentence', 'The store is done.\n---\n'],
    ['unless it has two lines', 'The store\nand the cache\n---\n'],
  ])('%s', (_, text) => {
    expect(headingsOf(text)).toEqual([])
    expect(parseDocument(text).lines[0]).toMatchObject({start: 0})
  })

  test('above a line of equals signs always', () => {
    expect(headingsOf('The store is done.\n===\n')).toEqual(['The store is done.'])
  })
})

describe('after two number signs stands a heading', () => {
  test.each([
    '## **Checkpoint**: done',
    '## **Phase 1**: Ships can dock at night',
    '## Checkpoint: ships can dock at night',
    '### **Checkpoint**: ships can dock at night',
  ])('%j', text => {
    expect(headingsOf(text)).toHaveLength(1)
  })

  test.each([
    ['unless a formatter made it of a label and its sentence', '## **Checkpoint**: ships can dock at night'],
    ['unless the colon of such a label is inside', '## **Checkpoint:** ships can dock at night'],
    ['unless its sentence has no blanks', '## **检查点**：夜里所有的船都可以靠岸'],
  ])('%s', (_, text) => {
    expect(headingsOf(text)).toEqual([])
    expect(parseDocument(text).labels).toHaveLength(1)
  })
})

describe('front matter', () => {
  test.each([
    ['---\ntitle: A\n---\n# B\n', 'title: A\n'],
    ['---\ntitle: A\n...\n# B\n', 'title: A\n'],
    ['---  \n---\n# B\n', ''],
  ])('%j', (text, yaml) => {
    const {frontMatter} = parseDocument(text)
    expect(frontMatter && text.slice(frontMatter.start, frontMatter.end)).toBe(yaml)
    expect(headingsOf(text)).toEqual(['B'])
  })

  test.each([
    '---\ntitle: A\n\n# B\n',
    '\n---\ntitle: A\n---\n\n# B\n',
    ' ---\ntitle: A\n---\n\n# B\n',
    '----\na\n---\n# B\n',
  ])('is none in %j', text => {
    expect(parseDocument(text).frontMatter).toBeNull()
    expect(headingsOf(text)).toContain('B')
  })
})

test('what opens a comment in code hides none behind it', () => {
  const text = 'Write `<!--` to open one.\n\n```\n<!--\n```\n\n<!-- a -->\n'
  expect(words(text, parseDocument(text).comments)).toEqual(['<!-- a -->'])
})

test('comments stand in blocks and in lines, not in code', () => {
  const text = '<!-- a -->\n\n# T <!-- b -->\n\n- c <!-- d\ne -->\n\n`<!-- no -->`\n\n```\n<!-- no -->\n```\n\n<!-- f'
  expect(words(text, parseDocument(text).comments)).toEqual(['<!-- a -->', '<!-- b -->', '<!-- d\ne -->', '<!-- f'])
})

test.each([
  ['a `b` c', ['`b`']],
  ['`a`b`c`', ['`a`', '`c`']],
  ['``a`b`` `c', ['``a`b``']],
  ['`a ``b` c', ['`a ``b`']],
  ['\\`a` b`', ['` b`']],
  ['`a\\` b`', ['`a\\`']],
  ['`a\nb`', ['`a\nb`']],
  ['no ``` end', []],
])('code spans of %j', (text, spans) => {
  expect(words(text, codeSpansIn(text, {start: 0, end: text.length}))).toEqual(spans)
})

test('lines of prose leave out indentation, list and quote marks and boxes', () => {
  const text = '# T\n\na\n  b\n\n- [ ] c\n  d\n\n  1. e\n\n> f\n> g\n\n| h |\n|---|\n'
  const {lines} = parseDocument(text)
  expect(
    lines.map(({start, end, depth, first}) => `${text.slice(start, end)} ${depth}${first ? ' first' : ''}`),
  ).toEqual(['a 0 first', 'b 0', 'c 1 first', 'd 1', 'e 2 first', 'f 0 first', 'g 0'])
})
