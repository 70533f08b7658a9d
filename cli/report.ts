import {resolve} from 'node:path'
import type {ProjectSettings} from '../config/load.ts'
import {isAtLeast, type Severity} from '../core/finding.ts'
import type {LoadedWorld} from './commands/command.ts'
import type {Handled} from './lint-file.ts'
import type {LintRequest, ReportRequest} from './lint-request.ts'
import type {LintedFile, Reporter, Run, Target} from './reporters/reporter.ts'
import {isReporterName, loadReporter, wantsOf} from './reporters/reporters.ts'
import {wantsColor, write} from './terminal.ts'

/** A report that the user asks for, and what makes it. */
export interface Report extends ReportRequest {
  reporter: Reporter
  wantsOutline: boolean
  wantsRules: boolean
}

/**
 * Loads what makes the reports, those of the user's included.
 * @throws {Problem} when a format is unknown, or a module cannot be loaded
 */
export function loadReports({fs, cwd}: LoadedWorld, requests: readonly ReportRequest[]): Promise<Report[]> {
  return Promise.all(
    requests.map(async request => {
      const {format} = request
      if (isReporterName(format)) return {...request, reporter: await loadReporter(format), ...wantsOf(format)}
      const {loadOwnReporter} = await import('./reporters/own.ts')
      return {...request, reporter: await loadOwnReporter(fs, cwd, format), wantsOutline: false, wantsRules: false}
    }),
  )
}

/**
 * Writes the reports to files first, then to the standard output.
 * @throws {Problem} when one cannot be written
 */
export async function writeReports(
  world: LoadedWorld,
  reports: readonly Report[],
  run: Run,
  {color}: Pick<LintRequest, 'color'>,
): Promise<void> {
  const {cwd, env, stdout} = world
  for (const {file, reporter} of reports) {
    if (file === undefined) continue
    const {writeReport} = await import('./write-report.ts')
    writeReport(resolve(cwd, file), await reporter(run, {color: false, cwd, env}), file)
  }
  const target: Target = {
    color: wantsColor(color, world),
    ...(stdout.isTTY && stdout.columns ? {columns: stdout.columns} : {}),
    cwd,
    env,
  }
  for (const {file, reporter} of reports) {
    if (file === undefined) await write(stdout, await reporter(run, target))
  }
}

/** What the reports of a run are about, besides its files. */
export type RunContext = Pick<Run, 'places' | 'problems' | 'rules' | 'statistics'>

/** What the reports of a run are about. */
export function runOf(
  handled: readonly Handled[],
  {fix, quiet, showsAll, ...request}: LintRequest,
  config: ProjectSettings,
  context: RunContext,
): Run {
  const files = handled.map(({linted}) => linted)
  const fixed = handled.reduce((sum, file) => sum + file.fixed, 0)
  const failOn = request.failOn ?? config.failOn
  const reported = quiet ? files.map(file => failing(file, failOn)) : files
  const quieted = total(files) - total(reported)
  const more = {...(fix && {fixed}), ...(quiet && {quieted})}
  return {files: reported, ...context, failOn, showsAll, ...more}
}

function failing(file: LintedFile, failOn: Severity): LintedFile {
  const findings = file.result.findings.filter(({severity}) => isAtLeast(severity, failOn))
  return {...file, result: {...file.result, findings}}
}

function total(files: readonly LintedFile[]): number {
  return files.reduce((sum, {result}) => sum + result.findings.length, 0)
}
