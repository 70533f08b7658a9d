import {spawn} from 'node:child_process'
import {pathToFileURL} from 'node:url'
import {
  createProtocolConnection,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import {lastWords, NoAnswer} from './child.ts'
import type {Surroundings} from './surroundings.ts'

const longestStart = 30_000

/**
 * What the language server of the plan-lint whose command is `script` says of `text`, as an editor would show it that
 * is open in the project, trusts it, and has that text at `file`; null where it ends before that, with its last words.
 * @throws {NoAnswer} when it says nothing in time
 */
export async function serverFindings(
  script: string,
  {file, text}: {file: string; text: string},
  {world, root}: Surroundings,
): Promise<{diagnostics: readonly Diagnostic[]} | {failure: string}> {
  const server = spawn(process.execPath, [script, 'lsp', '--stdio'], {cwd: root, env: world.env})
  let words = ''
  server.stderr.setEncoding('utf8').on('data', chunk => {
    words += chunk
  })
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  const rootUri = pathToFileURL(root).href
  const uri = pathToFileURL(file).href
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(
        () => reject(new NoAnswer(`it said nothing within ${longestStart / 1000} seconds`)),
        longestStart,
      )
      server.once('error', reject)
      server.once('close', () => resolve({failure: lastWords(words)}))
      connection.onError(() => {})
      connection.onNotification(PublishDiagnosticsNotification.type, published => {
        if (published.uri === uri) resolve({diagnostics: published.diagnostics})
      })
      connection.listen()
      const asked = connection.sendRequest(InitializeRequest.type, {
        processId: process.pid,
        rootUri,
        workspaceFolders: [{uri: rootUri, name: 'project'}],
        capabilities: {},
        initializationOptions: {trusted: true},
      })
      asked
        .then(async () => {
          await connection.sendNotification(InitializedNotification.type, {})
          const textDocument = {uri, languageId: 'markdown', version: 1, text}
          await connection.sendNotification(DidOpenTextDocumentNotification.type, {textDocument})
        })
        // That the server has gone is told by the event above.
        .catch(() => {})
    })
  } finally {
    clearTimeout(timer)
    connection.dispose()
    server.kill()
  }
}
