import {commands, type ExtensionContext, window, workspace} from 'vscode'
import {choosePreset} from './choose-preset.ts'
import {Server} from './server.ts'
import {StatusBar} from './status-bar.ts'

let server: Server | undefined

/** Called by VS Code when the first Markdown document is opened. */
export async function activate({extensionPath, subscriptions}: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('plan-lint', {log: true})
  const statusBar = new StatusBar('planLint.choosePreset')
  const running = new Server(extensionPath, output, status => statusBar.show(status))
  server = running
  const restart = async () => {
    statusBar.forget()
    await running.restart()
  }
  subscriptions.push(
    output,
    statusBar,
    commands.registerCommand('planLint.choosePreset', () => choosePreset(running, statusBar)),
    commands.registerCommand('planLint.restartServer', restart),
    commands.registerCommand('planLint.showOutput', () => output.show()),
    workspace.onDidGrantWorkspaceTrust(restart),
    workspace.onDidChangeConfiguration(event => {
      if (['planLint.enable', 'planLint.path'].some(name => event.affectsConfiguration(name))) void restart()
    }),
  )
  await running.restart()
}

export async function deactivate(): Promise<void> {
  await server?.stop()
}
