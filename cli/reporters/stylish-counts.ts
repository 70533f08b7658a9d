import type {Finding} from '../../core/finding.ts'
import {addTo} from '../../core/grouped.ts'
import type {SourceText} from '../../core/text.ts'
import {harmless} from '../terminal.ts'
import type {Excerpt} from './excerpts.ts'
import type {Style} from './stylish-finding.ts'
import {counted, list, severityCounts} from './words.ts'

/** More files of which nothing is shown than this are counted together. */
const mostCounted = 20

/** A line per rule for findings that are not shown, the most frequent rule first. */
export function restReport(findings: readonly Finding[], source: SourceText, {paint}: Style): string[] {
  const byRule = new Map<string, Finding[]>()
  for (const finding of findings) addTo(byRule, finding.rule, finding)
  const rows = [...byRule].sort(([, a], [, b]) => b.length - a.length)
  const width = Math.max(...rows.map(([rule]) => rule.length))
  const countWidth = String(rows[0]?.[1].length ?? 0).length
  return [
    `  … and ${counted(findings.length, 'more finding')}:`,
    ...rows.map(([rule, same]) => {
      const lines = [...new Set(same.map(({start}) => source.lineAt(start)))]
      const where = `${lines.length === 1 ? 'line' : 'lines'} ${list(lines.map(String))}`
      return `    ${String(same.length).padStart(countWidth)}  ${rule.padEnd(width)}  ${paint.dim(where)}`
    }),
  ]
}

/** A line for each file of which no finding is shown. */
export function unshownReport(excerpts: readonly Excerpt[], {paint}: Style): string {
  const lines = excerpts
    .slice(0, mostCounted)
    .map(({file, rest}) => `${paint.bold(harmless(file.path))}  ${severityCounts(rest)}\n`)
  const others = excerpts.slice(mostCounted)
  const findings = others.flatMap(({rest}) => rest)
  if (others.length > 0) lines.push(`… and ${counted(others.length, 'more file')}  ${severityCounts(findings)}\n`)
  return lines.join('')
}
