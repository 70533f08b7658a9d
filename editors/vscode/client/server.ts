import {type LogOutputChannel, window, workspace} from 'vscode'
import {type Executable, LanguageClient, type LanguageClientOptions} from 'vscode-languageclient/node'
import {type PlanStatus, statusNotification} from '../../../hosts/lsp/status-protocol.ts'
import {commandIn} from './command.ts'

/** Files that are edited; not what is shown to compare with. */
const schemes = ['file', 'untitled', 'vscode-vfs']

/** The language server in a process of its own, as the settings and the trust in the workspace have it. */
export class Server {
  readonly #extensionPath: string
  readonly #output: LogOutputChannel
  readonly #onStatus: (status: PlanStatus) => void
  #client: LanguageClient | undefined
  #last: Promise<void> = Promise.resolve()

  constructor(extensionPath: string, output: LogOutputChannel, onStatus: (status: PlanStatus) => void) {
    this.#extensionPath = extensionPath
    this.#output = output
    this.#onStatus = onStatus
  }

  /** Undefined while the server does not run. */
  get client(): LanguageClient | undefined {
    return this.#client?.isRunning() ? this.#client : undefined
  }

  /** Stops the server where it runs, and starts it where the settings want it. Never rejects. */
  restart(): Promise<void> {
    return this.#afterwards(async () => {
      await this.#stop()
      if (workspace.getConfiguration('planLint').get<boolean>('enable')) await this.#start()
    })
  }

  stop(): Promise<void> {
    return this.#afterwards(() => this.#stop())
  }

  /** Settings and trust may change while the server is still starting. */
  #afterwards(step: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(step).catch(error => this.#output.error(error as Error))
    return this.#last
  }

  async #start(): Promise<void> {
    const command = this.#command()
    this.#output.info(`Starting ${command}${workspace.isTrusted ? '' : ', with nothing run that the workspace brings'}`)
    this.#client = new LanguageClient('planLint', 'plan-lint', nodeRunning(command), this.#options())
    this.#client.onNotification(statusNotification, this.#onStatus)
    await this.#client.start()
  }

  async #stop(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    // A server that died, or never came up, cannot be told to stop.
    await client?.dispose().catch(error => this.#output.debug(String(error)))
  }

  #command(): string {
    const own = commandIn(`${this.#extensionPath}/server`)
    if (own === undefined) throw new Error('The extension is incomplete; install it again.')
    const path = workspace.getConfiguration('planLint').get<string>('path')
    if (!path || !workspace.isTrusted) return own
    const asked = commandIn(path, workspace.workspaceFolders?.[0]?.uri.fsPath)
    if (asked !== undefined) return asked
    const message = `There is no plan-lint with a language server at "${path}"; the one of the extension runs. Look at the setting planLint.path.`
    void window.showWarningMessage(message)
    return own
  }

  #options(): LanguageClientOptions {
    return {
      documentSelector: schemes.map(scheme => ({language: 'markdown', scheme})),
      outputChannel: this.#output,
      traceOutputChannel: this.#output,
      initializationOptions: {trusted: workspace.isTrusted, status: true},
    }
  }
}

/** VS Code's own program is a Node. */
function nodeRunning(command: string): Executable {
  const env = {...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1'}
  return {command: process.execPath, args: [command, 'lsp', '--stdio'], options: {env}}
}
