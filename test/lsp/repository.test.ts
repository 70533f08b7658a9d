import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {DidChangeWatchedFilesNotification, DidSaveTextDocumentNotification} from 'vscode-languageserver/node'
import {add} from '../cli/world.ts'
import {gitRepository} from '../repository/repositories.ts'
import {actionsAt, applied, named, rangeOf, takesActions} from './actions.ts'
import {Client} from './client.ts'

const plan = '<!-- plan-lint preset: plan -->\n# Retries\n\nThe queue drops them: `src/stroe.ts:2`, `src/a.ts:3`.\n'
const slip = 'there is no file src/stroe.ts; is src/store.ts meant?'

async function opened(files: Record<string, string>) {
  const root = gitRepository(files)
  const client = await Client.start({capabilities: takesActions})
  const uri = await client.open(plan, `${root}/plans/a.md`)
  const messages = async () =>
    (await client.published(uri)).filter(({code}) => code === 'code-references').map(({message}) => message)
  return {root, client, uri, messages}
}

test('a document is held against the repository around it, and what is meant is offered', async () => {
  const {client, uri, messages} = await opened({'src/store.ts': 'a\nb\n', 'src/a.ts': 'a\nb\nc\n'})
  expect(await messages()).toEqual([slip])
  const actions = await actionsAt(client, uri, rangeOf(plan, 'stroe'))
  expect(applied(plan, named(actions, 'Put src/store.ts in its place'))).toContain('`src/store.ts:2`')
})

test.each([
  [
    'is told of files',
    (client: Client, root: string) =>
      client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{uri: `file://${root}/src/a.ts`, type: 2 as const}],
      }),
  ],
  [
    'is told that a document is saved',
    (client: Client, _: string, uri: string) =>
      client.connection.sendNotification(DidSaveTextDocumentNotification.type, {textDocument: {uri}}),
  ],
])('what the repository has become is told once the server %s', async (_, tell) => {
  const {root, client, uri, messages} = await opened({'src/store.ts': 'a\nb\n', 'src/a.ts': 'a\nb\nc\n'})
  expect(await messages()).toEqual([slip])
  add(root, {'src/stroe.ts': 'a\n', 'src/a.ts': 'a\n'})
  await tell(client, root, uri)
  await expect.poll(messages).toEqual(['src/a.ts ends with line 1, before line 3; look the place up again'])
  rmSync(join(root, 'src/stroe.ts'))
  add(root, {'src/a.ts': 'a\nb\nc\n'})
  await tell(client, root, uri)
  await expect.poll(messages).toEqual([slip])
})
