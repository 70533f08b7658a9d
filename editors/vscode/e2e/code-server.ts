import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import process from 'node:process'
import {createInterface} from 'node:readline'

/** Nothing that moves, asks, or calls home while pictures are taken. */
const settings = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.selectionHighlight': false,
  'editor.wordWrap': 'on',
  'explorer.openEditors.visible': 0,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.showReleaseNotes': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.editor.useModal': 'off',
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
}

/** VS Code, served to a browser, with nothing in it but one extension. */
export class CodeServer {
  readonly url: string
  readonly #process: ChildProcess

  private constructor(url: string, child: ChildProcess) {
    this.url = url
    this.#process = child
  }

  /**
   * @param command path of code-server
   * @param folder where it keeps what it keeps
   * @param vsix the extension
   * @throws {Error} with what code-server said when it does not start
   */
  static async start(command: string, folder: string, vsix: string): Promise<CodeServer> {
    const user = join(folder, 'user')
    mkdirSync(join(user, 'User'), {recursive: true})
    writeFileSync(join(user, 'User/settings.json'), JSON.stringify(settings))
    const places = ['--user-data-dir', user, '--extensions-dir', join(folder, 'extensions')]
    const env = {...process.env, HOME: folder}
    const installed = spawnSync(command, [...places, '--install-extension', vsix], {env, encoding: 'utf8'})
    if (installed.status !== 0)
      throw new Error(`The extension cannot be installed:\n${installed.stdout}${installed.stderr}`)
    const quiet = [
      '--auth',
      'none',
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-getting-started-override',
    ]
    const child = spawn(command, [...places, ...quiet, '--bind-addr', '127.0.0.1:0'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return new CodeServer(await addressIn(child), child)
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return
    const ended = once(this.#process, 'exit')
    this.#process.kill()
    await ended
  }
}

/** @throws {Error} with what it said when it ends before it listens */
async function addressIn(child: ChildProcess): Promise<string> {
  const said: string[] = []
  return new Promise((found, failed) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue
      createInterface({input: stream}).on('line', line => {
        said.push(line)
        const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
        if (address !== undefined) found(address)
      })
    }
    child.once('error', failed)
    child.once('exit', () => failed(new Error(`code-server does not start:\n${said.join('\n')}`)))
  })
}
