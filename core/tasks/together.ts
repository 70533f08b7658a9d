import type {Document} from '../document.ts'
import type {Range} from '../finding.ts'
import type {Item} from '../markdown.ts'
import {doesOneStart} from '../ranges.ts'

/** Whether two items, given in any order, stand in one list: neither a heading nor prose of its own parts them. */
export function standTogether({headings, lines}: Document, a: Range, b: Range): boolean {
  const between = {start: Math.min(a.start, b.start), end: Math.max(a.start, b.start)}
  return !doesOneStart(headings, between, () => true) && !doesOneStart(lines, between, ({item}) => item === null)
}

/** The list that each item stands in, as the item that opens it. */
export function listsOf(document: Document): Map<Item, Item> {
  const lists = new Map<Item, Item>()
  const lastIn = new Map<Item | null, Item>()
  for (const item of document.items) {
    const last = lastIn.get(item.parent)
    const list = last && standTogether(document, last, item) ? lists.get(last) : undefined
    lists.set(item, list ?? item)
    lastIn.set(item.parent, item)
  }
  return lists
}
