import {
  type DefinitionLink,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from 'vscode-languageserver'
import {type Occurrences, occurrencesAt} from '../../core/occurrences/occurrences.ts'
import type {Feature} from './feature.ts'
import type {LintedDocument} from './linted-document.ts'

/** Ways between the places that name a task, a phase or a stage. */
export const navigation: Feature = {
  capabilities: () => ({definitionProvider: true, referencesProvider: true, documentHighlightProvider: true}),
  start({connection, documents, client}) {
    const knowsLinks = client.capabilities.textDocument?.definition?.linkSupport === true
    connection.onDefinition(async ({textDocument: {uri}, position}, token) => {
      const linted = await documents.lintedOf(uri, token)
      const found = linted && occurrencesIn(linted, position)
      if (!found) return []
      return knowsLinks
        ? linksTo(found, linted)
        : locationsOf(
            found.definitions.map(({name}) => name),
            linted,
          )
    })
    connection.onReferences(async ({textDocument: {uri}, position, context}, token) => {
      const linted = await documents.lintedOf(uri, token)
      const found = linted && occurrencesIn(linted, position)
      if (!found) return []
      const definitions = context.includeDeclaration ? found.definitions.map(({name}) => name) : []
      return locationsOf([...definitions, ...found.mentions], linted)
    })
    connection.onDocumentHighlight(async ({textDocument: {uri}, position}, token) => {
      const linted = await documents.lintedOf(uri, token)
      const found = linted && occurrencesIn(linted, position)
      return found ? highlightsOf(found, linted) : []
    })
  },
}

function occurrencesIn(linted: LintedDocument, position: Position): Occurrences | null {
  return occurrencesAt(linted.plan, linted.offsetInPlan(position))
}

function locationsOf(places: readonly {start: number; end: number}[], linted: LintedDocument): Location[] {
  return [...places]
    .sort((a, b) => a.start - b.start)
    .map(place => ({uri: linted.uri, range: linted.rangeInPlan(place)}))
}

function linksTo({definitions}: Occurrences, linted: LintedDocument): DefinitionLink[] {
  return definitions.map(({name, extent}) => ({
    targetUri: linted.uri,
    targetRange: linted.rangeInPlan(extent),
    targetSelectionRange: linted.rangeInPlan(name),
  }))
}

function highlightsOf({definitions, mentions}: Occurrences, linted: LintedDocument): DocumentHighlight[] {
  return [
    ...definitions.map(({name}) => ({range: linted.rangeInPlan(name), kind: DocumentHighlightKind.Write})),
    ...mentions.map(place => ({range: linted.rangeInPlan(place), kind: DocumentHighlightKind.Read})),
  ]
}
