import {expect, test} from 'vitest'
import {type DocumentSymbol, DocumentSymbolRequest, type SymbolInformation} from 'vscode-languageserver/node'
import {Client} from './client.ts'
import {fixtures, holds, isIn, openPlan, samples} from './samples.ts'

const hierarchical = {textDocument: {documentSymbol: {hierarchicalDocumentSymbolSupport: true}}}

async function symbolsOf(client: Client, text: string): Promise<DocumentSymbol[]> {
  const uri = await openPlan(client, text)
  const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, {textDocument: {uri}})
  return symbols as DocumentSymbol[]
}

/** `name (detail)` line by line, indented as the symbols are nested. */
function shown(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({name, detail, children = []}) => [
    `${indent}${name}${detail ? ` (${detail})` : ''}`,
    ...shown(children, `${indent}  `),
  ])
}

test('the outline shows phases with their tasks, and what is done', async () => {
  const client = await Client.start({capabilities: hierarchical})
  const text = `<!-- plan-lint preset: spec-kit-tasks -->
# Tasks: Ünïcode 😀

## Phase 1: Setup

- [x] T001 Create \`app/\`
- [ ] T002 [P] [US1] Configure it in app.yml
  - with a note

## Phase 2: Polish ✅

### Docs

- [x] T003 Handbook in docs/a.md

## Notes
`
  const symbols = await symbolsOf(client, text)
  expect(shown(symbols)).toEqual([
    'Tasks: Ünïcode 😀',
    '  Phase 1: Setup (1/2)',
    '    T001 Create app/ (done)',
    '    T002 Configure it in app.yml (open, story 1, parallel)',
    '  Phase 2: Polish ✅ (done, 1/1)',
    '    Docs',
    '      T003 Handbook in docs/a.md (done)',
    '  Notes',
  ])
  const task = symbols[0]?.children?.[0]?.children?.[1]
  expect(task).toMatchObject({
    range: {start: {line: 6, character: 0}, end: {line: 7, character: 15}},
    selectionRange: {start: {line: 6, character: 6}, end: {line: 6, character: 10}},
  })
})

test('the outline shows stages, and what the metadata says of them', async () => {
  const client = await Client.start({capabilities: hierarchical})
  const lines = shown(await symbolsOf(client, fixtures['staged/clean.md'] ?? ''))
  expect(lines.slice(0, 5)).toEqual([
    'Implementation Plan: Parcel Tracking',
    '  json metadata',
    '    carrier-poller (completed)',
    '    tracking-page (in-progress)',
    '    delay-mail (not-started)',
  ])
  expect(lines).toContain('    Stage 1: Carrier Poller ✅ COMPLETED (done)')
  expect(lines).toContain('    Stage 2: Tracking Page (In Progress)')
})

test('an editor that knows no nesting gets a list', async () => {
  const client = await Client.start()
  const uri = await openPlan(client, '# Plan\n\n## Phase 1: A\n\n## Phase 2: B\n')
  const list = await client.connection.sendRequest(DocumentSymbolRequest.type, {textDocument: {uri}})
  expect((list as SymbolInformation[]).map(({name, containerName}) => [name, containerName])).toEqual([
    ['Plan', undefined],
    ['Phase 1: A', 'Plan'],
    ['Phase 2: B', 'Plan'],
  ])
})

test('a document that is no plan has no outline', async () => {
  const client = await Client.start({capabilities: hierarchical})
  const uri = await client.open('# Read me\n')
  expect(await client.connection.sendRequest(DocumentSymbolRequest.type, {textDocument: {uri}})).toEqual([])
})

/** What an editor would refuse, or show wrongly. */
function* faultsIn(symbols: readonly DocumentSymbol[], isInText: ReturnType<typeof isIn>): Generator<string> {
  for (const {name, range, selectionRange, children = []} of symbols) {
    if (name.trim() === '' || /[\r\n]/.test(name)) yield `"${name}": no name`
    if (!isInText(range)) yield `"${name}": outside the document`
    if (!holds(range, selectionRange)) yield `"${name}": its name is outside of it`
    for (const child of children) if (!holds(range, child.range)) yield `"${child.name}" is outside of "${name}"`
    yield* faultsIn(children, isInText)
  }
}

test('whatever the text, every symbol has a name, and lies in the document and in the one around it', async () => {
  const client = await Client.start({capabilities: hierarchical})
  let count = 0
  for (const [name, text] of Object.entries(samples)) {
    const symbols = await symbolsOf(client, text)
    expect([...faultsIn(symbols, isIn(text))], name).toEqual([])
    count += symbols.length
  }
  expect(count).toBeGreaterThan(50)
})
