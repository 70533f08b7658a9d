import type {Range} from '../finding.ts'
import {isTree} from '../leftovers/code.ts'
import type {Item, Table} from '../markdown.ts'
import type {ContentSpec} from '../preset.ts'
import {startingIn} from '../ranges.ts'
import type {Reading} from './reading.ts'
import {choicesIn} from './slot-shapes.ts'
import {readTitle} from './titles.ts'

/** A template shows one way to write a section; a plan that found another is told, and no more. */
const severity = 'warning'

const diagram = /^(?:mermaid|plantuml|dot|graphviz|d2)\b/i

/** What is read as a field or part of its own: items that are, and places of parts. */
export interface ReadApart {
  labelled: ReadonlySet<Item>
  ranges: readonly Range[]
}

/** What a place of the template shows that belongs there. */
export function contentsIn(reading: Reading, range: Range, apart: ReadApart): ContentSpec[] {
  const {document} = reading
  const isOwn = ({start}: Range) => !apart.ranges.some(part => part.start <= start && start < part.end)
  const tables = startingIn(document.tables, range).filter(isOwn)
  const read = tables.flatMap(table => tableOf(reading, table) ?? [])
  if (read.length > 0) return read.slice(0, 1)
  const list = listIn(reading, range, item => isOwn(item) && !apart.labelled.has(item))
  if (list) return [list]
  const [fence] = startingIn(document.fences, range).filter(isOwn)
  if (!fence) return []
  if (diagram.test(reading.textOf(fence.info).trim())) return [{kind: 'diagram', severity}]
  return [{kind: isTree(document, fence) ? 'tree' : 'code', severity}]
}

function listIn(reading: Reading, range: Range, isOwn: (item: Item) => boolean): ContentSpec | null {
  const {document} = reading
  const items = startingIn(document.items, range).filter(({parent}) => parent === null || parent.start < range.start)
  const own = items.filter(isOwn)
  if (own.length === 0) return null
  if (own.some(({checked}) => checked !== null)) return {kind: 'checklist', min: 1, severity}
  // Items without slots are advice on what to write, mostly in sentences.
  const isSample =
    own.some(item => reading.slotsIn(item).length > 0) || own.every(item => isNumberedSample(reading, item))
  if (!isSample) return null
  return {kind: own.every(({ordered}) => ordered) ? 'numbered' : 'list', min: 1, severity}
}

function isNumberedSample(reading: Reading, item: Item): boolean {
  return /^\s*(?:[-*+]|\d+[.)])\s+\p{L}[\p{L} ]* \d+\s*$/u.test(reading.textOf(item).split('\n', 1)[0] ?? '')
}

function tableOf(reading: Reading, {header, rows}: Table): ContentSpec | null {
  const columns = header.map(cell => readTitle(reading.textOf(cell), reading.meant).title)
  if (columns.length < 2 || columns.some(column => column === '' || column.includes('…'))) return null
  const choices = columns.flatMap((column, index) => {
    const cells = rows.flatMap(row => row[index] ?? [])
    const members = cells.map(cell => choicesIn(reading.textOf(cell)))
    return members[0] && members.every(each => each !== null) ? [[column, members[0]] as const] : []
  })
  return {kind: 'table', columns, ...(choices.length > 0 && {values: Object.fromEntries(choices)}), severity}
}
