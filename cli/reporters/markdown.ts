import type {Finding} from '../../core/finding.ts'
import {placeOf} from '../../core/place.ts'
import type {SourceText} from '../../core/text.ts'
import {asHtml, asMarkdown} from './markdown-text.ts'
import {blockersShown, mendable} from './readiness.ts'
import type {ReportedReadiness} from './report-data.ts'
import type {LintedFile, Run} from './reporter.ts'
import {counted, severityCounts} from './words.ts'

/** More findings than this are counted, as services take comments up to some length only. */
const mostFindings = 200
const marks = {error: '❌', warning: '⚠️', info: 'ℹ️'} as const

/** A summary for a pull request: a table of the plans, then what was found in each, folded. */
export function markdown({files, problems, required, showsAll = false}: Run): string {
  const findings = files.flatMap(({result}) => result.findings)
  const parts = [
    `### plan-lint: ${verdict(findings)} in ${counted(files.length, 'plan')}`,
    table(files),
    ...(problems.length > 0 ? [`Not checked:\n\n${problems.map(text => `- ${asMarkdown(text)}`).join('\n')}`] : []),
    ...details(files, required, showsAll ? Infinity : mostFindings),
  ]
  return `${parts.join('\n\n')}\n`
}

function verdict(findings: readonly Finding[]): string {
  return findings.length === 0 ? 'no findings' : severityCounts(findings)
}

function table(files: readonly LintedFile[]): string {
  const rows = files.map(({path, result, outline}) => [
    asMarkdown(path),
    asMarkdown(result.preset),
    outline?.readiness.verdict ?? '',
    String(outline?.phases ?? ''),
    outline ? openOf(outline.openQuestions, outline.questions) : '',
    result.findings.length === 0 ? '✅ none' : severityCounts(result.findings),
  ])
  const head = ['Plan', 'Preset', 'Verdict', 'Phases', 'Open questions', 'Findings']
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), '| --- | --- | --- | ---: | ---: | --- |', ...rows.map(line)].join('\n')
}

function openOf(open: number, all: number): string {
  return all > open ? `${open} of ${all}` : String(open)
}

function details(files: readonly LintedFile[], required: Run['required'], most: number): string[] {
  let left = most
  return files
    .map(file => ({...file, readiness: mendable(file.outline, required)}))
    .filter(({result, readiness}) => result.findings.length > 0 || readiness)
    .map(({path, source, result, readiness}) => {
      const shown = result.findings.slice(0, left)
      left -= shown.length
      const rest = result.findings.length - shown.length
      const lines = shown.map(finding => item(finding, source))
      if (rest > 0) lines.push(`- … and ${counted(rest, 'more finding')}`)
      const keeping = readiness && `Verdict: ${readiness.verdict}; to be ${readiness.aim}, mend ${shownIn(readiness)}`
      const parts = [...(keeping ? [keeping] : []), ...(lines.length > 0 ? [lines.join('\n')] : [])]
      const summary = `<summary>${asHtml(path)}: ${verdict(result.findings)}</summary>`
      return `<details>\n${summary}\n\n${parts.join('\n\n')}\n\n</details>`
    })
}

function shownIn({blockers}: ReportedReadiness): string {
  return asMarkdown(blockersShown(blockers))
}

function item({rule, severity, message, url, start}: Finding, source: SourceText): string {
  const {line} = placeOf(source, start)
  const name = url === undefined ? `\`${rule}\`` : `[${rule}](${url})`
  return `- ${marks[severity]} line ${line}: ${asMarkdown(message)} (${name})`
}
