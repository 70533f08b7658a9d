import type {ProjectSettings} from '../config/load.ts'
import {isAtLeast} from '../core/finding.ts'
import type {Handled} from './lint-file.ts'
import type {HandledFiles} from './lint-files.ts'
import type {LintRequest} from './lint-request.ts'
import {counted, countOf} from './reporters/words.ts'

interface Outcome extends HandledFiles {
  /** Whether a plan is less far than is required. */
  isBelow: boolean
}

/** The exit code: 0 clean, 1 what fails the run or a change to show, 2 where something was not checked. */
export function exitCodeOf(
  {handled, unchecked, isBelow}: Outcome,
  request: LintRequest,
  config: ProjectSettings,
): number {
  if (unchecked.length > 0) return 2
  if (request.baseline?.update) return 0
  if (request.diff) return handled.some(({diff}) => diff !== '') ? 1 : 0
  return isBelow || fails(handled, request, config) ? 1 : 0
}

/** What no report tells of a run that fails by the number of its warnings. */
export function tooMany(handled: readonly Handled[], {maxWarnings, diff, baseline}: LintRequest): string[] {
  const warnings = countOf(findingsOf(handled), 'warning')
  if (maxWarnings === undefined || warnings <= maxWarnings || diff || baseline?.update) return []
  return [`${counted(warnings, 'warning')}, and --max-warnings allows ${maxWarnings}`]
}

function fails(handled: readonly Handled[], {failOn, maxWarnings}: LintRequest, config: ProjectSettings): boolean {
  const findings = findingsOf(handled)
  const warnings = countOf(findings, 'warning')
  const level = failOn ?? config.failOn
  return (
    findings.some(({severity}) => isAtLeast(severity, level)) || warnings > (maxWarnings ?? Number.POSITIVE_INFINITY)
  )
}

function findingsOf(handled: readonly Handled[]) {
  return handled.flatMap(({linted}) => linted.result.findings)
}
