import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {PassThrough} from 'node:stream'
import {pathToFileURL} from 'node:url'
import {onTestFinished} from 'vitest'
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node'
import {serve} from '../../hosts/lsp/server.ts'
import {presets, rules} from '../../index.ts'

export interface ClientOptions {
  capabilities?: ClientCapabilities
  initializationOptions?: unknown
}

/** An editor in this process, talking to a server in this process. */
export class Client {
  readonly connection: ProtocolConnection
  readonly initialized: InitializeResult
  readonly #published: PublishDiagnosticsParams[] = []
  readonly #waiting: (() => void)[] = []
  readonly #versions = new Map<string, number>()

  private constructor(connection: ProtocolConnection, initialized: InitializeResult) {
    this.connection = connection
    this.initialized = initialized
    connection.onNotification(PublishDiagnosticsNotification.type, params => {
      this.#published.push(params)
      for (const wake of this.#waiting.splice(0)) wake()
    })
  }

  static async start({capabilities = {}, initializationOptions}: ClientOptions = {}): Promise<Client> {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()]
    serve(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
      version: '0.0.0',
      own: {rules, presets},
      pageOf: id =>
        rules.some(rule => rule.id === id)
          ? readFileSync(join(import.meta.dirname, `../../rules/${id}.md`), 'utf8')
          : null,
    })
    const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
    connection.listen()
    onTestFinished(() => connection.dispose())
    const initialized = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions,
    })
    const client = new Client(connection, initialized)
    await connection.sendNotification(InitializedNotification.type, {})
    return client
  }

  /** Opens a document; returns its address. A path that begins with `/` is that of a file. */
  async open(text: string, path = 'untitled:plan.md', languageId = 'markdown'): Promise<string> {
    const uri = path.startsWith('/') ? pathToFileURL(path).href : path
    this.#versions.set(uri, 1)
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: {uri, languageId, version: 1, text},
    })
    return uri
  }

  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1
    this.#versions.set(uri, version)
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: {uri, version},
      contentChanges,
    })
  }

  async close(uri: string): Promise<void> {
    this.#versions.delete(uri)
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {textDocument: {uri}})
  }

  /** The diagnostics that the server publishes for the latest version of a document; waits for them. */
  async published(uri: string): Promise<Diagnostic[]> {
    for (;;) {
      const found = this.#published.findLast(params => params.uri === uri && params.version === this.#versions.get(uri))
      if (found) return found.diagnostics
      await new Promise<void>(resolve => this.#waiting.push(resolve))
    }
  }
}
