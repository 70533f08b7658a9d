import {setTimeout} from 'node:timers/promises'
import {beforeAll, describe, expect, test} from 'vitest'
import {InitializeRequest} from 'vscode-languageserver/node'
import {buildIfStale} from '../built.ts'
import {project} from '../cli/world.ts'
import {framed, ServerProcess} from './server-process.ts'

beforeAll(buildIfStale, 120_000)

const plan = '<!-- plan-lint preset: plan -->\n# Retries\n\nThe [NAME] retries.\n'
const uri = 'untitled:plan.md'

async function started() {
  const server = new ServerProcess()
  const connection = server.connect()
  const capabilities = {textDocument: {diagnostic: {}}}
  const {capabilities: own} = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities,
  })
  return {server, connection, own}
}

async function codes(connection: Awaited<ReturnType<typeof started>>['connection']): Promise<unknown[]> {
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: {uri, languageId: 'markdown', version: 1, text: plan},
  })
  const report = await connection.sendRequest<{items: {code: string}[]}>('textDocument/diagnostic', {
    textDocument: {uri},
  })
  return report.items.map(({code}) => code)
}

describe('the server goes on after', () => {
  const place = {textDocument: {uri}, position: {line: 1e9, character: -5}}
  const requests: [string, unknown][] = [
    ['no/suchRequest', {}],
    ['textDocument/diagnostic', null],
    ['textDocument/diagnostic', {textDocument: {uri: 'no address at all'}}],
    ['textDocument/diagnostic', {textDocument: {uri: 'file://[::/%zz'}}],
    ['textDocument/hover', place],
    ['textDocument/hover', {textDocument: {uri}, position: null}],
    ['textDocument/completion', place],
    ['textDocument/completion', []],
    ['textDocument/definition', place],
    ['textDocument/references', {...place, context: {}}],
    ['textDocument/documentSymbol', {}],
    ['textDocument/foldingRange', 'folding'],
    ['textDocument/codeAction', {textDocument: {uri}}],
    [
      'textDocument/codeAction',
      {textDocument: {uri}, range: {start: place.position, end: place.position}, context: {}},
    ],
    ['workspace/executeCommand', {command: 'no.such.command'}],
    ['workspace/executeCommand', {command: 'plan-lint.setPreset', arguments: [5]}],
  ]

  test.each(requests)('%s of %j', async (method, params) => {
    const {connection} = await started()
    await codes(connection)
    await connection.sendRequest(method, params).catch(error => expect(error).toBeInstanceOf(Error))
    expect(await codes(connection)).toContain('no-placeholders')
  })

  const notifications: [string, unknown][] = [
    ['no/suchNotification', {}],
    ['textDocument/didOpen', null],
    ['textDocument/didOpen', {textDocument: {uri: 5, text: null}}],
    [
      'textDocument/didChange',
      {textDocument: {uri: 'untitled:never-opened.md', version: 2}, contentChanges: [{text: ''}]},
    ],
    ['textDocument/didChange', {textDocument: {uri, version: 2}, contentChanges: null}],
    ['textDocument/didClose', {}],
    ['textDocument/didSave', {textDocument: {uri: 'file:///gone/plans/x.md'}}],
    ['workspace/didChangeWatchedFiles', {changes: [{uri: '', type: 9}]}],
    ['workspace/didChangeWatchedFiles', null],
    ['workspace/didChangeConfiguration', undefined],
    ['$/cancelRequest', {id: 'nobody'}],
    ['$/setTrace', {value: 7}],
  ]

  test.each(notifications)('%s of %j', async (method, params) => {
    const {connection} = await started()
    await connection.sendNotification(method, params)
    expect(await codes(connection)).toContain('no-placeholders')
  })

  test('a message that is no JSON', async () => {
    const {server, connection} = await started()
    server.process.stdin.write(framed('{"jsonrpc": "2.0", "id": '))
    expect(await codes(connection)).toContain('no-placeholders')
  })

  test('a change outside of the document', async () => {
    const {connection} = await started()
    await codes(connection)
    const range = {start: {line: 900, character: 900}, end: {line: 901, character: 0}}
    await connection.sendNotification('textDocument/didChange', {
      textDocument: {uri, version: 2},
      contentChanges: [{range, text: 'The [NAME] waits.\n'}],
    })
    const report = await connection.sendRequest<{items: {range: unknown}[]}>('textDocument/diagnostic', {
      textDocument: {uri},
    })
    expect(report.items.map(({range: found}) => found)).toContainEqual({
      start: {line: 4, character: 4},
      end: {line: 4, character: 10},
    })
  })
})

describe('the server ends', () => {
  test('when it is told to', async () => {
    const {server, connection} = await started()
    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    expect(await server.ended()).toBe(0)
    expect(server.stderr).toBe('')
  })

  test('when the editor closes the pipe', async () => {
    const {server} = await started()
    server.process.stdin.end()
    expect(await server.ended()).toBe(1)
  })

  test('when nobody reads its answers any more', async () => {
    const {server} = await started()
    server.process.stdout.destroy()
    const question = framed('{"jsonrpc": "2.0", "id": 7, "method": "shutdown"}')
    const asking = setInterval(() => server.process.stdin.write(question), 50)
    server.process.stdin.on('error', () => {})
    expect(await server.ended()).not.toBeNull()
    clearInterval(asking)
  })

  test('when the process that started it is gone', async () => {
    const editor = new ServerProcess()
    const server = new ServerProcess()
    const processId = editor.process.pid as number
    await server.connect().sendRequest(InitializeRequest.type, {processId, rootUri: null, capabilities: {}})
    editor.process.kill('SIGKILL')
    expect(await server.ended()).toBe(1)
  })
})

test('what a plugin prints or drops does not disturb the talk', async () => {
  const root = project({
    'plan-lint.config.mjs': `
      console.log('loaded')
      setTimeout(() => { throw new Error('late') }, 50)
      Promise.reject(new Error('dropped'))
      export default {}
    `,
  })
  const server = new ServerProcess(root)
  const connection = server.connect()
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: {textDocument: {diagnostic: {}}},
    initializationOptions: {trusted: true},
  })
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: {uri: `file://${root}/plans/a.md`, languageId: 'markdown', version: 1, text: plan},
  })
  await connection.sendRequest('textDocument/diagnostic', {textDocument: {uri: `file://${root}/plans/a.md`}})
  await setTimeout(200)
  expect(await codes(connection)).toContain('no-placeholders')
})

test('documents that were closed leave nothing behind', async () => {
  // Models of all of them would need several times as much.
  const server = new ServerProcess(undefined, {NODE_OPTIONS: '--max-old-space-size=64'})
  const connection = server.connect()
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: {textDocument: {diagnostic: {}}},
  })
  const text = plan + '## Phase 1: Waiting\n\n- [ ] T001 Wait for the queue in `queue.ts`\n\n'.repeat(1000)
  for (let index = 0; index < 100; index++) {
    const document = `untitled:${index}.md`
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: {uri: document, languageId: 'markdown', version: 1, text},
    })
    await connection.sendRequest('textDocument/diagnostic', {textDocument: {uri: document}})
    await connection.sendNotification('textDocument/didClose', {textDocument: {uri: document}})
  }
  expect(await codes(connection)).toContain('no-placeholders')
})
