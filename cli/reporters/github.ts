import type {Finding, Severity} from '../../core/finding.ts'
import {harmless} from '../terminal.ts'
import {lastLineOf, regionOf} from './region.ts'
import type {LintedFile, Run, Target} from './reporter.ts'
import {repositoryPath} from './repository-path.ts'

const commands: Record<Severity, string> = {error: 'error', warning: 'warning', info: 'notice'}

/**
 * Workflow commands of GitHub Actions, one per finding, which GitHub shows beside the lines of a pull request. Errors
 * come first, as GitHub shows only so many.
 */
export function github({files}: Run, target: Target): string {
  const all = files.flatMap(file => file.result.findings.map(finding => ({file, finding})))
  const severities: Severity[] = ['error', 'warning', 'info']
  return severities
    .flatMap(severity => all.filter(({finding}) => finding.severity === severity))
    .map(({file, finding}) => commandOf(file, finding, target))
    .join('')
}

function commandOf({path, source}: LintedFile, finding: Finding, target: Target): string {
  const {line, column, endColumn} = regionOf(source, finding)
  const endLine = lastLineOf(source, finding)
  const properties = {
    file: repositoryPath(path, target),
    line,
    endLine,
    // GitHub takes columns only where it is all on one line.
    ...(endLine === line && {col: column, endColumn: Math.max(column, endColumn)}),
    title: `plan-lint: ${finding.rule}`,
  }
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
  return `::${commands[finding.severity]} ${written.join(',')}::${escapedData(finding.message)}\n`
}

function escapedData(text: string): string {
  return harmless(text).replaceAll('%', '%25')
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
