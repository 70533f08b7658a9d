import {readFileSync} from 'node:fs'
import {createConnection, ProposedFeatures} from 'vscode-languageserver/node'
import {presets} from '../../presets/index.ts'
import {rules} from '../../rules/index.ts'
import {serve} from './server.ts'

const pages = new URL('../../rules/', import.meta.url)

/** Serves the editor that started this process, by the way that the command line names: `--stdio` or `--node-ipc`. */
export function serveEditor(version: string): void {
  // Without streams of ours, what a plugin prints goes to the editor's log instead of between the messages.
  const connection = createConnection(ProposedFeatures.all)
  // What a plugin drops must not take the diagnostics of all plans with it.
  const log = (error: unknown) => connection.console.error(error instanceof Error ? `${error.stack}` : String(error))
  process.on('uncaughtException', log).on('unhandledRejection', log)
  // Nobody is left to serve.
  process.stdout.on('error', () => process.exit(1))
  serve(connection, {version, own: {rules, presets}, pageOf})
}

function pageOf(ruleId: string): string | null {
  if (!rules.some(({id}) => id === ruleId)) return null
  try {
    return readFileSync(new URL(`${ruleId}.md`, pages), 'utf8')
  } catch {
    return null
  }
}
