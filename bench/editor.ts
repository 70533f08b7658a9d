import {type ChildProcess, spawn} from 'node:child_process'
import {join} from 'node:path'
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node'
import {SourceText} from '../core/text.ts'

const bin = join(import.meta.dirname, '../dist/bin/plan-lint.js')
const uri = 'untitled:plan.md'

/** An editor with one document open, which talks to the built language server in a process of its own. */
export class Editor {
  #text = ''
  #version = 0
  #published: () => void = () => {}
  readonly #server: ChildProcess
  readonly #connection: ProtocolConnection

  private constructor() {
    const server = spawn(process.execPath, [bin, 'lsp', '--stdio'], {stdio: ['pipe', 'pipe', 'inherit']})
    this.#server = server
    this.#connection = createProtocolConnection(server.stdout, server.stdin)
    this.#connection.onNotification(PublishDiagnosticsNotification.type, ({version}) => {
      if (version === this.#version) this.#published()
    })
    this.#connection.listen()
  }

  /** Starts a server and opens `text`; resolves when its diagnostics are there. */
  static async open(text: string): Promise<Editor> {
    const editor = new Editor()
    await editor.#connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
    })
    await editor.#connection.sendNotification(InitializedNotification.type, {})
    editor.#text = text
    editor.#version = 1
    const published = editor.#diagnostics()
    await editor.#connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: {uri, languageId: 'markdown', version: 1, text},
    })
    await published
    return editor
  }

  get length(): number {
    return this.#text.length
  }

  /**
   * Types `characters` at an offset; tells the server all of the text or the change alone. Resolves with the
   * milliseconds from the message to the diagnostics of the new version.
   */
  async type(characters: string, offset: number, tells: 'all' | 'change'): Promise<number> {
    const {line, column} = new SourceText(this.#text).positionAt(offset)
    const place = {line: line - 1, character: column - 1}
    this.#text = this.#text.slice(0, offset) + characters + this.#text.slice(offset)
    this.#version++
    const change: TextDocumentContentChangeEvent =
      tells === 'all' ? {text: this.#text} : {range: {start: place, end: place}, text: characters}
    const published = this.#diagnostics()
    const start = performance.now()
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: {uri, version: this.#version},
      contentChanges: [change],
    })
    await published
    return performance.now() - start
  }

  async close(): Promise<void> {
    const exited = new Promise(resolve => this.#server.once('exit', resolve))
    await this.#connection.sendRequest(ShutdownRequest.type)
    await this.#connection.sendNotification(ExitNotification.type)
    await exited
    this.#connection.dispose()
  }

  #diagnostics(): Promise<void> {
    return new Promise(resolve => {
      this.#published = resolve
    })
  }
}
