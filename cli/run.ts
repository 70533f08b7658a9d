import {resolve} from 'node:path'
import {loadConfig, type ProjectConfig} from '../config/load.ts'
import {shownPath} from '../config/paths.ts'
import {isAtLeast} from '../core/finding.ts'
import {presets} from '../presets/index.ts'
import {rules} from '../rules/index.ts'
import type {Baseline} from './baseline.ts'
import type {LoadedWorld} from './commands/command.ts'
import {type Handled, handleFile} from './lint-file.ts'
import type {LintRequest} from './lint-request.ts'
import {plansAsked} from './plans-asked.ts'
import {assertPreset} from './preset-named.ts'
import {loadReports, runOf, writeReports} from './report.ts'
import {assertApart} from './report-requests.ts'
import {counted, countOf} from './reporters/words.ts'
import {faultOf} from './rule-fault.ts'
import {selectionOf} from './selection.ts'
import {assertRules} from './severities.ts'
import {complain, complainOf, write} from './terminal.ts'

/**
 * Lints what `request` names, or the plans of the project, and prints the report.
 * Exit code: 0 clean, 1 findings at or above the fail level, 2 where something could not be checked.
 * @throws {Problem} when nothing can be checked at all
 */
export async function run(world: LoadedWorld, request: LintRequest): Promise<number> {
  const config = await loadConfig({...world, own: {rules, presets}}, request.config)
  assertPreset(request.preset, config.catalogue.presets)
  assertRules(request.severities, config.catalogue.rules)
  const reports = await loadReports(world, request.reports)
  const {files: found, problems} = await plansAsked(world, request, config)
  assertApart(request.reports, found, world.cwd)
  await complain(world, problems)
  const {files, narrowed, reason} = await selectionOf(found, request, world.cwd)
  if (files.length === 0 && problems.length === 0) {
    await complain(world, [reason])
    if (!request.diff) await writeReports(world, reports, runOf([], request, config), request)
    return 0
  }

  const baseline = await openBaseline(world, request)
  const wantsOutline = reports.some(report => report.wantsOutline)
  const handled: Handled[] = []
  const unchecked = [...problems]
  for (const file of files) {
    try {
      const {linted, ...changes} = await handleFile(world, file, config, {...request, wantsOutline})
      const asked = await narrowed(file, linted)
      handled.push({...changes, linted: baseline?.content.without(file, asked) ?? asked})
    } catch (error) {
      const path = shownPath(world.cwd, file)
      unchecked.push(...(await complainOf(world, faultOf(error, path), `${path}: `)))
    }
  }
  const places = request.paths.length === 0 && !request.standIn ? await placesOf(files, config) : []
  if (request.diff) await showDiff(world, handled)
  else if (handled.length > 0) {
    const whole = runOf(handled, request, config, {places, problems: unchecked})
    await writeReports(world, reports, whole, request)
  }
  if (baseline) await closeBaseline(world, request, baseline)
  await complain(world, tooMany(handled, request))
  if (unchecked.length > 0) return 2
  if (request.baseline?.update) return 0
  if (request.diff) return handled.some(({diff}) => diff !== '') ? 1 : 0
  return fails(handled, request, config) ? 1 : 0
}

/** What no report tells of a run that fails by the number of its warnings. */
function tooMany(handled: readonly Handled[], {maxWarnings, diff, baseline}: LintRequest): string[] {
  const warnings = countOf(
    handled.flatMap(({linted}) => linted.result.findings),
    'warning',
  )
  if (maxWarnings === undefined || warnings <= maxWarnings || diff || baseline?.update) return []
  return [`${counted(warnings, 'warning')}, and --max-warnings allows ${maxWarnings}`]
}

function fails(handled: readonly Handled[], {failOn, maxWarnings}: LintRequest, config: ProjectConfig): boolean {
  const findings = handled.flatMap(({linted}) => linted.result.findings)
  const warnings = findings.filter(({severity}) => severity === 'warning').length
  const level = failOn ?? config.failOn
  return (
    findings.some(({severity}) => isAtLeast(severity, level)) || warnings > (maxWarnings ?? Number.POSITIVE_INFINITY)
  )
}

interface OpenBaseline {
  file: string
  shown: string
  content: Baseline
}

async function openBaseline({fs, cwd}: LoadedWorld, {baseline}: LintRequest): Promise<OpenBaseline | undefined> {
  if (!baseline) return undefined
  const {Baseline} = await import('./baseline.ts')
  const file = resolve(cwd, baseline.file)
  const shown = shownPath(cwd, file)
  return {file, shown, content: Baseline.read(fs, file, shown, baseline.update)}
}

async function closeBaseline(world: LoadedWorld, request: LintRequest, {file, shown, content}: OpenBaseline) {
  const {added, gone} = content
  if (request.baseline?.update) {
    content.update(world.fs, file, shown)
    await complain(world, [`${shown}: ${counted(added, 'finding')} added, ${gone} taken out`])
  } else if (gone > 0) {
    const are = gone === 1 ? 'finding is' : 'findings are'
    await complain(world, [`${shown}: ${gone} ${are} there no more; take them out with --update-baseline`])
  }
}

/** What `--fix` would do, ready to be applied; how much that is goes beside it. */
async function showDiff(world: LoadedWorld, handled: readonly Handled[]): Promise<void> {
  await write(world.stdout, handled.map(({diff}) => diff).join(''))
  const changing = handled.filter(({diff}) => diff !== '')
  const fixed = changing.reduce((sum, file) => sum + file.fixed, 0)
  const files = counted(changing.length, 'file')
  const told = fixed === 0 ? 'nothing would change' : `${counted(fixed, 'finding')} would be fixed in ${files}`
  await complain(world, [told])
}

/** Under which of the places where plans are looked for `files` were found. */
async function placesOf(files: readonly string[], config: ProjectConfig): Promise<string[]> {
  const {placesIn} = await import('./glob.ts')
  const places = placesIn(config.plans)
  const paths = files.map(file => shownPath(config.root, file))
  return places.filter(place => paths.some(path => path === place || (place.endsWith('/') && path.startsWith(place))))
}
