import type {Finding} from '../../core/finding.ts'
import type {LintedFile} from './reporter.ts'

/** What a report for readers shows of a file. */
export interface Excerpt {
  file: LintedFile
  shown: readonly Finding[]
  /** What is counted only. */
  rest: readonly Finding[]
}

/** Findings that people read through; of more than these some stand for the others. */
const mostShown = 50
/** Findings of one rule in one file that stand for the others. */
const mostOfRule = 3

/**
 * Of up to `mostShown` findings all. Of more, in each file the first of each rule, until there are so many.
 */
export function excerptsOf(files: readonly LintedFile[], showsAll: boolean): Excerpt[] {
  const total = files.reduce((sum, {result}) => sum + result.findings.length, 0)
  if (showsAll || total <= mostShown) return files.map(file => ({file, shown: file.result.findings, rest: []}))
  let left = mostShown
  return files.map(file => {
    const {shown, rest} = examples(file.result.findings, left)
    left -= shown.length
    return {file, shown, rest}
  })
}

function examples(findings: readonly Finding[], most: number): {shown: Finding[]; rest: Finding[]} {
  const counts = new Map<string, number>()
  const [shown, rest]: [Finding[], Finding[]] = [[], []]
  for (const finding of findings) {
    const count = counts.get(finding.rule) ?? 0
    counts.set(finding.rule, count + 1)
    if (count < mostOfRule && shown.length < most) shown.push(finding)
    else rest.push(finding)
  }
  return {shown, rest}
}
