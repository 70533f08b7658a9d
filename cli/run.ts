import {type LazyConfig, openConfig} from '../config/load.ts'
import {isPresetPath} from '../config/paths.ts'
import type {Cache} from './cache/cache.ts'
import type {LoadedWorld} from './commands/command.ts'
import {assertIds} from './known-ids.ts'
import type {KnownResults} from './known-results.ts'
import type {Handled} from './lint-file.ts'
import {lintFiles} from './lint-files.ts'
import type {LintRequest} from './lint-request.ts'
import {exitCodeOf, tooMany} from './outcome.ts'
import {ownCatalogue} from './own-catalogue.ts'
import {placesOf, plansAsked} from './plans-asked.ts'
import {loadReports, printedStream, type Report, reportedOf, runOf, writeReports} from './report.ts'
import {assertApart} from './report-requests.ts'
import type {LintedFile} from './reporters/reporter.ts'
import {Repositories} from './repositories.ts'
import {selectionOf} from './selection.ts'
import type {Session} from './session.ts'
import {complain} from './terminal.ts'
import {untimed} from './timer.ts'
import {timeIn} from './world.ts'

/**
 * Lints what `request` names, or the plans of the project, and prints the report.
 * Exit code: 0 clean, 1 findings at or above the fail level, 2 where something could not be checked.
 * @throws {Problem} when nothing can be checked at all
 */
export async function run(world: LoadedWorld, asked: LintRequest, session?: Session): Promise<number> {
  const statistics = asked.stats && new (await import('./stats/statistics.ts')).Statistics(timeIn(world))
  const timer = statistics || untimed
  const cache = await openedCache(world, asked, session)
  const {project, request} = await timer.time('configure', () => configured(world, asked, cache, session))
  const config = statistics ? statistics.timed(project) : project
  const reports = await timer.time('report', () => loadReports(world, request.reports))
  const found = await timer.time('discover', () => plansAsked(world, request, config))
  assertApart(request.reports, found.files, world.cwd)
  await complain(world, found.problems)
  const selection = await timer.time('discover', () => selectionOf(found.files, request, world.cwd))
  const isIdle = selection.files.length === 0 && found.problems.length === 0
  if (isIdle) await complain(world, [selection.reason])

  const baseline =
    isIdle || !request.baseline ? undefined : (await import('./baseline-run.ts')).openBaseline(world, request.baseline)
  const repositories = new Repositories(world.fs, surroundingsOf(request, config))
  const known = isIdle ? undefined : await resultsOf(config, cache, session, repositories)
  // Who watches may begin anew before the last file.
  const stream = session ? undefined : printedStream(world, reports, request)
  const {handled, unchecked} = await lintFiles(world, selection.files, config, {
    ...request,
    ...wantsOf(request, reports),
    ...(known && {known}),
    repositories,
    ...(statistics && {statistics}),
    ...(session && {signal: session.signal}),
    ...(stream && {printed: (linted: LintedFile) => stream.file(reportedOf(linted, request, config))}),
    async narrowed(file: string, linted: LintedFile) {
      const asked = await selection.narrowed(file, linted)
      return baseline?.without(file, asked) ?? asked
    },
  })
  await cache?.close()
  world.tellLinted?.(handled.map(({linted}) => linted))

  const problems = [...found.problems, ...unchecked]
  if (request.diff && !isIdle) await (await import('./show-diff.ts')).showDiff(world, handled)
  if (!request.diff && (isIdle || handled.length > 0)) {
    await timer.time('report', async () => {
      const places =
        isIdle || request.standIn || request.paths.length > 0 ? [] : await placesOf(selection.files, config)
      const rules = reports.some(report => report.wantsRules) ? (await config.catalogue()).rules : []
      const context = {places, problems, rules, ...(statistics && {statistics})}
      await writeReports(world, reports, runOf(handled, request, config, context), request, stream)
    })
  }
  await baseline?.close()
  await complain(world, tooMany(handled, request))
  const below = await belowRequired(handled, request)
  await complain(world, below)
  if (statistics) await (await import('./stats/tell.ts')).tellStatistics(world, statistics, request)
  return exitCodeOf({handled, unchecked: problems, isBelow: below.length > 0}, request, config)
}

/** What the answers have to hold for the reports and the outcome. */
function wantsOf({required, stats}: LintRequest, reports: readonly Report[]) {
  return {
    wantsOutline: required !== undefined || reports.some(report => report.wantsOutline),
    wantsTexts: stats || reports.some(report => report.wantsTexts),
  }
}

async function belowRequired(handled: readonly Handled[], request: LintRequest): Promise<string[]> {
  return request.required ? (await import('./readiness/required.ts')).belowRequired(handled, request) : []
}

async function openedCache(world: LoadedWorld, request: LintRequest, session?: Session): Promise<Cache | undefined> {
  // What stands in for a file is not what later runs will find there.
  if (!request.cache || request.standIn) return undefined
  const {openCache} = await import('./cache/cache.ts')
  // The name of this module follows, in a build, from all the code that it leads to.
  const cache = openCache({...world, fs: session?.disk ?? world.fs}, request, import.meta.url)
  session?.own(cache.folder)
  return cache
}

async function configured(
  world: LoadedWorld,
  request: LintRequest,
  cache: Cache | undefined,
  session: Session | undefined,
): Promise<{project: LazyConfig; request: LintRequest}> {
  const {stateOf} = session ?? {}
  const source = {...world, own: ownCatalogue, ...(cache && {approvals: cache.approvals}), ...(stateOf && {stateOf})}
  const config = await openConfig(source, request.config)
  if (request.preset === undefined || !isPresetPath(request.preset)) {
    await assertIds(request, config)
    return {project: config, request}
  }
  const {runWithPresetFile} = await import('./preset-file-asked.ts')
  const {config: project, preset} = await runWithPresetFile(world, config, request.preset)
  const named = {...request, preset: preset.id}
  await assertIds(named, project)
  return {project, request: named}
}

async function resultsOf(
  {plugins}: LazyConfig,
  cache: Cache | undefined,
  session: Session | undefined,
  repositories: Repositories,
): Promise<KnownResults | undefined> {
  const kept = await cache?.resultsFor(plugins)
  const known = session ? (await import('./layered-results.ts')).layered(session.resultsFor(plugins), kept) : kept
  if (!known) return undefined
  const [{currentResults}, workspaces] = await Promise.all([import('./current-results.ts'), repositories.workspaces()])
  return currentResults(known, workspaces)
}

/** Where the plans of a run stand; null for a text of which nobody says what file it is of. */
function surroundingsOf({standIn}: LintRequest, config: LazyConfig): LazyConfig | null {
  return standIn?.isNamed === false ? null : config
}
