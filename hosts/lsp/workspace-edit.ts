import type {Range as LspRange, WorkspaceEdit} from 'vscode-languageserver'
import type {Client} from './feature.ts'

/** A change of a document; `snippet` is `newText` with places to fill in, for editors that know such. */
export interface SlottedEdit {
  range: LspRange
  newText: string
  snippet?: string
}

/**
 * `edits` of one version of a document in the form that the editor knows: one that knows versions does not apply them to
 * another.
 */
export function workspaceEdit(
  {capabilities}: Client,
  {uri, version}: {uri: string; version: number},
  edits: readonly SlottedEdit[],
): WorkspaceEdit {
  const {documentChanges, snippetEditSupport} = capabilities.workspace?.workspaceEdit ?? {}
  const plain = ({range, newText}: SlottedEdit) => ({range, newText})
  if (!documentChanges) return {changes: {[uri]: edits.map(plain)}}
  const slotted = (edit: SlottedEdit) =>
    edit.snippet === undefined || !snippetEditSupport
      ? plain(edit)
      : {range: edit.range, snippet: {kind: 'snippet' as const, value: edit.snippet}}
  return {documentChanges: [{textDocument: {uri, version}, edits: edits.map(slotted)}]}
}
