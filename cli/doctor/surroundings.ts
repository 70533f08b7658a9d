import {dirname, join} from 'node:path'
import type {FileSystem} from '../../config/file-system.ts'
import {loadConfig, type ProjectConfig} from '../../config/load.ts'
import {shownPath} from '../../config/paths.ts'
import {Problem} from '../../config/problem.ts'
import type {Catalogue} from '../../core/plugin.ts'
import type {LoadedWorld} from '../commands/command.ts'
import {type Discovery, plansIn} from '../discover.ts'
import {name} from '../package.ts'
import {installedPackage, type Manifest, type Package, packageIn} from '../packages.ts'

/** What the checks know of the project around the working folder. */
export interface Surroundings {
  world: LoadedWorld
  /** Where hosts are run: the nearest folder with a `package.json`, else the root of the repository; absolute. */
  root: string
  /** The root of the git repository, where editors and hooks keep their settings; `root` where there is none. */
  repository: string
  /** The `package.json` of the project; empty where there is none that can be read. */
  manifest: Manifest
  /** As a run takes it; where that is broken, what counts without a configuration. */
  config: ProjectConfig
  /** Why the configuration cannot be taken. */
  configProblem: Problem | null
  plans: Discovery
  /** The rules and presets that there are without plugins. */
  catalogue: Catalogue
  /** The plan-lint that runs. */
  own: Package
  /** The plan-lint that hosts get in this project. */
  installed: Package | null
  /** What messages call a file. */
  shown(file: string): string
}

/** Reads what is around the working folder of `world`; `asked` is the configuration as `loadConfig` takes it. */
export async function surroundingsOf(
  world: LoadedWorld,
  asked: string | false | undefined,
  catalogue: Catalogue,
): Promise<Surroundings> {
  const {fs, cwd} = world
  const repository = upwards(cwd, folder => fs.existsSync(join(folder, '.git')))
  const root = upwards(cwd, folder => fs.existsSync(join(folder, 'package.json')), repository) ?? repository ?? cwd
  const source = {fs, cwd, own: catalogue}
  let configProblem: Problem | null = null
  const config = await loadConfig(source, asked).catch(error => {
    if (!(error instanceof Problem)) throw error
    configProblem = error
    return loadConfig(source, false)
  })
  return {
    world,
    root,
    repository: repository ?? root,
    manifest: packageIn(fs, root)?.manifest ?? {},
    config,
    configProblem,
    plans: await plansIn(config.root, config.plans, {fs, cwd, isLeftOut: config.isIgnored}),
    catalogue,
    own: ownPackage(fs),
    installed: installedPackage(fs, root, name) ?? itself(fs, root),
    shown: file => shownPath(cwd, file) || '.',
  }
}

/** The nearest folder from `folder` up to `last` that passes `test`. */
function upwards(folder: string, test: (folder: string) => boolean, last?: string): string | undefined {
  if (test(folder)) return folder
  const parent = dirname(folder)
  return parent === folder || folder === last ? undefined : upwards(parent, test, last)
}

/** The project at `root` where that is plan-lint: its own name leads to it as to an installed package. */
function itself(fs: FileSystem, root: string): Package | null {
  const found = packageIn(fs, root)
  return found?.manifest.name === name ? found : null
}

/** @throws {Error} where this file is not part of a package */
function ownPackage(fs: FileSystem): Package {
  const folder = upwards(import.meta.dirname, candidate => fs.existsSync(join(candidate, 'package.json')))
  const found = folder === undefined ? null : packageIn(fs, folder)
  if (!found) throw new Error('the package.json of plan-lint is missing')
  return found
}
