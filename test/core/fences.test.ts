import {describe, expect, test} from 'vitest'
import {parseDocument} from '../../core/document.ts'
import {blockAroundAll} from '../../core/fences/whole.ts'
import type {Range} from '../../core/finding.ts'

/** What is told of a text's fences, by line, and the headings that are read all the same. */
function reading(text: string) {
  const {source, fenceTroubles, headings, unreadableFrom} = parseDocument(text)
  const line = (place: Range) => source.lineAt(place.start)
  return {
    told: fenceTroubles.map(trouble => {
      const inner = trouble.inner ? ` by ${line(trouble.inner)}` : ''
      const closing = trouble.closing ? ` until ${line(trouble.closing)}` : ''
      return `${trouble.kind} ${line(trouble)}${inner}${closing}`
    }),
    headings: headings.map(({title}) => text.slice(title.start, title.end)),
    unreadable: unreadableFrom === null ? null : source.lineAt(unreadableFrom),
  }
}

describe('fences without fault', () => {
  test.each([
    ['one', '```go\nfunc f()\n```\n\n## B\n'],
    ['with blanks and more marks at the close', '```go\nfunc f()\n`````  \n\n## B\n'],
    ['of tildes around ticks', '~~~\n```go\n## no\n~~~\n\n## B\n'],
    ['of ticks around tildes', '```\n~~~ts\n## no\n```\n\n## B\n'],
    ['longer around shorter', '````markdown\n## no\n```go\nfunc f()\n```\n````\n\n## B\n'],
    ['in an item', '- one\n\n  ```sh\n  make\n  ```\n\n## B\n'],
    ['opened on the line of an item', '- ```sh\n  make\n  ```\n\n## B\n'],
    ['in a quote', '> ```sh\n> make\n> ```\n\n## B\n'],
    ['around a diff of fences', '```diff\n- ```go\n+ ```ts\n```\n\n## B\n'],
    ['around fences in a comment', '```py\ndef f():\n    """\n    ```sh\n    f\n    ```\n    """\n```\n\n## B\n'],
    ['around fences in an indented block', '- one\n\n  ```yaml\n  run:\n      ```sh\n      ```\n  ```\n\n## B\n'],
    ['that is a line of inline code', '```make```\n\n## B\n'],
    ['that shows a document, and a block after it', '```md\n## no\n```\nResult:\n```\n## no\n```\n\n## B\n'],
    ['that shows a document, and a heading alone in another', '```md\n## no\n```\n\nthen\n```\n\n## no\n```\n\n## B\n'],
    ['that shows a document, and more after an empty line', '```md\n## no\n```\n\nthen\n```\n**no**\n```\n\n## B\n'],
  ])('%s', (_, text) => {
    expect(reading(text)).toEqual({told: [], headings: ['B'], unreadable: null})
  })
})

describe('a fence never closed', () => {
  test.each([
    ['before a section', '```go\nfunc f()\n\n## B\n\ntext\n', ['unclosed 1'], ['B']],
    ['before a label', '```go\nfunc f()\n\n**Next**: g\n\n## B\n', ['unclosed 1'], ['B']],
    ['of tildes', '~~~go\nfunc f()\n\n## B\n', ['unclosed 1'], ['B']],
    ['closed by the other mark', '```go\nfunc f()\n~~~\n\n## B\n', ['unclosed 1'], ['B']],
    ['closed by too few marks', '````go\nfunc f()\n```\n\n## B\n', ['unclosed 1'], ['B']],
    ['closed too far to the right', '```go\nfunc f()\n    ```\n\n## B\n', ['unclosed 1'], ['B']],
    ['in an item', '- one\n  ```go\n  func f()\n\n- two\n\n## B\n', ['unclosed 2'], ['B']],
    ['in a quote', '> ```go\n> func f()\n\n## B\n', ['unclosed 1'], ['B']],
    ['before the next one', '```sql\nSELECT 1\n```go\nfunc f()\n```\n\n## B\n', ['unclosed 1 by 3'], ['B']],
    [
      'before a section and the next one',
      '```sql\nSELECT 1\n\n## B\n\n```go\nfunc f()\n```\n\n## C\n',
      ['unclosed 1 by 6'],
      ['B', 'C'],
    ],
    ['twice', '```go\nfunc f()\n\n## B\n\n```sh\nmake\n\n## C\n', ['unclosed 1 by 6', 'unclosed 6'], ['B', 'C']],
  ])('%s', (_, text, told, headings) => {
    expect(reading(text)).toEqual({told, headings, unreadable: null})
  })
})

describe('a fence that a block inside closes', () => {
  test.each([
    [
      'with an info string',
      '```markdown\n## no\n\n```go\nfunc f()\n```\n\n## no\n```\n\n## B\n',
      'too-short 1 by 4 until 9',
    ],
    ['twice', '```md\n```go\nf()\n```\n\n```sh\nmake\n```\n## no\n```\n\n## B\n', 'too-short 1 by 2 until 10'],
    ['of tildes', '~~~md\n~~~go\nf()\n~~~\n## no\n~~~\n\n## B\n', 'too-short 1 by 2 until 6'],
    ['without info string', '```markdown\n## no\n\n```\nf()\n```\n\n## no\n```\n\n## B\n', 'too-short 1 by 4 until 9'],
    ['at its end', '```markdown\n## no\n\n```\nf()\n```\n\n```\n\n## B\n', 'too-short 1 by 4 until 8'],
    [
      'without info string, which the next block shows',
      '```md\n## no\n\n```\nf()\n```\n\ntext\n\n```go\nf()\n```\n\n```\n\n## B\n',
      'too-short 1 by 4 until 14',
    ],
    [
      'though it is no document by name',
      '```\n## no\n```json\n{}\n```\nmore\n```\n\n## B\n',
      'too-short 1 by 3 until 7',
    ],
    [
      'in an item, without info string',
      '```md\n- no\n  ```\n  A=1\n\n  B=2\n  ```\n```\n\n## B\n',
      'too-short 1 by 3 until 8',
    ],
    [
      'long before the line meant to close it',
      '````md\n## no\n```sh\nmake\n```\n````\n\n## no\n\n- no\n\n````\n\n## B\n\n- [ ] b\n\n```sh\nmake\n````\n',
      'too-short 1 by 6 until 12',
    ],
    [
      'long before a line meant to close it, of fewer marks',
      '````md\n## no\n```sh\nmake\n```\n````\n\nno\n\n```\n\n## B\n\n- [ ] b\n\n```sh\nmake\n```\n',
      'too-short 1 by 6',
    ],
    [
      'in a document that its front matter tells',
      '```yaml\n---\nname: no\n---\n\n# No\n\n```sh\nmake\n```\n\n## no\n```\n\n## B\n',
      'too-short 1 by 8 until 13',
    ],
    ['in YAML', '```yaml\nrun:\n  ```sh\n  make\n  ```\n```\n\n## B\n', 'too-short 1 by 3 until 6'],
  ])('%s', (_, text, told) => {
    expect(reading(text)).toEqual({told: [told], headings: ['B'], unreadable: null})
  })
})

describe('a closing fence with an info string', () => {
  test.each([
    ['before a section', '```go\nfunc f()\n```go\n\n## B\n'],
    ['before a label and a block', '```go\nfunc f()\n```text\n\n**Run**: this\n\n```sh\nmake\n```\n\n## B\n'],
  ])('%s', (_, text) => {
    expect(reading(text)).toEqual({told: ['closing-info 3'], headings: ['B'], unreadable: null})
  })
})

describe('a rest that nobody can read', () => {
  test.each([
    ['after a fence open to the end', '# A\n\n```go\nfunc f()\n', ['unclosed 3'], ['A'], 3],
    ['after a fence at the very end', '# A\n\n```', ['unclosed 3'], ['A'], 3],
    ['where # may be a comment', '```sh\nmake\n\n# or a heading\n', ['unclosed 1'], [], 1],
    ['after a document open to the end', '# A\n\n```md\n## B\n\n## C\n', ['unclosed 3'], ['A'], 3],
    ['after a document whose end is unknown', '```md\n## B\n```go\nf()\n```\n\n## C\n', ['too-short 1 by 3'], ['C'], 1],
    ['after an item whose fence is closed outside', '1. one\n   ```go\n   f()\n```\n\n## B\n', ['unclosed 2'], [], 2],
  ])('%s', (_, text, told, headings, unreadable) => {
    expect(reading(text)).toEqual({told, headings, unreadable})
  })
})

test('a trouble stands on the fence line, marks apart', () => {
  const text = '- one\n\n  ~~~~ go  \n  func f()\n'
  const [trouble] = parseDocument(text).fenceTroubles
  expect(trouble).toMatchObject({kind: 'unclosed', marker: '~~~~'})
  expect(text.slice(trouble?.start, trouble?.end).trimEnd()).toBe('~~~~ go')
})

test('the mended reading keeps every offset', () => {
  const text = '```markdown\n```go\nfunc f()\n```\n```\n\n## B\n\n```sh\nmake\n```\n'
  const {fences, headings} = parseDocument(text)
  expect(fences.map(({info}) => text.slice(info.start, info.end))).toEqual(['markdown', 'sh'])
  expect(fences.map(({content}) => text.slice(content.start, content.end))).toEqual(['```go\nfunc f()\n```', 'make'])
  expect(headings).toMatchObject([{start: text.indexOf('## B')}])
})

describe('a block around all of a plan', () => {
  test.each([
    ['', '```markdown\n# A\n\nB.\n```\n'],
    [' named short', '```md\n# A\n```'],
    [' longer than what is in it', '````markdown\n# A\n\n```sh\nmake\n```\n````\n'],
    [
      ' below front matter and a comment',
      '---\ntitle: A\n---\n\n<!-- plan-lint preset: plan -->\n\n```markdown\n# A\n```\n',
    ],
  ])('is one%s', (_, text) => {
    expect(blockAroundAll(parseDocument(text))).toMatchObject({kind: 'fence'})
  })

  test.each([
    ['beside other words', 'As asked:\n\n```markdown\n# A\n```\n'],
    ['above another', '```markdown\n# A\n```\n\n```markdown\n# B\n```\n'],
    ['of code', '```sh\n# make it\nmake\n```\n'],
    ['without a heading', '```markdown\nA list:\n- b\n```\n'],
    ['that is not closed', '```markdown\n# A\n'],
    ['that closes too early', '```markdown\n# A\n\n```sh\nmake\n```\n\n## B\n```\n'],
  ])('is none %s', (_, text) => {
    expect(blockAroundAll(parseDocument(text))).toBeNull()
  })
})
