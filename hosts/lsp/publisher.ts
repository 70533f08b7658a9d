import type {Diagnostic} from 'vscode-languageserver'
import type {Session} from './feature.ts'
import type {Outcome} from './open-documents.ts'

/** A run that takes less than this many milliseconds follows every keystroke. */
const unnoticed = 30
/** The longest pause in typing that is waited for, in milliseconds. */
const longestWait = 250

/** Publishes the diagnostics of open documents, the latest version of each only. */
export class Publisher {
  readonly #session: Session
  readonly #diagnosticsOf: (outcome: Outcome) => Diagnostic[]
  readonly #waiting = new Map<string, NodeJS.Timeout>()
  readonly #lastTook = new Map<string, number>()

  constructor(session: Session, diagnosticsOf: (outcome: Outcome) => Diagnostic[]) {
    this.#session = session
    this.#diagnosticsOf = diagnosticsOf
  }

  start(): void {
    const {connection, documents, onRefresh} = this.#session
    documents.onChange(uri => this.#schedule(uri))
    documents.onClose(uri => {
      clearTimeout(this.#waiting.get(uri))
      this.#waiting.delete(uri)
      this.#lastTook.delete(uri)
      void connection.sendDiagnostics({uri, diagnostics: []})
    })
    onRefresh(() => {
      for (const uri of documents.uris) this.#schedule(uri)
    })
  }

  /** While runs are slow, those in the middle of a word are left out. */
  #schedule(uri: string): void {
    clearTimeout(this.#waiting.get(uri))
    const took = this.#lastTook.get(uri) ?? 0
    const wait = took < unnoticed ? 0 : Math.min(took, longestWait)
    this.#waiting.set(
      uri,
      setTimeout(() => void this.#publish(uri), wait),
    )
  }

  async #publish(uri: string): Promise<void> {
    this.#waiting.delete(uri)
    const {connection, documents} = this.#session
    const started = performance.now()
    const outcome = await documents.outcomeOf(uri)
    // Closed, or typed on, meanwhile: what was found is out of date.
    if (!outcome || outcome.version !== documents.versionOf(uri)) return
    this.#lastTook.set(uri, performance.now() - started)
    await connection.sendDiagnostics({uri, version: outcome.version, diagnostics: this.#diagnosticsOf(outcome)})
  }
}
