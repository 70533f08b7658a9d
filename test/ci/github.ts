import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {validate} from '@actions/languageservice'
import {build} from 'esbuild'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {action} from './runner.ts'

interface Service {
  validate: typeof validate
  clearCache(): void
}

/** The package imports JSON in a way that Node does not know; bundled, it need not. */
async function loadService(): Promise<Service> {
  const contents = `
    export {validate} from '@actions/languageservice'
    export {clearCache} from '@actions/languageservice/utils/workflow-cache'`
  const folder = mkdtempSync(join(tmpdir(), 'plan-lint-actions-'))
  try {
    const outfile = join(folder, 'service.cjs')
    const bundle = {bundle: true, platform: 'node', format: 'cjs', logLevel: 'error', write: false} as const
    const {outputFiles} = await build({...bundle, stdin: {contents, resolveDir: import.meta.dirname}, outfile})
    for (const {path, text} of outputFiles) writeFileSync(path, text)
    return createRequire(import.meta.url)(outfile)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

const service = await loadService()

const actionsMetadataProvider = {
  async fetchActionMetadata({owner, name}: {owner: string; name: string}) {
    const isOwn = owner === 'plan-lint' && name === 'plan-lint'
    return {name, description: '', ...(isOwn && {inputs: action.inputs, outputs: action.outputs})}
  },
}

/**
 * What GitHub's own language service has to say of a workflow or an action, `line: words` each; `path` tells which of
 * them it is. It knows the inputs of the action of this project.
 */
export async function faultsOfGitHub(path: string, text: string): Promise<string[]> {
  service.clearCache()
  const document = TextDocument.create(`file:///repository/${path}`, 'yaml', 0, text)
  const faults = await service.validate(document, {actionsMetadataProvider})
  return faults.map(({range, message}) => `${range.start.line + 1}: ${message}`)
}
