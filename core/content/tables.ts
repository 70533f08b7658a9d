import type {Document} from '../document.ts'
import type {Range} from '../finding.ts'
import type {Cell, Table} from '../markdown.ts'
import {longestAscending} from '../order.ts'
import type {ContentSpec, Title} from '../preset.ts'
import {startingIn} from '../ranges.ts'
import {matcherOf} from '../titles.ts'
import {checkValue, enumMember} from '../values.ts'
import type {FaultyPart, Lack} from './check.ts'

type TableSpec = Extract<ContentSpec, {kind: 'table'}>

function words(document: Document, cell: Range | undefined): string {
  return cell
    ? document.text
        .slice(cell.start, cell.end)
        .replace(/[*_`]+/g, '')
        .trim()
    : ''
}

const columnLists = new Map<string, readonly Title[]>()

/** Index of the column with a title or one of its `aliases`; -1 where there is none. */
export function columnOf(document: Document, table: Table, title: Title, aliases: readonly Title[] = []): number {
  const key = [title, ...aliases].join('\n')
  const list = columnLists.get(key) ?? [title, ...aliases]
  columnLists.set(key, list)
  return table.header.findIndex(cell => matcherOf(list).matches(words(document, cell)))
}

/** The place of a whole row. */
export function rowPlace(row: readonly Cell[]): FaultyPart {
  return {start: row[0]?.start ?? 0, end: row.at(-1)?.end ?? 0, part: 'row'}
}

/** A cell, or its row where it is empty. */
function cellPlace(row: readonly Cell[], column: number): FaultyPart {
  const cell = row[column]
  return cell && cell.end > cell.start ? {start: cell.start, end: cell.end, part: 'cell'} : rowPlace(row)
}

function emptyCells(document: Document, table: Table, columns: ReadonlyMap<Title, number>): Lack[] {
  return table.rows.flatMap(row =>
    [...columns].flatMap(([title, column]): Lack[] =>
      words(document, row[column]) === '' ? [{place: rowPlace(row), expected: `a value for "${title}"`}] : [],
    ),
  )
}

function badValues(document: Document, table: Table, columns: ReadonlyMap<Title, number>, spec: TableSpec): Lack[] {
  return Object.entries(spec.values ?? {}).flatMap(([title, values]) => {
    const column = columns.get(title) ?? -1
    return table.rows.flatMap((row): Lack[] => {
      const value = words(document, row[column])
      if (value === '' || enumMember(value, values)) return []
      return [{place: cellPlace(row, column), expected: `one of ${values.join(', ')} for "${title}"`}]
    })
  })
}

function badDates(document: Document, table: Table, column: number): Lack[] {
  const dated = table.rows.flatMap(row => {
    const value = words(document, row[column])
    return value === '' ? [] : [{row, value, bad: checkValue(value, {type: 'date'})}]
  })
  const lacks = dated.flatMap(({row, bad}): Lack[] =>
    bad ? [{place: cellPlace(row, column), expected: bad.expected}] : [],
  )
  return [
    ...lacks,
    ...outOfOrder(dated.filter(({bad}) => bad === null)).map(({row}) => ({
      place: {...cellPlace(row, column), part: 'row' as const},
      expected: 'its place by date: the oldest comes first',
    })),
  ]
}

/** The fewest rows that have to move for the oldest to come first. Long tables may have the newest first throughout. */
function outOfOrder<T extends {value: string}>(rows: readonly T[]): T[] {
  const days = rows.map(({value}) => Number(value.slice(0, 10).replaceAll('-', '')))
  const isNewestFirst = rows.length > 2 && days.every((day, index) => index === 0 || day <= (days[index - 1] as number))
  if (isNewestFirst) return []
  // Rows of one day are in order as they stand. From the end, so that of two swapped rows the second is named.
  const keys = days.map((day, index) => -(day * (rows.length + 1) + index)).reverse()
  const kept = longestAscending(keys)
  return rows.filter((_, index) => !kept.has(rows.length - 1 - index))
}

/** A table that is missing, lacks columns or rows, or has cells that are empty or hold what they may not. */
export function checkTable(document: Document, body: Range, spec: TableSpec): Lack[] {
  const tables = startingIn(document.tables, body)
  const column = (table: Table, title: Title) => columnOf(document, table, title, spec.aliases?.[title])
  const table = tables.find(candidate => spec.columns.every(title => column(candidate, title) >= 0))
  if (!table) return [lackOfColumns(spec, tables[0], column)]
  if (table.rows.length === 0) return [{place: headerPlace(table), expected: 'a row'}]
  const columns = new Map(spec.columns.map(title => [title, column(table, title)]))
  return [
    ...emptyCells(document, table, columns),
    ...badValues(document, table, columns, spec),
    ...(spec.dates ? badDates(document, table, columns.get(spec.dates) ?? -1) : []),
  ]
}

function lackOfColumns(
  {columns}: TableSpec,
  table: Table | undefined,
  column: (table: Table, title: Title) => number,
): Lack {
  if (!table) return {place: null, expected: `a table with the columns ${columns.join(', ')}`}
  const missing = columns.filter(title => column(table, title) < 0)
  return {place: headerPlace(table), expected: `the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}`}
}

function headerPlace({header, start}: Table): FaultyPart {
  return {start: header[0]?.start ?? start, end: header.at(-1)?.end ?? start, part: 'table'}
}
