import type {Diagnostic} from 'vscode-languageserver'
import type {Session} from './feature.ts'
import type {Outcome} from './outcome.ts'

/** Milliseconds below which a run is quick: there is time for one after every keystroke. */
const quick = 30
/** Milliseconds above which a run is slow, and leaves a third of the time to what else the editor asks. */
const slow = 100
/** Milliseconds in which the changes that came during a run are taken up, so that they make one run together. */
const shortRest = 8
const longestRest = 250

/** Publishes the diagnostics of open documents, the latest version of each only. */
export class Publisher {
  readonly #session: Session
  readonly #diagnosticsOf: (outcome: Outcome) => Diagnostic[]
  readonly #waiting = new Map<string, NodeJS.Timeout>()
  /** Before this time (of `performance.now`) a document whose last run was not quick is not read again. */
  readonly #restsUntil = new Map<string, number>()

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
      this.#restsUntil.delete(uri)
      void connection.sendDiagnostics({uri, diagnostics: []})
    })
    onRefresh(() => {
      for (const uri of documents.uris) this.#schedule(uri)
    })
  }

  /** A change to a document at rest is read at once; of those that come faster than it can be read the last is. */
  #schedule(uri: string): void {
    clearTimeout(this.#waiting.get(uri))
    const wait = Math.max(0, (this.#restsUntil.get(uri) ?? 0) - performance.now())
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
    const ended = performance.now()
    this.#restsUntil.set(uri, ended + restAfter(ended - started))
    await connection.sendDiagnostics({uri, version: outcome.version, diagnostics: this.#diagnosticsOf(outcome)})
  }
}

/** How long a document rests after a run, in milliseconds. */
function restAfter(took: number): number {
  if (took < quick) return 0
  return took < slow ? shortRest : Math.min(took / 2, longestRest)
}
