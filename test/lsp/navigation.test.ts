import {expect, test} from 'vitest'
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  type Location,
  type LocationLink,
  type Range,
  ReferencesRequest,
} from 'vscode-languageserver/node'
import {SourceText} from '../../core/text.ts'
import {Client} from './client.ts'
import {holds, isIn, openPlan, positionsIn, samples, withCursor} from './samples.ts'

const links = {textDocument: {definition: {linkSupport: true}}}

/** `line: words` of places, lines counted from 1. */
function shown(text: string, ranges: readonly Range[]): string[] {
  const source = new SourceText(text)
  return ranges.map(
    ({start, end}) => `${start.line + 1}: ${source.lineText(start.line + 1).slice(start.character, end.character)}`,
  )
}

/** What the editor is told of the place of the cursor, `‸` in `marked`. */
async function lookUp(marked: string, client: Client): Promise<{definitions: string[]; references: string[]}> {
  const {text, position} = withCursor(marked)
  const uri = await openPlan(client, text)
  const at = {textDocument: {uri}, position}
  const definitions = (await client.connection.sendRequest(DefinitionRequest.type, at)) as Location[]
  const context = {includeDeclaration: false}
  const references = (await client.connection.sendRequest(ReferencesRequest.type, {...at, context})) ?? []
  return {
    definitions: shown(
      text,
      definitions.map(({range}) => range),
    ),
    references: shown(
      text,
      references.map(({range}) => range),
    ),
  }
}

const tasks = `<!-- plan-lint preset: spec-kit-tasks -->
# Tasks: Ünïcode 😀

## Phase 1: Setup

- [ ] T001 Create it
- [ ] T002 😀 Configure it (depends on T001)
- [ ] T003 Run it, after T001-T002

| Task | Waits for |
| --- | --- |
| T003 | T002 |

Phases 1 and 2 are short.

## Phase 2: Polish

- [ ] T004 Write about it, requires T00‸2 of Phase 1
`

test('a task leads to its line, and to all that name it', async () => {
  const client = await Client.start()
  const expected = {
    definitions: ['7: T002'],
    references: ['8: T002', '12: T002', '18: T002'],
  }
  expect(await lookUp(tasks, client)).toEqual(expected)
  expect(await lookUp(tasks.replaceAll('\n', '\r\n'), client)).toEqual(expected)
  const atDefinition = tasks.replace('‸2 of', '2 of').replace('T002 😀', 'T‸002 😀')
  expect(await lookUp(atDefinition, client)).toEqual(expected)
})

test('a phase leads to its heading, and to what calls it by its number', async () => {
  const client = await Client.start()
  const expected = {definitions: ['4: Phase 1: Setup'], references: ['14: Phases 1', '18: Phase 1']}
  const unmarked = tasks.replace('‸2 of', '2 of')
  expect(await lookUp(unmarked.replace('of Phase 1', 'of Pha‸se 1'), client)).toEqual(expected)
  expect(await lookUp(unmarked.replace(': Setup', ': Set‸up'), client)).toEqual(expected)
})

const stages = `# Implementation Plan: Tracking

\`\`\`json metadata
{
  "stages": [
    {"id": "poller", "name": "Poller", "status": "completed", "depends_on": []},
    {"id": "web-page", "name": "Page", "status": "blocked", "depends_on": ["pol‸ler"]}
  ]
}
\`\`\`

### Stage 1: Poller

**Stage ID**: \`poller\`
**Dependencies**: None

#### TODO for Stage 1

### Stage 2: Page

**Stage ID**: web-page
**Dependencies**: poller

A poller is a loop; the branch is feature/web-page.
`

test('a stage leads to its metadata and its section, and to all that name it', async () => {
  const client = await Client.start()
  const poller = {
    definitions: ['6: poller', '12: Stage 1: Poller'],
    references: ['7: poller', '14: poller', '17: Stage 1', '22: poller'],
  }
  expect(await lookUp(stages, client)).toEqual(poller)
  const unmarked = stages.replace('‸', '')
  expect(await lookUp(unmarked.replace('ID**: web', 'ID**: we‸b'), client)).toEqual({
    definitions: ['7: web-page', '19: Stage 2: Page'],
    references: ['21: web-page'],
  })
  expect(await lookUp(unmarked.replace('A poller', 'A pol‸ler'), client)).toEqual({definitions: [], references: []})
})

test('an editor that knows links is told what belongs to a definition', async () => {
  const client = await Client.start({capabilities: links})
  const {text, position} = withCursor(tasks)
  const uri = await openPlan(client, text)
  const found = await client.connection.sendRequest(DefinitionRequest.type, {textDocument: {uri}, position})
  expect(found).toEqual([
    {
      targetUri: uri,
      targetRange: {start: {line: 6, character: 0}, end: {line: 6, character: 44}},
      targetSelectionRange: {start: {line: 6, character: 6}, end: {line: 6, character: 10}},
    },
  ])
})

test('references hold the definition where the editor wants it, and all places light up', async () => {
  const client = await Client.start()
  const {text, position} = withCursor(tasks)
  const uri = await openPlan(client, text)
  const at = {textDocument: {uri}, position}
  const context = {includeDeclaration: true}
  const references = (await client.connection.sendRequest(ReferencesRequest.type, {...at, context})) ?? []
  expect(references.map(({range}) => range.start.line)).toEqual([6, 7, 11, 17])
  const highlights = (await client.connection.sendRequest(DocumentHighlightRequest.type, at)) ?? []
  expect(highlights.map(({range, kind}) => [range.start.line, kind])).toEqual([
    [6, 3],
    [7, 2],
    [11, 2],
    [17, 2],
  ])
})

test('whatever the text and the place, all that is told lies in the document', async () => {
  const client = await Client.start({capabilities: links})
  let count = 0
  for (const [name, text] of Object.entries(samples)) {
    const uri = await openPlan(client, text)
    const isInText = isIn(text)
    for (const position of positionsIn(text, text.length > 50_000 ? 2 : 15)) {
      const at = {textDocument: {uri}, position}
      const definitions = (await client.connection.sendRequest(DefinitionRequest.type, at)) as LocationLink[]
      const context = {includeDeclaration: true}
      const references = (await client.connection.sendRequest(ReferencesRequest.type, {...at, context})) ?? []
      const wrong = [
        ...references.filter(({range}) => !isInText(range)),
        ...definitions.filter(
          link => !isInText(link.targetRange) || !holds(link.targetRange, link.targetSelectionRange),
        ),
        // What is defined is among the places that name it.
        ...definitions.filter(link => !references.some(({range}) => holds(range, link.targetSelectionRange))),
      ]
      expect(wrong, `${name}:${position.line}:${position.character}`).toEqual([])
      count += definitions.length
    }
  }
  expect(count).toBeGreaterThan(50)
})
