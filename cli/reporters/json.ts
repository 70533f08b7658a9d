import type {Finding, Range, Severity} from '../../core/finding.ts'
import {placeOf} from '../../core/place.ts'
import type {SourceText} from '../../core/text.ts'
import {name, version} from '../package.ts'
import type {LintedFile, Run} from './reporter.ts'

/** The report as JSON on one line; its form is fixed by `docs/report.schema.json`. */
export function json({files}: Run): string {
  const findings = files.flatMap(({result}) => result.findings)
  const count = (severity: Severity) => findings.filter(finding => finding.severity === severity).length
  const report = {
    version: 1,
    tool: {name, version},
    files: files.map(fileReport),
    summary: {
      files: files.length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      suppressed: files.reduce((sum, {result}) => sum + result.suppressed, 0),
    },
  }
  return `${escaped(JSON.stringify(report))}\n`
}

function fileReport({path, source, result}: LintedFile) {
  const {preset, presetSource, evidence} = result
  return {
    path,
    preset,
    presetSource,
    evidence,
    findings: result.findings.map(finding => findingReport(finding, source)),
  }
}

function findingReport(
  {rule, severity, message, data, url, fix, suggestions, related, ...range}: Finding,
  source: SourceText,
) {
  return {
    rule,
    severity,
    message,
    data,
    ...lines(range, source),
    ...(url && {url}),
    ...(fix && {fix: {edits: fix}}),
    suggestions: suggestions ?? [],
    ...(related && {related: related.map(other => ({...lines(other, source), message: other.message}))}),
  }
}

function lines(range: Range, source: SourceText) {
  const start = placeOf(source, range.start)
  const end = placeOf(source, range.end)
  return {line: start.line, column: start.column, endLine: end.line, endColumn: end.column}
}

/** What JSON allows in a string but a terminal would obey: the controls above ASCII, and marks of text direction. */
const steering = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

function escaped(text: string): string {
  return text.replace(steering, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
