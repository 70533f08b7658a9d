import type {ProjectSettings} from '../config/load.ts'
import {shownPath} from '../config/paths.ts'
import {Problem} from '../config/problem.ts'
import type {LoadedWorld} from './commands/command.ts'
import {type Discovery, filesOf, plansIn} from './discover.ts'
import type {LintRequest} from './lint-request.ts'

/**
 * The files that `paths` stand for; without paths the plans of the project. What stands in for a file is that file,
 * unless the configuration leaves it out.
 * @throws {Problem} when the project has no plans
 */
export async function plansAsked(
  {fs, cwd}: LoadedWorld,
  {paths, standIn}: Pick<LintRequest, 'paths' | 'standIn'>,
  config: ProjectSettings,
): Promise<Discovery> {
  if (standIn) return {files: config.isIgnored(standIn.file) ? [] : [standIn.file], problems: []}
  const search = {fs, cwd, isLeftOut: config.isIgnored}
  if (paths.length > 0) return filesOf(paths, search)
  const found = await plansIn(config, search)
  if (found.files.length > 0 || found.problems.length > 0) return found
  const {placesIn} = await import('./glob.ts')
  throw new Problem(
    `no plans in ${placesIn(config.plans).join(', ')}; name files, folders or globs, or set "plans" in plan-lint.config.json`,
  )
}

/** Under which of the places where plans are looked for `files` were found. */
export async function placesOf(files: readonly string[], config: ProjectSettings): Promise<string[]> {
  const {placesIn} = await import('./glob.ts')
  const places = placesIn(config.plans)
  const paths = files.map(file => shownPath(config.root, file))
  return places.filter(place => paths.some(path => path === place || (place.endsWith('/') && path.startsWith(place))))
}
