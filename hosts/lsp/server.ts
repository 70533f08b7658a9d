import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  type ServerCapabilities,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import {isConfigFile} from '../../config/search.ts'
import type {Catalogue} from '../../core/plugin.ts'
import type {Client, Session} from './feature.ts'
import {features} from './features.ts'
import {OpenDocuments} from './open-documents.ts'
import {pathOf} from './paths.ts'
import {Projects} from './projects.ts'

export interface ServerOptions {
  version: string
  /** The rules and presets of this package. */
  own: Catalogue
  pageOf(ruleId: string): string | null
}

/** Configuration may come anywhere, and plans may name any file. */
const watchers = [{globPattern: '**/*'}]
/** Milliseconds in which the changes of files that come together are taken up together. */
const calm = 200

/** Serves an editor over `connection` until it goes away. */
export function serve(connection: Connection, {version, own, pageOf}: ServerOptions): void {
  let start: (() => void) | undefined
  connection.onInitialize((params): InitializeResult => {
    const client = clientOf(params)
    const onRefusal = client.wantsStatus ? () => {} : (file: string) => tellRefusal(connection, file)
    const presetFiles = new Set<string>()
    const onPresetFile = (file: string) => {
      if (!presetFiles.has(file))
        watchFiles(connection, client.capabilities, [{globPattern: file.replaceAll('\\', '/')}])
      presetFiles.add(file)
    }
    const documents = new OpenDocuments(new Projects(own, {runsCode: client.isTrusted, onRefusal, onPresetFile}))
    documents.listen(connection)
    const listeners: (() => void)[] = []
    const session: Session = {connection, documents, client, pageOf, onRefresh: listener => listeners.push(listener)}
    for (const feature of features) feature.start(session)
    let looking: NodeJS.Timeout | undefined
    connection.onDidChangeWatchedFiles(({changes}) => {
      clearTimeout(looking)
      looking = setTimeout(() => void documents.lookAround(), calm)
      const paths = changes.map(({uri}) => pathOf(uri) ?? '')
      if (!paths.some(path => isConfigFile(path) || presetFiles.has(path))) return
      documents.forget()
      for (const listener of listeners) listener()
    })
    connection.onShutdown(() => clearTimeout(looking))
    start = () => watchFiles(connection, client.capabilities, watchers)
    return {serverInfo: {name: 'plan-lint', version}, capabilities: capabilitiesFor(client)}
  })
  connection.onInitialized(() => start?.())
  connection.listen()
}

/** Answers of editors are not to be relied on: what is absent or of another form counts as not said. */
function clientOf({capabilities, initializationOptions}: InitializeParams): Client {
  const {trusted, status} = (initializationOptions ?? {}) as {trusted?: unknown; status?: unknown}
  return {capabilities: capabilities ?? {}, isTrusted: trusted === true, wantsStatus: status === true}
}

function capabilitiesFor(client: Client): ServerCapabilities {
  return Object.assign(
    {
      textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental, save: true},
      workspace: {workspaceFolders: {supported: true, changeNotifications: false}},
    },
    ...features.map(feature => feature.capabilities(client)),
  )
}

function watchFiles(
  connection: Connection,
  {workspace}: ClientCapabilities,
  watchers: readonly FileSystemWatcher[],
): void {
  if (!workspace?.didChangeWatchedFiles?.dynamicRegistration) return
  void connection.client.register(DidChangeWatchedFilesNotification.type, {watchers: [...watchers]})
}

function tellRefusal(connection: Connection, file: string): void {
  const message =
    `${file} is code, or names plugins, and is not run: plans are checked without it. ` +
    'If you trust this workspace, start the server with the initialization option "trusted": true.'
  // As a request, with buttons, it would wait for an answer that many editors never give.
  void connection.sendNotification(ShowMessageNotification.type, {type: MessageType.Warning, message})
}
