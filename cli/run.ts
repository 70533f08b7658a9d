import {openConfig} from '../config/load.ts'
import type {LoadedWorld} from './commands/command.ts'
import {assertIds} from './known-ids.ts'
import {lintFiles} from './lint-files.ts'
import type {LintRequest} from './lint-request.ts'
import {exitCodeOf, tooMany} from './outcome.ts'
import {ownCatalogue} from './own-catalogue.ts'
import {placesOf, plansAsked} from './plans-asked.ts'
import {loadReports, runOf, writeReports} from './report.ts'
import {assertApart} from './report-requests.ts'
import type {LintedFile} from './reporters/reporter.ts'
import {selectionOf} from './selection.ts'
import {complain} from './terminal.ts'

/**
 * Lints what `request` names, or the plans of the project, and prints the report.
 * Exit code: 0 clean, 1 findings at or above the fail level, 2 where something could not be checked.
 * @throws {Problem} when nothing can be checked at all
 */
export async function run(world: LoadedWorld, request: LintRequest): Promise<number> {
  // The name of this module follows, in a build, from all the code that it leads to.
  const cache = request.cache && (await import('./cache/cache.ts')).openCache(world, request, import.meta.url)
  const config = await openConfig(
    {...world, own: ownCatalogue, ...(cache && {approvals: cache.approvals})},
    request.config,
  )
  await assertIds(request, config)
  const reports = await loadReports(world, request.reports)
  const found = await plansAsked(world, request, config)
  assertApart(request.reports, found.files, world.cwd)
  await complain(world, found.problems)
  const selection = await selectionOf(found.files, request, world.cwd)
  const rules = reports.some(report => report.wantsRules) ? (await config.catalogue()).rules : []
  if (selection.files.length === 0 && found.problems.length === 0) {
    await complain(world, [selection.reason])
    if (!request.diff) {
      await writeReports(world, reports, runOf([], request, config, {places: [], problems: [], rules}), request)
    }
    return 0
  }

  const baseline = request.baseline && (await import('./baseline-run.ts')).openBaseline(world, request.baseline)
  const known = await cache?.resultsFor(config.plugins)
  const outcome = await lintFiles(world, selection.files, config, {
    ...request,
    wantsOutline: reports.some(report => report.wantsOutline),
    ...(known && {known}),
    async narrowed(file: string, linted: LintedFile) {
      const asked = await selection.narrowed(file, linted)
      return baseline?.without(file, asked) ?? asked
    },
  })
  await cache?.close()
  const {handled} = outcome
  const problems = [...found.problems, ...outcome.unchecked]
  if (request.diff) {
    const {showDiff} = await import('./show-diff.ts')
    await showDiff(world, handled)
  } else if (handled.length > 0) {
    const places = request.paths.length === 0 && !request.standIn ? await placesOf(selection.files, config) : []
    await writeReports(world, reports, runOf(handled, request, config, {places, problems, rules}), request)
  }
  await baseline?.close()
  await complain(world, tooMany(handled, request))
  return exitCodeOf({handled, unchecked: problems}, request, config)
}
