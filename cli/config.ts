import {createRequire} from 'node:module'
import {dirname, resolve} from 'node:path'
import type {Severity} from '../core/finding.ts'
import {planGlobs} from '../core/plan-paths.ts'
import type {RuleSettings} from '../core/preset.ts'
import {findConfigFile} from './config-search.ts'
import type {Config, Override} from './define-config.ts'
import {shownPath} from './paths.ts'
import {Problem} from './problem.ts'
import type {FileSystem} from './world.ts'

export interface FileSettings {
  preset?: string
  rules?: RuleSettings
}

/** A configuration, ready for use. Files are given by absolute path. */
export interface ProjectConfig {
  /** The folder that the globs are relative to: that of the configuration file. */
  root: string
  plans: readonly string[]
  failOn: Severity
  isIgnored(file: string): boolean
  settingsOf(file: string): FileSettings
}

interface Source {
  fs: FileSystem
  cwd: string
}

/**
 * The configuration that `asked` names, for `undefined` the one found from `cwd` upwards, for `false` none.
 * @throws {Problem} when it cannot be read or holds something unknown; with file, line and column where it is JSON
 */
export async function loadConfig(source: Source, asked: string | false | undefined): Promise<ProjectConfig> {
  const {fs, cwd} = source
  const file = typeof asked === 'string' ? resolve(cwd, asked) : asked === false ? undefined : findConfigFile(fs, cwd)
  if (!file) return ready(cwd, {}, () => () => false)
  const config = await read(source, file, [])
  const {matcher} = await import('./glob.ts')
  return ready(dirname(file), config, matcher)
}

type Matcher = (globs: readonly string[]) => (path: string) => boolean

function ready(root: string, config: Config, matcher: Matcher): ProjectConfig {
  const isIgnored = matcher(config.ignores ?? [])
  const overrides = (config.overrides ?? []).map(override => ({...override, matches: matcher(override.files)}))
  return {
    root,
    plans: config.plans ?? planGlobs,
    failOn: config.failOn ?? 'error',
    isIgnored: file => isIgnored(shownPath(root, file)),
    settingsOf: file =>
      overrides.filter(({matches}) => matches(shownPath(root, file))).reduce(merged, settings(config)),
  }
}

function settings({preset, rules}: FileSettings): FileSettings {
  return {...(preset === undefined ? {} : {preset}), ...(rules === undefined ? {} : {rules})}
}

function merged(base: FileSettings, own: FileSettings): FileSettings {
  return settings({...base, ...settings(own), rules: {...base.rules, ...own.rules}})
}

/** Reads `file` and what it extends; `chain` are the files that led here. */
async function read(source: Source, file: string, chain: readonly string[]): Promise<Config> {
  const shown = shownPath(source.cwd, file)
  if (chain.includes(file))
    throw new Problem(`${shown}: extends itself, by way of ${shownPath(source.cwd, chain.at(-1) ?? file)}`)
  const config = await readChecked(source.fs, file, shown)
  let result: Config = {}
  for (const name of [config.extends ?? []].flat()) {
    const base = await read(source, locate(name, file, shown), [...chain, file])
    result = extended(result, base)
  }
  return extended(result, config)
}

async function readChecked(fs: FileSystem, file: string, shown: string): Promise<Config> {
  const {readConfigFile} = await import('./config-file.ts')
  const {value, placeOf} = await readConfigFile(fs, file, shown)
  const [{faultsIn}, {configSchema}, {rules}, {presets}] = await Promise.all([
    import('./config-check.ts'),
    import('./config-schema.ts'),
    import('../rules/index.ts'),
    import('../presets/index.ts'),
  ])
  const faults = faultsIn(value, configSchema(rules, presets))
  if (faults.length === 0) return value as Config
  throw new Problem(...faults.map(({path, isKey, message}) => `${shown}${placeOf(path, isKey)}: ${message}`))
}

function locate(name: string, from: string, shown: string): string {
  if (/^\.{0,2}\//.test(name)) return resolve(dirname(from), name)
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
