import {expect, test} from 'vitest'
import {type FoldingRange, FoldingRangeRequest} from 'vscode-languageserver/node'
import {Client} from './client.ts'
import {openPlan, samples} from './samples.ts'

async function foldsOf(client: Client, text: string): Promise<FoldingRange[]> {
  const uri = await openPlan(client, text)
  return (await client.connection.sendRequest(FoldingRangeRequest.type, {textDocument: {uri}})) ?? []
}

const plan = `---
status: Draft
---

# Plan

<!-- two
lines -->

## Phase 1: A

\`\`\`sh
make
\`\`\`

- one
  - and more
- two


## Phase 2: B
Done.
`

test('sections, fences, comments, lists and front matter fold', async () => {
  const client = await Client.start({capabilities: {textDocument: {foldingRange: {lineFoldingOnly: true}}}})
  expect(await foldsOf(client, plan)).toEqual([
    {startLine: 0, endLine: 2},
    {startLine: 4, endLine: 21},
    {startLine: 6, endLine: 7, kind: 'comment'},
    {startLine: 9, endLine: 17},
    {startLine: 11, endLine: 13},
    {startLine: 15, endLine: 16},
    {startLine: 20, endLine: 21},
  ])
})

test('of more than the editor can take, the outermost are told', async () => {
  const client = await Client.start({capabilities: {textDocument: {foldingRange: {rangeLimit: 3}}}})
  expect((await foldsOf(client, plan)).map(({startLine}) => startLine)).toEqual([0, 4, 6])
})

test('a document that is no plan has no folds of ours', async () => {
  const client = await Client.start()
  const uri = await client.open('# Read me\n\n## Install\n\nRun it.\n')
  expect(await client.connection.sendRequest(FoldingRangeRequest.type, {textDocument: {uri}})).toEqual([])
})

test('whatever the text, folds hide whole lines of it and none begins where another does', async () => {
  const client = await Client.start()
  let count = 0
  for (const [name, text] of Object.entries(samples)) {
    const folds = await foldsOf(client, text)
    const lines = text.split(/\r\n|\r|\n/).length
    expect(
      folds.filter(({startLine, endLine}) => !(0 <= startLine && startLine < endLine && endLine < lines)),
      name,
    ).toEqual([])
    const starts = folds.map(({startLine}) => startLine)
    expect(starts, name).toEqual([...new Set(starts)].sort((a, b) => a - b))
    count += folds.length
  }
  expect(count).toBeGreaterThan(500)
})
