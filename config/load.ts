import {createRequire} from 'node:module'
import {dirname, resolve} from 'node:path'
import type {Severity} from '../core/finding.ts'
import {planGlobs} from '../core/plan-paths.ts'
import type {Catalogue, Plugin} from '../core/plugin.ts'
import type {RuleSettings} from '../core/preset.ts'
import type {Fault} from './check.ts'
import type {Config, Override} from './define-config.ts'
import type {ConfigFile} from './file.ts'
import {type ModuleSource, pathNamed} from './modules.ts'
import {shownPath} from './paths.ts'
import {Problem} from './problem.ts'
import type {Schema} from './schema.ts'
import {findConfigFile} from './search.ts'

export interface FileSettings {
  preset?: string
  rules?: RuleSettings
}

/** A configuration, ready for use. Files are given by absolute path. */
export interface ProjectConfig {
  /** The folder that the globs are relative to: that of the configuration file. */
  root: string
  /** The configuration file and those it extends; none where there is no configuration. */
  files: readonly string[]
  plans: readonly string[]
  failOn: Severity
  /** All rules and presets, those of plugins included. */
  catalogue: Catalogue
  isIgnored(file: string): boolean
  settingsOf(file: string): FileSettings
  /** Which part of the configuration chooses the preset of `file`; null where none does. */
  presetSourceOf(file: string): PresetSetting | null
}

/** Where a configuration names a preset. */
export interface PresetSetting {
  preset: string
  /** The globs of the override that names it; absent where it is named for all files. */
  files?: readonly string[]
}

export interface Source extends ModuleSource {
  /** Where the search for a configuration begins, and what messages give paths relative to; absolute. */
  cwd: string
  /** What there is without plugins. */
  own: Catalogue
}

/**
 * The configuration that `asked` names, for `undefined` the one found from `cwd` upwards, for `false` none.
 * @throws {Problem} when it cannot be read or holds something unknown; with file, line and column where it is JSON
 */
export async function loadConfig(source: Source, asked: string | false | undefined): Promise<ProjectConfig> {
  const {fs, cwd, own} = source
  const file = typeof asked === 'string' ? resolve(cwd, asked) : asked === false ? undefined : findConfigFile(fs, cwd)
  if (!file) return ready(cwd, {config: {}, plugins: [], catalogue: own, files: []}, () => () => false)
  const layer = await read(source, file, [])
  const {matcher} = await import('./glob.ts')
  return ready(dirname(file), layer, matcher)
}

type Matcher = (globs: readonly string[]) => (path: string) => boolean

function ready(root: string, {config, catalogue, files}: Layer, matcher: Matcher): ProjectConfig {
  const isIgnored = matcher(config.ignores ?? [])
  const overrides = (config.overrides ?? []).map(override => ({...override, matches: matcher(override.files)}))
  return {
    root,
    files,
    plans: config.plans ?? planGlobs,
    failOn: config.failOn ?? 'error',
    catalogue,
    isIgnored: file => isIgnored(shownPath(root, file)),
    settingsOf: file =>
      overrides.filter(({matches}) => matches(shownPath(root, file))).reduce(merged, settings(config)),
    presetSourceOf(file) {
      const last = overrides.findLast(({preset, matches}) => preset !== undefined && matches(shownPath(root, file)))
      if (last?.preset !== undefined) return {preset: last.preset, files: last.files}
      return config.preset === undefined ? null : {preset: config.preset}
    },
  }
}

function settings({preset, rules}: FileSettings): FileSettings {
  return {...(preset === undefined ? {} : {preset}), ...(rules === undefined ? {} : {rules})}
}

function merged(base: FileSettings, own: FileSettings): FileSettings {
  return settings({...base, ...settings(own), rules: {...base.rules, ...own.rules}})
}

/** A configuration together with what it builds upon. */
interface Layer {
  config: Config
  plugins: readonly Plugin[]
  catalogue: Catalogue
  files: readonly string[]
}

/** Reads `file` and what it extends; `chain` are the files that led here. */
async function read(source: Source, file: string, chain: readonly string[]): Promise<Layer> {
  const shown = shownPath(source.cwd, file)
  if (chain.includes(file))
    throw new Problem(`${shown}: extends itself, by way of ${shownPath(source.cwd, chain.at(-1) ?? file)}`)
  const [{readConfigFile}, {configSchema, linkSchema}] = await Promise.all([import('./file.ts'), import('./schema.ts')])
  const content = await readConfigFile(source, file, shown)
  // Which rules and presets there are is known only when all that brings some has been read.
  const links = await checked(content, linkSchema, shown)
  let base: Omit<Layer, 'catalogue'> = {config: {}, plugins: [], files: []}
  for (const name of [links.extends ?? []].flat()) {
    const {config, plugins, files} = await read(source, locate(name, file, shown), [...chain, file])
    base = {
      config: extended(base.config, config),
      plugins: [...base.plugins, ...plugins],
      files: [...base.files, ...files],
    }
  }
  const plugins = [...base.plugins, ...(await pluginsOf(source, content, file, shown))]
  const catalogue = plugins.length > 0 ? await joined(source, plugins, shown) : source.own
  const config = await checked(content, configSchema(catalogue.rules, catalogue.presets), shown)
  return {config: extended(base.config, config), plugins, catalogue, files: [file, ...base.files]}
}

async function pluginsOf(source: Source, {plugins, placeOf}: ConfigFile, file: string, shown: string) {
  if (!Array.isArray(plugins) || plugins.length === 0) return []
  const {loadPlugins} = await import('./plugins.ts')
  return loadPlugins(source, {
    plugins,
    file,
    placeOf: index => `${shown}${placeOf(['plugins', String(index)], false)}`,
  })
}

async function joined(source: Source, plugins: readonly Plugin[], shown: string): Promise<Catalogue> {
  const {catalogueOf} = await import('./plugins.ts')
  return catalogueOf(source.own, plugins, shown)
}

async function checked({value, placeOf}: ConfigFile, schema: Schema, shown: string): Promise<Config> {
  const {faultsIn} = await import('./check.ts')
  const faults = faultsIn(value, schema)
  if (faults.length === 0) return value as Config
  const told = ({path, isKey, message}: Fault) => `${shown}${placeOf(path, isKey)}: ${message}`
  throw new Problem(...faults.map(told))
}

function locate(name: string, from: string, shown: string): string {
  const path = pathNamed(name, from)
  if (path !== undefined) return path
  try {
    return createRequire(from).resolve(name)
  } catch {
    throw new Problem(`${shown}: cannot find the package "${name}" it extends; install it, or begin a path with "./"`)
  }
}

function extended(base: Config, own: Config): Config {
  const overrides: Override[] = [...(base.overrides ?? []), ...(own.overrides ?? [])]
  return {...base, ...own, rules: {...base.rules, ...own.rules}, overrides}
}
