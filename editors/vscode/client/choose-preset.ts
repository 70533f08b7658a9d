import {type QuickPickItem, window} from 'vscode'
import {ExecuteCommandRequest} from 'vscode-languageclient/node'
import {
  type PlanStatus,
  type PresetChoice,
  presetsRequest,
  setPresetCommand,
} from '../../../hosts/lsp/status-protocol.ts'
import type {Server} from './server.ts'
import type {StatusBar} from './status-bar.ts'

/** Asks for a preset, and has the server write it into the document that is being edited. */
export async function choosePreset({client}: Server, statusBar: StatusBar): Promise<void> {
  const document = window.activeTextEditor?.document
  if (document?.languageId !== 'markdown') {
    void window.showInformationMessage('Open the Markdown file whose preset you want to choose.')
    return
  }
  if (!client) {
    void window.showWarningMessage('The plan-lint server does not run; its output says why.')
    return
  }
  const uri = document.uri.toString()
  const presets = await client.sendRequest<PresetChoice[]>(presetsRequest, {uri})
  const picked = await window.showQuickPick(itemsOf(presets, statusBar.statusOf(uri)), {
    title: 'Preset for this file',
    placeHolder: 'Written into the file, for everyone who checks it',
    matchOnDetail: true,
  })
  if (!picked) return
  await client.sendRequest(ExecuteCommandRequest.type, {command: setPresetCommand, arguments: [uri, picked.label]})
}

function itemsOf(presets: readonly PresetChoice[], status: PlanStatus | undefined): QuickPickItem[] {
  const {preset = '', presetSource = 'config'} = status?.plan ?? {}
  const isFound = presetSource === 'detected' || presetSource === 'fallback'
  const auto = {
    label: 'auto',
    detail: 'By what the file looks like; a preset that it names is taken out',
    ...(isFound && {description: `current: ${preset}`}),
  }
  const named = presets.map(({id, summary}) => ({
    label: id,
    detail: summary,
    ...(presetSource === 'directive' && id === preset && {description: 'current'}),
  }))
  return [auto, ...named]
}
