import {createRequire} from 'node:module'
import type {Catalogue, Plugin} from '../core/plugin.ts'
import type {Preset} from '../core/preset.ts'
import type {Fault} from './check.ts'
import type {Config, Override} from './define-config.ts'
import type {ConfigFile} from './file.ts'
import {isPackageName, type ModuleSource, pathNamed} from './modules.ts'
import {isPresetPath, shownPath} from './paths.ts'
import {Problem} from './problem.ts'
import type {Schema} from './schema.ts'

/** Configuration files that were found to be good before, so that they need not be checked again. */
export interface Approvals {
  /** Whether `file` (absolute) was good when it held `value`, with the rules and presets of plan-lint alone. */
  has(file: string, value: unknown): boolean
  add(file: string, value: unknown): void | Promise<void>
}

export interface LayerSource extends ModuleSource {
  /** What messages give paths relative to; absolute. */
  cwd: string
  /** What there is without plugins. */
  own(): Promise<Catalogue>
  approvals?: Approvals
  /** Takes the presets that are named by the files that describe them, by the absolute paths of these. */
  presetFiles: Map<string, Preset>
}

/** A configuration together with what it builds upon. */
export interface Layer {
  config: Config
  plugins: readonly Plugin[]
  /** Absent where no plugin adds to what there is. */
  catalogue?: Catalogue
  files: readonly string[]
}

/**
 * Reads `file` (absolute) and what it extends; `chain` are the files that led here.
 * @throws {Problem} when one cannot be read or holds something unknown
 */
export async function readLayer(source: LayerSource, file: string, chain: readonly string[] = []): Promise<Layer> {
  const shown = shownPath(source.cwd, file)
  if (chain.includes(file))
    throw new Problem(`${shown}: extends itself, by way of ${shownPath(source.cwd, chain.at(-1) ?? file)}`)
  const {assertInWorkspace} = await import('./workspace.ts')
  assertInWorkspace(source, file, `${shown}:`)
  const {readConfigFile} = await import('./file.ts')
  let content = await readConfigFile(source, file, shown)
  const isApproved = source.approvals?.has(file, content.value) ?? false
  // Which rules and presets there are is known only when all that brings some has been read.
  const links = isApproved ? (content.value as Config) : await linksOf(content, shown)
  let base: Layer = {config: {}, plugins: [], files: []}
  for (const name of [links.extends ?? []].flat()) {
    const {config, plugins, files} = await readLayer(source, await locate(source, name, file, shown), [...chain, file])
    base = {
      config: extended(base.config, config),
      plugins: [...base.plugins, ...plugins],
      files: [...base.files, ...files],
    }
  }
  let plugins = [...base.plugins, ...(await pluginsOf(source, content, file, shown))]
  if (namesPresetFile(links)) {
    const [{catalogueOf}, {linkPresets}] = await Promise.all([import('./plugins.ts'), import('./preset-links.ts')])
    const catalogue = catalogueOf(await source.own(), plugins, shown)
    const linked = linkPresets(source, content, {file, shown, catalogue, known: source.presetFiles})
    content = linked.content
    plugins = [...plugins, ...linked.plugins]
  }
  const files = [file, ...base.files]
  if (plugins.length > 0) {
    const {catalogueOf} = await import('./plugins.ts')
    const catalogue = catalogueOf(await source.own(), plugins, shown)
    const config = await configOf(content, catalogue, shown)
    return {config: extended(base.config, config), plugins, catalogue, files}
  }
  const config = isApproved ? (content.value as Config) : await configOf(content, await source.own(), shown)
  if (!isApproved) await source.approvals?.add(file, content.value)
  return {config: extended(base.config, config), plugins, files}
}

/** Whether a configuration, whose presets may still be anything, names one by its file. */
function namesPresetFile({preset, overrides}: Config): boolean {
  const all = Array.isArray(overrides) ? overrides : []
  const names: unknown[] = [preset, ...all.map(override => override?.preset)]
  return names.some(name => typeof name === 'string' && isPresetPath(name))
}

async function linksOf(content: ConfigFile, shown: string): Promise<Config> {
  return checked(content, (await import('./schema.ts')).linkSchema, shown)
}

async function configOf(content: ConfigFile, {rules, presets}: Catalogue, shown: string): Promise<Config> {
  return checked(content, (await import('./schema.ts')).configSchema(rules, presets), shown)
}

async function pluginsOf(source: ModuleSource, {plugins, placeOf}: ConfigFile, file: string, shown: string) {
  if (!Array.isArray(plugins) || plugins.length === 0) return []
  const {loadPlugins} = await import('./plugins.ts')
  return loadPlugins(source, {
    plugins,
    file,
    placeOf: index => `${shown}${placeOf(['plugins', String(index)], false)}`,
  })
}

async function checked({value, placeOf}: ConfigFile, schema: Schema, shown: string): Promise<Config> {
  const {faultsIn} = await import('./check.ts')
  const faults = faultsIn(value, schema)
  if (faults.length === 0) return value as Config
  const told = ({path, isKey, message}: Fault) => `${shown}${placeOf(path, isKey)}: ${message}`
  throw new Problem(...faults.map(told))
}

async function locate(source: ModuleSource, name: string, from: string, shown: string): Promise<string> {
  const path = pathNamed(name, from)
  if (path !== undefined) {
    const {assertInWorkspace} = await import('./workspace.ts')
    assertInWorkspace(source, path, `${shown}: ${name}`)
    return path
  }
  try {
    if (isPackageName(name)) return createRequire(from).resolve(name)
  } catch {
    // Told below.
  }
  throw new Problem(`${shown}: cannot find the package "${name}" it extends; install it, or begin a path with "./"`)
}

function extended(base: Config, own: Config): Config {
  const overrides: Override[] = [...(base.overrides ?? []), ...(own.overrides ?? [])]
  return {...base, ...own, rules: {...base.rules, ...own.rules}, overrides}
}
