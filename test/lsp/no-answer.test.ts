import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, test} from 'vitest'
import {
  CompletionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  ReferencesRequest,
} from 'vscode-languageserver/node'
import {project} from '../cli/world.ts'
import {Client} from './client.ts'

const library = pathToFileURL(join(import.meta.dirname, '../../index.ts')).href
const failing = `
import {defineRule} from '${library}'
const rule = defineRule({
  id: 'no-luck', summary: 'Fails', severity: 'error', messages: {found: 'never'}, *check() { throw new Error('out of luck') },
})
export default {plugins: [{rules: [rule]}]}
`
const text = '# Tasks: A\n\n## Phase 1: B\n\n- [ ] T001 Do it\n- [ ] T002 Stop it (depends on T001)\n\n#\n'

/** What an editor gets where there is something to say of `text` in a plan. */
async function answers(client: Client, uri: string): Promise<unknown[]> {
  const {connection} = client
  const textDocument = {uri}
  const atId = {textDocument, position: {line: 5, character: 35}}
  return Promise.all([
    connection.sendRequest(DocumentSymbolRequest.type, {textDocument}),
    connection.sendRequest(FoldingRangeRequest.type, {textDocument}),
    connection.sendRequest(CompletionRequest.type, {textDocument, position: {line: 7, character: 1}}),
    connection.sendRequest(DefinitionRequest.type, atId),
    connection.sendRequest(ReferencesRequest.type, {...atId, context: {includeDeclaration: true}}),
    connection.sendRequest(DocumentHighlightRequest.type, atId),
  ])
}

const nothing = [[], [], [], [], [], []]

test('of a plan there is something to say', async () => {
  const client = await Client.start()
  const uri = await client.open(text, `${project({'.git/HEAD': ''})}/plans/a.md`)
  for (const answer of await answers(client, uri)) expect(answer).not.toEqual([])
})

test('of a document that is no plan there is nothing', async () => {
  const client = await Client.start()
  expect(await answers(client, await client.open('# Read me\n\n## A\n\nB\n\nC\n\n#\n'))).toEqual(nothing)
})

test('of a document that is not open there is nothing', async () => {
  const client = await Client.start()
  expect(await answers(client, 'file:///nowhere/plans/a.md')).toEqual(nothing)
})

test('of a plan that cannot be checked there is nothing, but why', async () => {
  const client = await Client.start({initializationOptions: {trusted: true}})
  const uri = await client.open(text, `${project({'plan-lint.config.mjs': failing})}/plans/a.md`)
  expect((await client.published(uri)).map(({message}) => message)).toEqual([expect.stringContaining('out of luck')])
  expect(await answers(client, uri)).toEqual(nothing)
})
