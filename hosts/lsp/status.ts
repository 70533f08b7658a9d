import {basename} from 'node:path'
import {
  ErrorCodes,
  type ExecuteCommandParams,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver'
import {aimOf, blockersTo} from '../../core/readiness/verdict.ts'
import type {Feature, Session} from './feature.ts'
import type {LintedDocument} from './linted-document.ts'
import type {Outcome} from './outcome.ts'
import {presetEdits} from './preset-directive.ts'
import {
  type PlanStatus,
  type PresetChoice,
  type PresetsParams,
  presetsRequest,
  setPresetCommand,
  statusNotification,
} from './status-protocol.ts'

/** Tells editors by which preset a document is judged, and changes it for them. */
export const status: Feature = {
  capabilities: () => ({executeCommandProvider: {commands: [setPresetCommand]}}),
  start(session) {
    const {connection, documents, client} = session
    if (client.wantsStatus) {
      documents.onOutcome(outcome => void connection.sendNotification(statusNotification, statusOf(outcome)))
    }
    connection.onRequest(presetsRequest, async ({uri}: PresetsParams): Promise<PresetChoice[]> => {
      const outcome = await documents.outcomeOf(uri)
      return (outcome?.config.catalogue.presets ?? []).map(({id, summary}) => ({id, summary}))
    })
    connection.onExecuteCommand(params => setPreset(session, params))
  },
}

function statusOf({uri, version, config, linted, failure}: Outcome): PlanStatus {
  return {
    uri,
    version,
    plan: linted ? planOf(linted) : null,
    configFile: config.file ?? null,
    configProblems: config.problems,
    isConfigRefused: config.isRefused,
    failure,
  }
}

function planOf({result, readiness}: LintedDocument): NonNullable<PlanStatus['plan']> {
  const {preset, presetSource, evidence, findings} = result
  const counts = {error: 0, warning: 0, info: 0}
  for (const {severity} of findings) counts[severity]++
  const next = aimOf(readiness.verdict)
  const blockers = blockersTo(readiness.blockers, next).length
  return {preset, presetSource, evidence, counts, readiness: {verdict: readiness.verdict, next, blockers}}
}

/** @throws {ResponseError} when the command or one of its arguments is none that is known */
async function setPreset(
  {connection, documents, client}: Session,
  {command, arguments: given = []}: ExecuteCommandParams,
) {
  const [uri, preset] = given as unknown[]
  if (command !== setPresetCommand) throw new ResponseError(ErrorCodes.InvalidParams, `Unknown command ${command}.`)
  const outcome = typeof uri === 'string' ? await documents.outcomeOf(uri) : null
  const document = outcome && documents.documentOf(outcome.uri)
  if (!document) {
    throw new ResponseError(ErrorCodes.InvalidParams, `${String(uri)} is no open Markdown document.`)
  }
  const {catalogue, file, preset: configured = 'auto'} = outcome.config
  if (preset !== 'auto' && !catalogue.presets.some(({id}) => id === preset)) {
    throw new ResponseError(ErrorCodes.InvalidParams, `There is no preset "${String(preset)}".`)
  }
  if (configured !== 'auto') {
    const name = file === undefined ? 'The configuration' : basename(file)
    const message = `${name} judges this file by the preset "${configured}", whatever the file says; change it there.`
    await connection.sendNotification(ShowMessageNotification.type, {type: MessageType.Warning, message})
    return
  }
  const edits = presetEdits(document.getText(), preset === 'auto' ? null : String(preset)).map(edit => ({
    range: {start: document.positionAt(edit.start), end: document.positionAt(edit.end)},
    newText: edit.text,
  }))
  if (edits.length === 0) return
  const {uri: address, version} = document
  await connection.workspace.applyEdit({
    label: 'Choose the preset',
    edit: client.capabilities.workspace?.workspaceEdit?.documentChanges
      ? {documentChanges: [{textDocument: {uri: address, version}, edits}]}
      : {changes: {[address]: edits}},
  })
}
