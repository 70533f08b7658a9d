import {Disposable, MarkdownString, StatusBarAlignment, type StatusBarItem, ThemeColor, window, workspace} from 'vscode'
import type {PlanStatus} from '../../../hosts/lsp/status-protocol.ts'
import {describeStatus, manageTrust} from './words.ts'

/** Shows by which preset the plan that is being edited is checked, and why. */
export class StatusBar {
  readonly #item: StatusBarItem
  readonly #statuses = new Map<string, PlanStatus>()
  readonly #listening: Disposable

  /** @param command what a click runs */
  constructor(command: string) {
    this.#item = window.createStatusBarItem('planLint.preset', StatusBarAlignment.Right, 100)
    this.#item.name = 'plan-lint'
    this.#item.command = command
    this.#listening = Disposable.from(
      window.onDidChangeActiveTextEditor(() => this.#render()),
      workspace.onDidCloseTextDocument(({uri}) => this.#statuses.delete(uri.toString())),
    )
  }

  dispose(): void {
    this.#listening.dispose()
    this.#item.dispose()
  }

  show(status: PlanStatus): void {
    this.#statuses.set(status.uri, status)
    this.#render()
  }

  /** The server that told it all is gone. */
  forget(): void {
    this.#statuses.clear()
    this.#render()
  }

  statusOf(uri: string): PlanStatus | undefined {
    return this.#statuses.get(uri)
  }

  #render(): void {
    const document = window.activeTextEditor?.document
    const status = document && this.#statuses.get(document.uri.toString())
    const words = status ? describeStatus(status) : null
    if (!words) {
      this.#item.hide()
      return
    }
    const tooltip = new MarkdownString(words.tooltip)
    tooltip.isTrusted = {enabledCommands: [manageTrust]}
    this.#item.text = words.text
    this.#item.tooltip = tooltip
    this.#item.backgroundColor =
      words.level === 'normal' ? undefined : new ThemeColor(`statusBarItem.${words.level}Background`)
    this.#item.show()
  }
}
