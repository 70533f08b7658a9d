import type {Finding, Severity} from '../../core/finding.ts'
import type {SourceText} from '../../core/text.ts'
import {name, version} from '../package.ts'
import type {Statistics} from '../stats/statistics.ts'
import type {Phase} from '../timer.ts'
import {jsonText} from './json-text.ts'
import {reportedReadiness} from './readiness.ts'
import {regionOf} from './region.ts'
import type {ReportData, ReportedFile, ReportedFinding, ReportedStatistics} from './report-data.ts'
import type {LintedFile, Run} from './reporter.ts'

/** The report as JSON on one line; its form is fixed by `docs/report.schema.json`. */
export function json(run: Pick<Run, 'files' | 'required' | 'statistics'>): string {
  return jsonText(reportOf(run))
}

/** What the JSON report holds. */
export function reportOf({files, required, statistics}: Pick<Run, 'files' | 'required' | 'statistics'>): ReportData {
  const findings = files.flatMap(({result}) => result.findings)
  const count = (severity: Severity) => findings.filter(finding => finding.severity === severity).length
  return {
    version: 1,
    tool: {name, version},
    files: files.map(file => fileReport(file, required)),
    summary: {
      files: files.length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      suppressed: files.reduce((sum, {result}) => sum + result.suppressed, 0),
    },
    ...(statistics && {stats: statisticsReport(statistics)}),
  }
}

function statisticsReport({phases, rules, files}: Statistics): ReportedStatistics {
  const inMicroseconds = (milliseconds = 0) => Number(milliseconds.toFixed(3))
  const timeOf = (phase: Phase) => inMicroseconds(phases.get(phase))
  return {
    milliseconds: {
      configure: timeOf('configure'),
      discover: timeOf('discover'),
      load: timeOf('load'),
      read: timeOf('read'),
      lint: timeOf('lint'),
    },
    rules: Object.fromEntries(
      [...rules].sort(([, a], [, b]) => b - a).map(([id, milliseconds]) => [id, inMicroseconds(milliseconds)]),
    ),
    files: files.map(({path, bytes, isCached, milliseconds}) => ({
      path,
      bytes,
      cached: isCached,
      milliseconds: inMicroseconds(milliseconds),
    })),
  }
}

function fileReport({path, source, result, outline}: LintedFile, required: Run['required']): ReportedFile {
  const {preset, presetSource, evidence} = result
  return {
    path,
    preset,
    presetSource,
    evidence,
    ...(outline && {readiness: reportedReadiness(outline.readiness, required)}),
    findings: result.findings.map(finding => findingReport(finding, source)),
  }
}

function findingReport(
  {rule, severity, message, data, url, fix, suggestions, related, ...range}: Finding,
  source: SourceText,
): ReportedFinding {
  return {
    rule,
    severity,
    message,
    data,
    ...regionOf(source, range),
    ...(url && {url}),
    ...(fix && {fix: {edits: fix}}),
    suggestions: suggestions ?? [],
    ...(related && {related: related.map(other => ({...regionOf(source, other), message: other.message}))}),
  }
}
