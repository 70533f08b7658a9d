import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionRequest,
  type Range as LspRange,
  type SnippetTextEdit,
  TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import type {Client} from './client.ts'

/** The edits of an action in either form; those of a snippet as they stand there. */
export function editsOf({edit}: CodeAction): (TextEdit | SnippetTextEdit)[] {
  const inChanges = Object.values(edit?.changes ?? {}).flat()
  const versioned = (edit?.documentChanges ?? []).filter(change => TextDocumentEdit.is(change))
  return [...inChanges, ...versioned.flatMap(({edits}) => edits)]
}

/** `text` after the edits of `action`, as an editor makes them. */
export function applied(text: string, action: CodeAction): string {
  const edits = editsOf(action).map(edit =>
    'snippet' in edit
      ? {range: edit.range, newText: edit.snippet.value.replace(/\$\{\d+:([^}]*)\}/g, '$1')}
      : {range: edit.range, newText: edit.newText},
  )
  return TextDocument.applyEdits(TextDocument.create('untitled:x', 'markdown', 0, text), edits)
}

/** An editor that takes actions with their edits. */
export const takesActions: ClientCapabilities = {
  textDocument: {codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: []}}}},
}

export async function actionsAt(
  {connection}: Client,
  uri: string,
  range: LspRange,
  context: Omit<CodeActionContext, 'diagnostics'> = {},
): Promise<CodeAction[]> {
  const params = {textDocument: {uri}, range, context: {diagnostics: [], ...context}}
  return (await connection.sendRequest(CodeActionRequest.type, params)) as CodeAction[]
}

/** The range of the only `words` in `text`, or of its first `length` units. */
export function rangeOf(text: string, words: string, length = words.length): LspRange {
  const at = text.indexOf(words)
  if (at < 0 || text.indexOf(words, at + 1) >= 0) throw new Error(`Not once in the text: ${words}`)
  const before = text.slice(0, at).split(/\r\n?|\n/)
  const start = {line: before.length - 1, character: before.at(-1)?.length ?? 0}
  return {start, end: {line: start.line, character: start.character + length}}
}

export function titlesOf(actions: readonly CodeAction[]): string[] {
  return actions.map(({title}) => title)
}

export function named(actions: readonly CodeAction[], title: string): CodeAction {
  const action = actions.find(candidate => candidate.title === title)
  if (!action) throw new Error(`No "${title}" among: ${titlesOf(actions).join('; ')}`)
  return action
}
