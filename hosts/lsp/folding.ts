import {type FoldingRange, FoldingRangeKind} from 'vscode-languageserver'
import {foldsOf, outermost} from '../../core/folds.ts'
import type {Feature} from './feature.ts'

/** Sections, fences, lists and comments, whole lines each: so every editor can fold them. */
export const folding: Feature = {
  capabilities: () => ({foldingRangeProvider: true}),
  start({connection, documents, client}) {
    const most = client.capabilities.textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY
    connection.onFoldingRanges(async ({textDocument: {uri}}, token): Promise<FoldingRange[]> => {
      const linted = await documents.lintedOf(uri, token)
      const folds = outermost(linted ? foldsOf(linted.plan.document) : [], most)
      return folds.map(({kind, firstLine, lastLine}) => ({
        startLine: firstLine - 1,
        endLine: lastLine - 1,
        ...(kind === 'comment' && {kind: FoldingRangeKind.Comment}),
      }))
    })
  },
}
