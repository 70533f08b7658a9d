import {type Verdict, verdicts} from '../../core/readiness/verdict.ts'
import {endOf} from '../end-of.ts'
import {type Paint, type Span, wrapped} from '../layout.ts'
import {widthOf} from '../reporters/cells.ts'
import {counted} from '../reporters/words.ts'
import type {Style} from '../style.ts'
import {harmless} from '../terminal.ts'
import type {PlanStatus} from './statuses.ts'
import {summaryOf} from './summary.ts'

/** A table of the plans; of one plan alone it is told what keeps it back. */
export function statusesShown(statuses: readonly PlanStatus[], style: Style): string {
  const [first, second] = statuses
  const parts = [tableOf(statuses, style)]
  if (first && !second) parts.push(...blockersOf(first, style))
  else parts.push(summaryLines(statuses, style))
  return `${parts.map(lines => lines.join('\n')).join('\n\n')}\n`
}

interface Column {
  title: string
  isNumber?: boolean
  cell(status: PlanStatus): string
  paint?(status: PlanStatus, paint: Style['paint']): Paint
}

const columns: readonly Column[] = [
  {title: 'Preset', cell: ({preset}) => harmless(preset)},
  {
    title: 'Verdict',
    cell: ({readiness}) => readiness.verdict,
    paint: ({readiness}, paint) => paint[colors[readiness.verdict]],
  },
  {title: 'Phases', isNumber: true, cell: ({phases}) => (phases.all > 0 ? `${phases.done}/${phases.all}` : '-')},
  {title: 'Open', isNumber: true, cell: ({questions}) => String(questions.open)},
  {
    title: 'Findings',
    isNumber: true,
    cell: ({findings: {error, warning, info}}) => String(error + warning + info),
    paint: ({findings}, paint) => (findings.error > 0 ? paint.red : String),
  },
]

const colors = {draft: 'yellow', reviewable: 'cyan', executable: 'green', done: 'green'} as const satisfies Record<
  Verdict,
  keyof Style['paint']
>

/** The name of the file stands last and takes what is left of the line; its folder is told above. */
function tableOf(statuses: readonly PlanStatus[], {paint, columns: width, split}: Style): string[] {
  const widths = columns.map(({title, cell}) =>
    statuses.reduce((widest, status) => Math.max(widest, widthOf(cell(status), split)), title.length),
  )
  const padded = (text: string, index: number) => {
    const blanks = ' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(text, split)))
    return columns[index]?.isNumber ? {before: blanks, after: ''} : {before: '', after: blanks}
  }
  const left = width - widths.reduce((sum, own) => sum + own + 2, 0)
  const head = columns.map(({title}, index) => {
    const {before, after} = padded(title, index)
    return before + title + after
  })
  const rowOf = (status: PlanStatus) => {
    const cells = columns.map((column, index) => {
      const text = column.cell(status)
      const {before, after} = padded(text, index)
      return before + (column.paint?.(status, paint) ?? String)(text) + after
    })
    return [...cells, endOf(harmless(nameOf(status)), left, split)].join('  ')
  }
  const isInFolders = statuses.some(status => folderOf(status) !== '')
  const rows = statuses.flatMap((status, index) => {
    const before = statuses[index - 1]
    const folder = folderOf(status)
    if (!isInFolders || (before && folderOf(before) === folder)) return [rowOf(status)]
    return [paint.bold(endOf(harmless(folder || './'), width, split)), rowOf(status)]
  })
  return [[...head, 'Plan'].join('  '), ...rows]
}

/** With the slash; empty for the working folder itself. */
function folderOf({path}: PlanStatus): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function nameOf({path}: PlanStatus): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function summaryLines(statuses: readonly PlanStatus[], {paint}: Style): string[] {
  const summary = summaryOf(statuses)
  const shares = verdicts.filter(verdict => summary[verdict] > 0).map(verdict => `${summary[verdict]} ${verdict}`)
  const hint = summary.draft + summary.reviewable > 0 ? ['What keeps a plan back: plan-lint status <file>'] : []
  return [`${counted(statuses.length, 'plan')}: ${shares.join(', ')}`, ...hint.map(paint.dim)]
}

/** What is to be mended, a line for each cause, or more where it is long. */
function blockersOf({readiness: {aim, blockers}}: PlanStatus, {paint, columns: width, split}: Style): string[][] {
  if (aim === null) return []
  const places = blockers.map(({line, column}) => `${line}:${column}`)
  const placeWidth = places.reduce((widest, place) => Math.max(widest, place.length), 0)
  const indent = placeWidth + 4
  const lines = blockers.flatMap(({cause, message, count}, index) => {
    const more = count > 1 ? ` (${count} times)` : ''
    const spans: Span[] = [{text: harmless(message)}, {text: ` ${cause}${more}`, paint: paint.dim}]
    return wrapped(spans, width - indent, split).map((line, row) =>
      row === 0 ? `  ${(places[index] ?? '').padEnd(placeWidth)}  ${line}` : ' '.repeat(indent) + line,
    )
  })
  return [[paint.bold(`To be ${aim}`), ...lines]]
}
