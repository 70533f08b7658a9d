import type {LedgerEntry, SuppressionKind} from '../../core/ledger.ts'
import {type Span, wrapped} from '../layout.ts'
import {counted} from '../reporters/words.ts'
import type {Style} from '../style.ts'
import {harmless} from '../terminal.ts'
import {type Counts, type FileLedger, totalsOf} from './ledger.ts'

const kinds: Record<SuppressionKind, string> = {line: 'line', 'next-line': 'next line', block: 'block', file: 'file'}

/** The ledger for people: each suppression with its place, what it keeps back, and why. */
export function ledgerShown(ledger: readonly FileLedger[], style: Style): string {
  const entries = ledger.flatMap(({path, suppressions}) =>
    suppressions.map(entry => `${entryShown(path, entry, style)}\n`),
  )
  const summary = totalsShown(ledger).map(line => `${line}\n`)
  return [...entries, ...(entries.length > 0 ? ['\n'] : []), ...summary].join('')
}

function entryShown(path: string, entry: FileLedger['suppressions'][number], {paint, columns, split}: Style): string {
  const head: Span[] = [
    {text: harmless(`${path}:${entry.line}`), paint: paint.bold},
    {text: `  ${kinds[entry.kind]}:`},
    ...rulesShown(entry, paint),
  ]
  const reason =
    entry.reason === '' ? {text: 'no reason given', paint: paint.yellow} : {text: harmless(oneLine(entry.reason))}
  const lines = [wrapped(head, columns - 4, split), wrapped([reason], columns - 4, split)].flat()
  return lines.map((line, index) => (index === 0 ? line : `    ${line}`)).join('\n')
}

function rulesShown({rules, kept, unused}: Omit<LedgerEntry, 'start' | 'end'>, paint: Style['paint']): Span[] {
  if (rules.length === 0) return [{text: ` every rule (${countsShown(kept) || 'nothing so far'})`}]
  return rules.map((rule, index) => {
    const end = index < rules.length - 1 ? ',' : ''
    const name = ` ${harmless(rule)}`
    if (unused.includes(rule)) return {text: `${name} unused${end}`, paint: paint.yellow}
    return {text: `${name} ${kept[rule] ?? 0}${end}`}
  })
}

function countsShown(counts: Counts): string {
  return Object.entries(counts)
    .map(([rule, count]) => `${harmless(rule)} ${count}`)
    .join(', ')
}

/** A directive may go on over several lines. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

function totalsShown(ledger: readonly FileLedger[]): string[] {
  const {files, suppressions, suppressed, unused, withoutReason, baseline} = totalsOf(ledger)
  const inFiles = counted(files, 'file')
  const keep = suppressions === 1 ? 'keeps' : 'keep'
  const remarks = [
    ...(unused > 0 ? [`${unused} unused in whole or part`] : []),
    ...(withoutReason > 0 ? [`${withoutReason} without a reason`] : []),
  ]
  return [
    suppressions === 0
      ? `no suppressions in ${inFiles}`
      : `${counted(suppressions, 'suppression')} in ${inFiles} ${keep} back ${counted(suppressed, 'finding')}`,
    ...(remarks.length > 0 ? [`  ${remarks.join(', ')}`] : []),
    ...(baseline === undefined ? [] : [`the baseline keeps back ${counted(baseline, 'more finding')}`]),
  ]
}
