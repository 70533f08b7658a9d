import {endOf} from '../end-of.ts'
import type {Splitter} from '../reporters/cells.ts'
import {counted} from '../reporters/words.ts'
import type {Style} from '../style.ts'
import {harmless} from '../terminal.ts'
import {phases} from '../timer.ts'
import type {Statistics} from './statistics.ts'

const mostFiles = 5
const mostRules = 10

interface Item {
  name: string
  milliseconds: number
}

/** What a run took, for people: as a whole, by its parts, by the files and the rules that took most. */
export function statisticsShown({phases: times, files, rules}: Statistics, {paint, columns, split}: Style): string {
  const parts = phases.map(name => ({name, milliseconds: times.get(name) ?? 0}))
  const total = totalOf(parts)
  const cached = files.filter(({isCached}) => isCached).length
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const summary = [
    counted(files.length, 'file'),
    ...(cached > 0 ? [`${cached} known from before`] : []),
    kilobytes(bytes),
    `${inTenths(total)} ms`,
  ]
  const checks = Array.from(rules, ([name, milliseconds]) => ({name, milliseconds}))
  const linted = files.filter(({isCached}) => !isCached).map(({path, ...file}) => ({name: path, ...file}))
  const tables = [
    {title: 'Parts', rows: parts.map(part => [...shareOf(part, total), part.name])},
    {
      title: 'Slowest files',
      rows: slowest(linted, mostFiles).map(file => [
        `${inTenths(file.milliseconds)} ms`,
        kilobytes(file.bytes),
        file.name,
      ]),
    },
    {
      title: 'Slowest rules',
      rows: slowest(checks, mostRules).map(rule => [...shareOf(rule, totalOf(checks)), rule.name]),
    },
  ]
  const shown = tables
    .filter(({rows}) => rows.length > 0)
    .map(({title, rows}) => [paint.bold(title), ...tableLines(rows, columns, split)].join('\n'))
  return `${[paint.bold(`Statistics: ${summary.join(', ')}`), ...shown, ...outside(files)].join('\n\n')}\n`
}

/** Of plans that no repository is around, how many they are: rules that look at it are silent on them. */
function outside(files: Statistics['files']): string[] {
  const count = files.filter(({isInRepository}) => !isInRepository).length
  if (count === 0) return []
  const plans = count === files.length ? 'the plans' : `${count} of ${files.length} plans`
  return [`No repository is around ${plans}; rules about it are silent on them.`]
}

function slowest<T extends Item>(items: readonly T[], most: number): T[] {
  return [...items].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, most)
}

function totalOf(items: readonly Item[]): number {
  return items.reduce((sum, {milliseconds}) => sum + milliseconds, 0)
}

function shareOf({milliseconds}: Item, total: number): [string, string] {
  const share = total > 0 ? Math.round((100 * milliseconds) / total) : 0
  return [`${inTenths(milliseconds)} ms`, `${share} %`]
}

function inTenths(amount: number): string {
  return amount.toFixed(1)
}

function kilobytes(bytes: number): string {
  return `${inTenths(bytes / 1000)} kB`
}

/** A line of at most `columns` for each row; its last cell is a name, the others are numbers. */
function tableLines(rows: readonly (readonly string[])[], columns: number, split: Splitter): string[] {
  const widthIn = (column: number) => Math.max(...rows.map(row => row[column]?.length ?? 0))
  return rows.map(row => {
    const numbers = row.slice(0, -1).map((cell, column) => cell.padStart(widthIn(column)))
    const begin = `  ${numbers.join('  ')}  `
    return begin + endOf(harmless(row.at(-1) ?? ''), columns - begin.length, split)
  })
}
