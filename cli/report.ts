import {resolve} from 'node:path'
import type {ProjectSettings} from '../config/load.ts'
import {isAtLeast, type Severity} from '../core/finding.ts'
import type {LoadedWorld} from './commands/command.ts'
import type {Handled} from './lint-file.ts'
import type {LintRequest, ReportRequest} from './lint-request.ts'
import type {LintedFile, Run, Target} from './reporters/reporter.ts'
import {isReporterName, type LoadedReporter, loadReporter, wantsOf} from './reporters/reporters.ts'
import type {ReportStream} from './reporters/stream.ts'
import {wantsColor, write} from './terminal.ts'

/** A report that the user asks for, and what makes it. */
export interface Report extends ReportRequest, LoadedReporter {
  wantsOutline: boolean
  wantsRules: boolean
  wantsTexts?: boolean
}

/** What is read by a reporter of which nothing is known: it is given a report and the texts. */
const wantsOfOwn = {wantsOutline: true, wantsRules: false, wantsTexts: true}

/**
 * Loads what makes the reports, those of the user's included.
 * @throws {Problem} when a format is unknown, or a module cannot be loaded
 */
export function loadReports({fs, cwd}: LoadedWorld, requests: readonly ReportRequest[]): Promise<Report[]> {
  return Promise.all(
    requests.map(async request => {
      const {format} = request
      if (isReporterName(format)) return {...request, ...(await loadReporter(format)), ...wantsOf(format)}
      const {loadOwnReporter} = await import('./reporters/own.ts')
      return {...request, reporter: await loadOwnReporter(fs, cwd, format), ...wantsOfOwn}
    }),
  )
}

/** Begins the report that is printed, if there is one, and it can be told file by file. */
export function printedStream(
  world: LoadedWorld,
  reports: readonly Report[],
  {color, showsAll, required, diff}: LintRequest,
): ReportStream | undefined {
  if (diff) return undefined
  const printed = reports.find(({file}) => file === undefined)
  return printed?.open?.({showsAll, ...(required && {required})}, printedTarget(world, color))
}

function printedTarget(world: LoadedWorld, asked: boolean | undefined): Target {
  const {cwd, env, stdout} = world
  const columns = stdout.isTTY && stdout.columns
  return {color: wantsColor(asked, world), ...(columns ? {columns} : {}), cwd, env}
}

/**
 * Writes the reports to files first, then to the standard output, of which `begun` has told the files already.
 * @throws {Problem} when one cannot be written
 */
export async function writeReports(
  world: LoadedWorld,
  reports: readonly Report[],
  run: Run,
  {color}: Pick<LintRequest, 'color'>,
  begun?: ReportStream,
): Promise<void> {
  const {cwd, env, stdout} = world
  for (const {file, reporter} of reports) {
    if (file === undefined) continue
    const {writeReport} = await import('./write-report.ts')
    writeReport(resolve(cwd, file), await reporter(run, {color: false, cwd, env}), file)
  }
  if (begun) return write(stdout, begun.end(run))
  for (const {file, reporter} of reports) {
    if (file === undefined) await write(stdout, await reporter(run, printedTarget(world, color)))
  }
}

/** What the reports of a run are about, besides its files. */
export type RunContext = Pick<Run, 'places' | 'problems' | 'rules' | 'statistics'>

/** What the reports of a run are about. */
export function runOf(
  handled: readonly Handled[],
  request: LintRequest,
  config: ProjectSettings,
  context: RunContext,
): Run {
  const {fix, quiet, showsAll, required} = request
  const files = handled.map(({linted}) => linted)
  const fixed = handled.reduce((sum, file) => sum + file.fixed, 0)
  const failOn = request.failOn ?? config.failOn
  const reported = files.map(file => reportedOf(file, request, config))
  const quieted = total(files) - total(reported)
  const more = {...(fix && {fixed}), ...(quiet && {quieted}), ...(required && {required})}
  return {files: reported, ...context, failOn, showsAll, ...more}
}

/** `file` with the findings that the user wants to hear of. */
export function reportedOf(
  file: LintedFile,
  {quiet, failOn}: Pick<LintRequest, 'quiet' | 'failOn'>,
  config: ProjectSettings,
): LintedFile {
  return quiet ? failing(file, failOn ?? config.failOn) : file
}

function failing(file: LintedFile, failOn: Severity): LintedFile {
  const findings = file.result.findings.filter(({severity}) => isAtLeast(severity, failOn))
  return {...file, result: {...file.result, findings}}
}

function total(files: readonly LintedFile[]): number {
  return files.reduce((sum, {result}) => sum + result.findings.length, 0)
}
