import {createConnection, ProposedFeatures} from 'vscode-languageserver/node'
import {rulePage} from '../../config/rule-page.ts'
import {presets} from '../../presets/index.ts'
import {rules} from '../../rules/index.ts'
import {serve} from './server.ts'

/** Serves the editor that started this process, by the way that the command line names: `--stdio` or `--node-ipc`. */
export function serveEditor(version: string): void {
  // Without streams of ours, what a plugin prints goes to the editor's log instead of between the messages.
  const connection = createConnection(ProposedFeatures.all)
  // What a plugin drops must not take the diagnostics of all plans with it.
  const log = (error: unknown) => connection.console.error(error instanceof Error ? `${error.stack}` : String(error))
  process.on('uncaughtException', log).on('unhandledRejection', log)
  // Nobody is left to serve.
  process.stdout.on('error', () => process.exit(1))
  serve(connection, {version, own: {rules, presets}, pageOf: rulePage})
}
