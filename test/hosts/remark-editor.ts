import {spawn} from 'node:child_process'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {onTestFinished} from 'vitest'
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const server = join(import.meta.dirname, 'remark-server.ts')

/** An editor with a folder open that remark's language server serves, in a process of its own. */
export class RemarkEditor {
  readonly #connection: ProtocolConnection
  readonly #published: PublishDiagnosticsParams[] = []
  #wake = () => {}

  private constructor(connection: ProtocolConnection) {
    this.#connection = connection
    connection.onNotification(PublishDiagnosticsNotification.type, params => {
      this.#published.push(params)
      this.#wake()
    })
  }

  static async open(folder: string): Promise<RemarkEditor> {
    const child = spawn(process.execPath, ['--import', tsx, server, '--stdio'], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    )
    onTestFinished(() => {
      connection.dispose()
      child.kill()
    })
    connection.listen()
    const editor = new RemarkEditor(connection)
    const uri = pathToFileURL(folder).href
    await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: uri,
      workspaceFolders: [{uri, name: 'plans'}],
      capabilities: {},
    })
    await connection.sendNotification(InitializedNotification.type, {})
    return editor
  }

  async show(uri: string, text: string): Promise<Diagnostic[]> {
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: {uri, languageId: 'markdown', version: 1, text},
    })
    return this.#diagnosticsOf(uri, 1)
  }

  async change(uri: string, version: number, text: string): Promise<Diagnostic[]> {
    const change = {textDocument: {uri, version}, contentChanges: [{text}]}
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, change)
    return this.#diagnosticsOf(uri, version)
  }

  async actionsFor(uri: string, diagnostic: Diagnostic): Promise<CodeAction[]> {
    const actions = await this.#connection.sendRequest(CodeActionRequest.type, {
      textDocument: {uri},
      range: diagnostic.range,
      context: {diagnostics: [diagnostic]},
    })
    return (actions ?? []).filter((action): action is CodeAction => 'edit' in action)
  }

  async #diagnosticsOf(uri: string, version: number): Promise<Diagnostic[]> {
    for (;;) {
      const found = this.#published.find(params => params.uri === uri && params.version === version)
      if (found) return found.diagnostics
      await new Promise<void>(resolve => {
        this.#wake = resolve
      })
    }
  }
}
