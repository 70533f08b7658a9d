import type {Finding, Severity} from '../../core/finding.ts'

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** `a, b, c`, and of more than three the first three and how many are left. */
export function list(items: readonly string[]): string {
  const more = items.length - 3
  return more > 1 ? `${items.slice(0, 3).join(', ')} and ${more} more` : items.join(', ')
}

export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter(finding => finding.severity === severity).length
}

/** `2 errors, 1 warning`; infos only where there are some. */
export function severityCounts(findings: readonly Finding[]): string {
  const counts = [
    counted(countOf(findings, 'error'), 'error'),
    counted(countOf(findings, 'warning'), 'warning'),
    ...(countOf(findings, 'info') > 0 ? [counted(countOf(findings, 'info'), 'info')] : []),
  ]
  return counts.join(', ')
}
