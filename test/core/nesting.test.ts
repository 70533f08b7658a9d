import {describe, expect, test} from 'vitest'
import {parseMarkdown} from '../../core/markdown.ts'

const itemsOf = (text: string) => parseMarkdown(text).items

describe('lists that open on one line', () => {
  test('nest as deep as anybody nests', () => {
    expect(itemsOf(`${'- '.repeat(20)}one\n`).at(-1)).toMatchObject({depth: 20, start: 38})
    expect(itemsOf(`${'> - 1. '.repeat(10)}one\n`).at(-1)).toMatchObject({depth: 20, start: 67})
  })

  test.each(['- ', '1. ', '> ', '>', '> - ', '- [ ] '])('take no time beyond: %j', marks => {
    const text = `${marks.repeat(50_000)}one\n\n# Two\n`
    const {items, blocks} = parseMarkdown(text)
    expect(items.length).toBeLessThanOrEqual(100)
    expect(blocks.at(-1)).toMatchObject({kind: 'heading', start: text.indexOf('# Two')})
  })

  test('are none behind the indentation of hundreds', () => {
    const items = itemsOf(Array.from({length: 500}, (_, index) => `${'  '.repeat(index)}- one\n`).join(''))
    expect(items).toHaveLength(200)
  })

  test('are none in a long rule', () => {
    expect(parseMarkdown(`${'- '.repeat(300)}\n`)).toMatchObject({blocks: [{kind: 'rule'}], items: []})
  })
})
