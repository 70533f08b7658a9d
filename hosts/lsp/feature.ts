import type {ClientCapabilities, Connection, ServerCapabilities} from 'vscode-languageserver'
import type {OpenDocuments} from './open-documents.ts'

/** What the editor said of itself when it started the server. */
export interface Client {
  capabilities: ClientCapabilities
  /** Configuration that is code may be run. */
  isTrusted: boolean
  /** It wants `plan-lint/status` notifications. */
  wantsStatus: boolean
}

/** What a feature works with. */
export interface Session {
  connection: Connection
  documents: OpenDocuments
  client: Client
  /** The page of a rule of this package as Markdown, or null. */
  pageOf(ruleId: string): string | null
  /** Tells every feature that what it showed may be out of date. */
  onRefresh(listener: () => void): void
}

/** One thing that the server does for an editor. */
export interface Feature {
  /** What is told to `client` of it. */
  capabilities(client: Client): ServerCapabilities
  /** Answers to the editor from now on. */
  start(session: Session): void
}
