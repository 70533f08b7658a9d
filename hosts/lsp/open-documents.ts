import {type CancellationToken, type Connection, type Disposable, TextDocuments} from 'vscode-languageserver'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {loadGrammars} from '../../core/code/grammars.ts'
import {languagesIn} from '../../core/code/languages-in.ts'
import {analyse} from '../../core/lint.ts'
import {Memory} from '../../core/memory.ts'
import {LintedDocument} from './linted-document.ts'
import type {Outcome} from './outcome.ts'
import {pathOf} from './paths.ts'
import type {Projects} from './projects.ts'
import {RepositoriesAround} from './surroundings.ts'

interface Entry {
  text: string
  outcome: Promise<Outcome>
}

const markdown = /\.(?:md|markdown)$/i

/** The documents that the editor has open, each analysed at most once a version. */
export class OpenDocuments {
  readonly #projects: Projects
  readonly #repositories = new RepositoriesAround()
  readonly #texts = new TextDocuments(TextDocument)
  readonly #analysed = new Map<string, Entry>()
  readonly #memories = new Map<string, Memory>()
  readonly #changed: ((uri: string) => void)[] = []
  readonly #closed: ((uri: string) => void)[] = []
  readonly #finished: ((outcome: Outcome) => void)[] = []

  constructor(projects: Projects) {
    this.#projects = projects
    this.#texts.onDidChangeContent(({document}) => {
      for (const listener of this.#changed) listener(document.uri)
    })
    this.#texts.onDidClose(({document}) => {
      this.#analysed.delete(document.uri)
      this.#memories.delete(document.uri)
      for (const listener of this.#closed) listener(document.uri)
    })
    this.#texts.onDidSave(() => {
      projects.forget()
      void this.lookAround()
    })
    this.#texts.onDidOpen(() => this.#repositories.forget())
  }

  listen(connection: Connection): Disposable {
    return this.#texts.listen(connection)
  }

  /** `listener` hears of every document that is opened or changed. */
  onChange(listener: (uri: string) => void): void {
    this.#changed.push(listener)
  }

  onClose(listener: (uri: string) => void): void {
    this.#closed.push(listener)
  }

  /** `listener` hears of every analysis, unless the text has changed meanwhile. */
  onOutcome(listener: (outcome: Outcome) => void): void {
    this.#finished.push(listener)
  }

  get uris(): string[] {
    return this.#texts.keys()
  }

  documentOf(uri: string): TextDocument | undefined {
    return this.#texts.get(uri)
  }

  versionOf(uri: string): number | undefined {
    return this.#texts.get(uri)?.version
  }

  /** Configuration has changed: what is known of the documents no longer holds. */
  forget(): void {
    this.#projects.forget()
    this.#analysed.clear()
  }

  /** Looks at the repositories again: documents for which they have changed are read anew, and their listeners told. */
  async lookAround(): Promise<void> {
    this.#repositories.forget()
    for (const [uri, entry] of [...this.#analysed]) {
      const {surroundings} = await entry.outcome
      if (this.#repositories.stillAnswer(surroundings) || this.#analysed.get(uri) !== entry) continue
      this.#analysed.delete(uri)
      for (const listener of this.#changed) listener(uri)
    }
  }

  /** The analysis of the current text; null where the document is not open or is no Markdown. Never throws. */
  async outcomeOf(uri: string): Promise<Outcome | null> {
    const document = this.#texts.get(uri)
    if (!document || !isMarkdown(document)) return null
    // Not every editor counts its versions up.
    const text = document.getText()
    const known = this.#analysed.get(uri)
    const {version} = document
    if (known?.text === text) return {...(await known.outcome), version}
    const outcome = this.#analyse(document, text)
    this.#analysed.set(uri, {text, outcome})
    void outcome.then(finished => {
      if (this.#analysed.get(uri)?.outcome !== outcome) return
      for (const listener of this.#finished) listener(finished)
    })
    return outcome
  }

  /** As `outcomeOf`, for requests: null where there is no plan, or nobody waits for the answer any more. */
  async lintedOf(uri: string, token: CancellationToken): Promise<LintedDocument | null> {
    // A request that the editor has taken back meanwhile is told in the next message.
    await new Promise(resolve => setImmediate(resolve))
    if (token.isCancellationRequested) return null
    return (await this.outcomeOf(uri))?.linted ?? null
  }

  /** What the runs of an open document leave to the next; of one closed meanwhile nothing is kept. */
  #memoryOf(uri: string): Memory {
    const memory = this.#memories.get(uri) ?? new Memory()
    if (this.#texts.get(uri)) this.#memories.set(uri, memory)
    return memory
  }

  async #analyse({uri, version}: TextDocument, text: string): Promise<Outcome> {
    const path = pathOf(uri)
    const config = await this.#projects.configOf(path)
    const surroundings = this.#repositories.around(path, config.file)
    const outcome = {uri, version, config, surroundings}
    if (config.isIgnored) return {...outcome, linted: null, failure: null}
    try {
      await loadGrammars(languagesIn(text))
      const {catalogue, preset = 'auto', rules = {}, isPlanPath} = config
      const workspace = surroundings && {workspace: surroundings.workspace}
      const analysis = analyse(text, {...catalogue, preset, settings: rules, ...workspace}, this.#memoryOf(uri))
      const isPlan = analysis.result.isPlan || isPlanPath
      const linted = isPlan ? new LintedDocument({uri, version, text}, analysis, catalogue) : null
      return {...outcome, linted, failure: null}
    } catch (error) {
      return {...outcome, linted: null, failure: error instanceof Error ? error.message : String(error)}
    }
  }
}

function isMarkdown({uri, languageId}: TextDocument): boolean {
  return languageId === 'markdown' || markdown.test(uri)
}
