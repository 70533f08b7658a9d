import type {FileSystem} from '../../config/file-system.ts'
import {loadConfig, type ProjectConfig} from '../../config/load.ts'
import {shownPath} from '../../config/paths.ts'
import {Problem} from '../../config/problem.ts'
import {ancestryOf} from '../../config/repository.ts'
import type {Catalogue} from '../../core/plugin.ts'
import type {LoadedWorld} from '../commands/command.ts'
import {type Discovery, plansIn} from '../discover.ts'
import {name} from '../package.ts'
import {installedPackage, type Manifest, type Package, packageFolder, packageIn} from '../packages.ts'

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
  const ancestry = ancestryOf(fs, cwd)
  const root = packageFolder(fs, ancestry) ?? ancestry.repository ?? cwd
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
    repository: ancestry.repository ?? root,
    manifest: packageIn(fs, root)?.manifest ?? {},
    config,
    configProblem,
    plans: await plansIn(config, {fs, cwd, isLeftOut: config.isIgnored}),
    catalogue,
    own: ownPackage(fs),
    installed: installedPackage(fs, root, name) ?? itself(fs, root),
    shown: file => shownPath(cwd, file) || '.',
  }
}

/** The project at `root` where that is plan-lint: its own name leads to it as to an installed package. */
function itself(fs: FileSystem, root: string): Package | null {
  const found = packageIn(fs, root)
  return found?.manifest.name === name ? found : null
}

/** @throws {Error} where this file is not part of a package */
function ownPackage(fs: FileSystem): Package {
  const folder = packageFolder(fs, ancestryOf(fs, import.meta.dirname))
  const found = folder === null ? null : packageIn(fs, folder)
  if (!found) throw new Error('the package.json of plan-lint is missing')
  return found
}
