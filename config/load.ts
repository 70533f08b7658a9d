import {dirname, resolve} from 'node:path'
import type {Severity} from '../core/finding.ts'
import {planGlobs} from '../core/plan-paths.ts'
import type {Catalogue, Plugin} from '../core/plugin.ts'
import type {Preset, RuleSettings} from '../core/preset.ts'
import {type Layer, type LayerSource, readLayer} from './layers.ts'
import type {ModuleSource} from './modules.ts'
import {shownPath} from './paths.ts'
import {findConfigFile} from './search.ts'

export interface FileSettings {
  preset?: string
  rules?: RuleSettings
}

/** What a configuration says of a project and its files. Files are given by absolute path. */
export interface ProjectSettings {
  /** The folder that the globs are relative to: that of the configuration file. */
  root: string
  /** The configuration file and those it extends; none where there is no configuration. */
  files: readonly string[]
  plans: readonly string[]
  /** The folder that no search for plans leads out of; null where it may lead anywhere, absent for the one around `root`. */
  workspace?: string | null
  failOn: Severity
  /** The files, by absolute path, that describe presets of this configuration; they are no plans, and ignored. */
  presetFiles: ReadonlyMap<string, Preset>
  isIgnored(file: string): boolean
  settingsOf(file: string): FileSettings
  /** Which part of the configuration chooses the preset of `file`; null where none does. */
  presetSourceOf(file: string): PresetSetting | null
}

/** A configuration, ready for use. */
export interface ProjectConfig extends ProjectSettings {
  /** All rules and presets, those of plugins included. */
  catalogue: Catalogue
}

/** A configuration whose rules and presets are loaded once somebody asks for them. */
export interface LazyConfig extends ProjectSettings {
  /** What the configuration adds to the rules and presets of plan-lint. */
  plugins: readonly Plugin[]
  /** All rules and presets, those of plugins included. */
  catalogue(): Promise<Catalogue>
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
  const {plugins: _, catalogue, ...settings} = await openConfig({...source, own: async () => source.own}, asked)
  return {...settings, catalogue: await catalogue()}
}

/** As `loadConfig`, for runs that may do without the rules; throws what it throws. */
export async function openConfig(
  source: Omit<LayerSource, 'presetFiles'>,
  asked: string | false | undefined,
): Promise<LazyConfig> {
  const file = configFileOf(source, asked)
  if (!file) {
    const none = {config: {}, plugins: [], files: []}
    return {...ready(source.cwd, none, new Map(), () => () => false), plugins: [], catalogue: source.own}
  }
  const bounds = asked === undefined ? (await import('./workspace.ts')).workspaceOf(source, file) : {}
  const presetFiles = new Map<string, Preset>()
  const layer = await readLayer({...source, ...bounds, presetFiles}, file)
  const {matcher} = await import('./glob.ts')
  const {plugins, catalogue} = layer
  return {
    ...ready(dirname(file), layer, presetFiles, matcher),
    workspace: bounds.workspace ?? null,
    plugins,
    catalogue: async () => catalogue ?? source.own(),
  }
}

/** The configuration file that `asked` names, as for `loadConfig`; absolute, and none where there is none. */
export function configFileOf(
  {fs, cwd}: Pick<LayerSource, 'fs' | 'cwd'>,
  asked: string | false | undefined,
): string | undefined {
  if (typeof asked === 'string') return resolve(cwd, asked)
  return asked === false ? undefined : findConfigFile(fs, cwd)
}

type Matcher = (globs: readonly string[]) => (path: string) => boolean

function ready(
  root: string,
  {config, files}: Layer,
  presetFiles: ReadonlyMap<string, Preset>,
  matcher: Matcher,
): Omit<ProjectSettings, 'workspace'> {
  const isIgnored = matcher(config.ignores ?? [])
  const overrides = (config.overrides ?? []).map(override => ({...override, matches: matcher(override.files)}))
  return {
    root,
    files,
    plans: config.plans ?? planGlobs,
    failOn: config.failOn ?? 'error',
    presetFiles,
    isIgnored: file => presetFiles.has(file) || isIgnored(shownPath(root, file)),
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
