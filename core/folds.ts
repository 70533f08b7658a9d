import type {Document} from './document.ts'
import type {Range} from './finding.ts'

/** Lines of which an editor can hide all but the first; both 1-based, the last included and after the first. */
export interface Fold {
  kind: 'section' | 'fence' | 'comment' | 'front-matter' | 'item' | 'table'
  firstLine: number
  lastLine: number
}

/**
 * What can be folded in a document, in order of the first line, of which each has one fold at most; outer folds come
 * before those in them. A section ends with its last line that is not blank.
 */
export function foldsOf({source, text, sections, blocks, comments, items, frontMatter}: Document): Fold[] {
  const folds = new Map<number, Fold>()
  const add = (kind: Fold['kind'], {start, end}: Range) => {
    const firstLine = source.lineAt(start)
    const lastLine = source.lineAt(start + text.slice(start, end).trimEnd().length)
    if (lastLine > (folds.get(firstLine)?.lastLine ?? firstLine)) folds.set(firstLine, {kind, firstLine, lastLine})
  }
  // Its closing line comes right behind it.
  if (frontMatter) add('front-matter', {start: 0, end: frontMatter.end + 1})
  for (const section of sections) add('section', section)
  for (const block of blocks) if (block.kind === 'fence' || block.kind === 'table') add(block.kind, block)
  for (const comment of comments) add('comment', comment)
  for (const item of items) add('item', item)
  return [...folds.values()].sort((a, b) => a.firstLine - b.firstLine)
}

/** As many of `folds`, which have to be in order, as `most`; the outermost are kept, and the order. */
export function outermost(folds: readonly Fold[], most: number): Fold[] {
  if (folds.length <= most) return [...folds]
  const open: Fold[] = []
  const depths = new Map<Fold, number>()
  for (const fold of folds) {
    for (let last = open.at(-1); last && last.lastLine < fold.firstLine; last = open.at(-1)) open.pop()
    depths.set(fold, open.length)
    open.push(fold)
  }
  const depthOf = (fold: Fold) => depths.get(fold) ?? 0
  const kept = [...folds].sort((a, b) => depthOf(a) - depthOf(b)).slice(0, Math.max(0, most))
  return kept.sort((a, b) => a.firstLine - b.firstLine)
}
