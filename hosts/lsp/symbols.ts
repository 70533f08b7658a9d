import {type DocumentSymbol, type SymbolInformation, SymbolKind} from 'vscode-languageserver'
import {type OutlineEntry, type OutlineKind, outlineOf} from '../../core/outline.ts'
import type {Feature} from './feature.ts'
import type {LintedDocument} from './linted-document.ts'

/** Of the kinds that every editor knows. */
const kinds: Record<OutlineKind, SymbolKind> = {
  title: SymbolKind.File,
  section: SymbolKind.String,
  phase: SymbolKind.Module,
  task: SymbolKind.Boolean,
  metadata: SymbolKind.Package,
  stage: SymbolKind.Class,
}

/** The outline of a plan, nested where the editor can show it so. */
export const symbols: Feature = {
  capabilities: () => ({documentSymbolProvider: {label: 'plan-lint'}}),
  start({connection, documents, client}) {
    const isNested = client.capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true
    connection.onDocumentSymbol(async ({textDocument: {uri}}, token) => {
      const linted = await documents.lintedOf(uri, token)
      if (!linted) return []
      const outline = outlineOf(linted.plan)
      return isNested ? outline.map(entry => symbolOf(entry, linted)) : [...flat(outline, '', linted)]
    })
  },
}

function symbolOf({kind, name, detail, start, end, selection, children}: OutlineEntry, linted: LintedDocument) {
  const symbol: DocumentSymbol = {
    name,
    kind: kinds[kind],
    range: linted.rangeInPlan({start, end}),
    selectionRange: linted.rangeInPlan(selection),
    children: children.map(child => symbolOf(child, linted)),
  }
  return detail === '' ? symbol : {...symbol, detail}
}

function* flat(
  entries: readonly OutlineEntry[],
  containerName: string,
  linted: LintedDocument,
): Generator<SymbolInformation> {
  for (const {kind, name, start, end, children} of entries) {
    const location = {uri: linted.uri, range: linted.rangeInPlan({start, end})}
    yield {name, kind: kinds[kind], location, ...(containerName && {containerName})}
    yield* flat(children, name, linted)
  }
}
