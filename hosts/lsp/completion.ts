import {type CompletionItem, CompletionItemKind, CompletionTriggerKind, InsertTextFormat} from 'vscode-languageserver'
import type {Completion, CompletionKind} from '../../core/completion/completion.ts'
import {completionsAt} from '../../core/completion/completions.ts'
import type {Feature} from './feature.ts'
import type {LintedDocument} from './linted-document.ts'

const kinds: Record<CompletionKind, CompletionItemKind> = {
  section: CompletionItemKind.Module,
  value: CompletionItemKind.EnumMember,
  task: CompletionItemKind.Reference,
  stage: CompletionItemKind.Reference,
  rule: CompletionItemKind.Value,
  directive: CompletionItemKind.Keyword,
  preset: CompletionItemKind.Value,
}

/** Any of them may be followed by something that the template or the plan knows. */
const triggerCharacters = ['#', ' ', ':', ',', '-', '"', '`']

/** What the template and the plan let one write. */
export const completion: Feature = {
  capabilities: () => ({completionProvider: {triggerCharacters}}),
  start({connection, documents, client}) {
    const knowsSnippets = client.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true
    connection.onCompletion(async ({textDocument: {uri}, position, context}, token) => {
      const linted = await documents.lintedOf(uri, token)
      if (!linted) return []
      const isTyped = context?.triggerKind === CompletionTriggerKind.TriggerCharacter
      const found = completionsAt(linted.plan, linted.offsetInPlan(position), isTyped, linted.catalogue)
      return found.map((item, index) => itemOf(item, index, linted, knowsSnippets))
    })
  },
}

function itemOf(completion: Completion, index: number, linted: LintedDocument, knowsSnippets: boolean): CompletionItem {
  const {kind, label, detail, start, end, text, filter, aroundCursor} = completion
  const feed = /\r\n|\n|\r/.exec(linted.source.text)?.[0] ?? '\n'
  const snippet = knowsSnippets && aroundCursor ? aroundCursor.map(escaped).join('$0') : null
  return {
    label,
    kind: kinds[kind],
    ...(detail && {detail}),
    sortText: String(index).padStart(5, '0'),
    filterText: filter,
    textEdit: {range: linted.rangeInPlan({start, end}), newText: (snippet ?? text).replaceAll('\n', feed)},
    ...(snippet !== null && {insertTextFormat: InsertTextFormat.Snippet}),
  }
}

function escaped(words: string): string {
  return words.replace(/[\\$}]/g, '\\$&')
}
