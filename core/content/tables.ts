import {type Document, startingIn} from '../document.ts'
import type {Range} from '../finding.ts'
import type {Cell, Table} from '../markdown.ts'
import type {ContentSpec, Title} from '../preset.ts'
import {matcherOf} from '../titles.ts'
import {checkValue, enumMember} from '../values.ts'
import type {Lack} from './check.ts'

type TableSpec = Extract<ContentSpec, {kind: 'table'}>

function words(document: Document, cell: Range | undefined): string {
  return cell
    ? document.text
        .slice(cell.start, cell.end)
        .replace(/[*_`]+/g, '')
        .trim()
    : ''
}

const columnLists = new Map<Title, readonly Title[]>()

function columnOf(document: Document, table: Table, title: Title): number {
  const list = columnLists.get(title) ?? [title]
  columnLists.set(title, list)
  return table.header.findIndex(cell => matcherOf(list).matches(words(document, cell)))
}

/** A cell, or where it would stand. */
function placeOf(row: readonly Cell[], column: number): Range {
  const cell = row[column]
  if (cell && cell.end > cell.start) return cell
  const first = row[0]
  return first ? {start: first.start, end: row.at(-1)?.end ?? first.end} : {start: 0, end: 0}
}

function emptyCells(document: Document, table: Table, spec: TableSpec): Lack[] {
  return table.rows.flatMap(row =>
    spec.columns.flatMap(title => {
      const column = columnOf(document, table, title)
      return words(document, row[column]) === ''
        ? [{place: placeOf(row, column), expected: `a value for "${title}"`}]
        : []
    }),
  )
}

function badValues(document: Document, table: Table, spec: TableSpec): Lack[] {
  return Object.entries(spec.values ?? {}).flatMap(([title, values]) => {
    const column = columnOf(document, table, title)
    return table.rows.flatMap(row => {
      const value = words(document, row[column])
      if (value === '' || enumMember(value, values)) return []
      return [{place: placeOf(row, column), expected: `one of ${values.join(', ')} for "${title}"`}]
    })
  })
}

function badDates(document: Document, table: Table, title: Title): Lack[] {
  const column = columnOf(document, table, title)
  let latest = ''
  return table.rows.flatMap(row => {
    const value = words(document, row[column])
    if (value === '') return []
    const bad = checkValue(value, {type: 'date'})
    if (bad) return [{place: placeOf(row, column), expected: bad.expected}]
    const isEarlier = value.slice(0, 10) < latest
    if (!isEarlier) latest = value.slice(0, 10)
    return isEarlier
      ? [{place: placeOf(row, column), expected: `a date not before ${latest}: rows go from old to new`}]
      : []
  })
}

/** A table that is missing, lacks columns or rows, or has cells that are empty or hold what they may not. */
export function checkTable(document: Document, body: Range, spec: TableSpec): Lack[] {
  const tables = startingIn(document.tables, body)
  const table = tables.find(candidate => spec.columns.every(title => columnOf(document, candidate, title) >= 0))
  const columns = spec.columns.join(', ')
  if (!table) {
    const [first] = tables
    const place = first?.header[0] ? {start: first.header[0].start, end: first.header.at(-1)?.end ?? first.start} : null
    return [{place, expected: `a table with the columns ${columns}`}]
  }
  if (table.rows.length === 0) return [{place: null, expected: `a row in the table of ${columns}`}]
  return [
    ...emptyCells(document, table, spec),
    ...badValues(document, table, spec),
    ...(spec.dates ? badDates(document, table, spec.dates) : []),
  ]
}
