import type {Finding} from '../../core/finding.ts'
import {placeOf} from '../../core/place.ts'
import type {SourceText} from '../../core/text.ts'
import {asHtml, asMarkdown} from './markdown-text.ts'
import type {LintedFile, Run} from './reporter.ts'
import {counted, severityCounts} from './words.ts'

/** More findings than this are counted, as services take comments up to some length only. */
const mostFindings = 200
const marks = {error: '❌', warning: '⚠️', info: 'ℹ️'} as const

/** A summary for a pull request: a table of the plans, then what was found in each, folded. */
export function markdown({files, problems, showsAll = false}: Run): string {
  const findings = files.flatMap(({result}) => result.findings)
  const parts = [
    `### plan-lint: ${verdict(findings)} in ${counted(files.length, 'plan')}`,
    table(files),
    ...(problems.length > 0 ? [`Not checked:\n\n${problems.map(text => `- ${asMarkdown(text)}`).join('\n')}`] : []),
    ...details(files, showsAll ? Infinity : mostFindings),
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
    String(outline?.phases ?? ''),
    outline ? openOf(outline.openQuestions, outline.questions) : '',
    result.findings.length === 0 ? '✅ none' : severityCounts(result.findings),
  ])
  const head = ['Plan', 'Preset', 'Phases', 'Open questions', 'Findings']
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), '| --- | --- | ---: | ---: | --- |', ...rows.map(line)].join('\n')
}

function openOf(open: number, all: number): string {
  return all > open ? `${open} of ${all}` : String(open)
}

function details(files: readonly LintedFile[], most: number): string[] {
  let left = most
  return files
    .filter(({result}) => result.findings.length > 0)
    .map(({path, source, result}) => {
      const shown = result.findings.slice(0, left)
      left -= shown.length
      const rest = result.findings.length - shown.length
      const lines = shown.map(finding => item(finding, source))
      if (rest > 0) lines.push(`- … and ${counted(rest, 'more finding')}`)
      const counts = severityCounts(result.findings)
      return `<details>\n<summary>${asHtml(path)}: ${counts}</summary>\n\n${lines.join('\n')}\n\n</details>`
    })
}

function item({rule, severity, message, url, start}: Finding, source: SourceText): string {
  const {line} = placeOf(source, start)
  const name = url === undefined ? `\`${rule}\`` : `[${rule}](${url})`
  return `- ${marks[severity]} line ${line}: ${asMarkdown(message)} (${name})`
}
