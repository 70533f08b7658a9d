import {join} from 'node:path'
import type {Locator, Page} from 'playwright-core'

const pictures = join(import.meta.dirname, '../images')

/** One window of VS Code in a browser, used as people use it: by keys, clicks and what can be read. */
export class Workbench {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens a folder. */
  async openFolder(address: string, folder: string): Promise<void> {
    await this.page.goto(`${address}/?folder=${encodeURIComponent(folder)}`)
    await this.page.locator('.monaco-workbench').waitFor()
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor()
  }

  /** Opens the file of that name, wherever it lies in the folder, and closes all others. */
  async openFile(name: string): Promise<void> {
    await this.run('View: Close All Editors')
    await this.#ask('Control+P', name)
    await this.#pick(name)
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor()
    // The mouse rests where the list was, and what the path above the text says of itself would cover the first line.
    await this.page.mouse.move(10, 10)
    await this.page.locator('.monaco-editor .view-line').first().click()
  }

  async run(command: string): Promise<void> {
    await this.#ask('F1', `>${command}`)
    await this.#pick(command)
  }

  /** The entry that holds `words` in the list at the top. */
  choice(words: string): Locator {
    return this.page.locator('.quick-input-widget .monaco-list-row', {hasText: words}).first()
  }

  async goTo(line: number, column: number): Promise<void> {
    await this.#ask('Control+G', `:${line}:${column}`)
    await this.page.keyboard.press('Enter')
    await this.page.locator('.quick-input-widget').waitFor({state: 'hidden'})
  }

  squiggles(severity: 'error' | 'warning' | 'info'): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`)
  }

  /** Trusts the folder that is open. */
  async trust(): Promise<void> {
    await this.run('Workspaces: Manage Workspace Trust')
    await this.page.locator('.workspace-trust-editor .monaco-button', {hasText: 'Trust'}).first().click()
    await this.page.locator('.workspace-trust-editor', {hasText: 'You trust this folder'}).waitFor()
  }

  async openProblems(): Promise<void> {
    await this.run('Problems: Focus on Problems View')
    await this.page.locator('.markers-panel').waitFor()
  }

  /** What the list of problems says of each; the list has to be open. */
  async problems(): Promise<string[]> {
    const rows = this.page.locator('.markers-panel .monaco-list-row[aria-level="2"]')
    return rows.evaluateAll(all => all.map(row => row.getAttribute('aria-label') ?? ''))
  }

  /** The item that an extension has put into the status bar. */
  statusItem(id: string): Locator {
    return this.page.locator(`[id="${id}"]`)
  }

  /** Opens the menu of what can be done at the cursor; returns its entries. */
  async quickFixes(): Promise<Locator> {
    const entries = this.page.locator('.action-widget .monaco-list-row.action')
    // The menu closes, or never opens, when the problems of the file are told anew meanwhile.
    await this.#until(async timeout => {
      await this.page.keyboard.press('Control+.')
      await entries.first().waitFor({timeout})
    })
    return entries
  }

  /** Takes a picture for the documents, of the whole window or a part of it. */
  async take(name: string, clip?: {x: number; y: number; width: number; height: number}): Promise<void> {
    await this.page.screenshot({path: join(pictures, `${name}.png`), caret: 'hide', ...(clip && {clip})})
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S')
    await this.page.locator('.tab.active.dirty').waitFor({state: 'detached'})
  }

  async #pick(words: string): Promise<void> {
    await this.choice(words).click()
    await this.choice(words).waitFor({state: 'hidden'})
  }

  /** Fills in the field at the top, which `key` opens. */
  async #ask(key: string, words: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type="text"]')
    // A key that is pressed while the field is still closing is lost.
    await this.#until(async timeout => {
      await this.page.keyboard.press(key)
      await input.fill(words, {timeout})
    })
  }

  /** Tries `step`, which may take some milliseconds each time, until it does not fail, five times at most. */
  async #until(step: (timeout: number) => Promise<void>): Promise<void> {
    for (let left = 5; left > 0; left--) {
      try {
        return await step(4000)
      } catch (error) {
        if (left === 1) throw error
      }
    }
  }
}
