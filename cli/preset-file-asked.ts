import type {LazyConfig, ProjectConfig} from '../config/load.ts'
import {addPresetFile, type PresetFiles} from '../config/preset-files.ts'
import type {Preset} from '../core/preset.ts'
import type {LoadedWorld} from './commands/command.ts'

/** A configuration with a preset that the user names by its file. */
export interface WithPreset<Config> {
  config: Config
  preset: Preset
}

/**
 * As `addPresetFile`, for a project.
 * @throws {Problem} what it throws
 */
export function withPresetFile(world: LoadedWorld, config: ProjectConfig, name: string): WithPreset<ProjectConfig> {
  const {catalogue, presetFiles, preset} = addPresetFile(world, config, name)
  return {config: {...config, catalogue, ...known(config, presetFiles)}, preset}
}

/**
 * As `addPresetFile`, for a run, in which the preset counts as that of a plugin.
 * @throws {Problem} what it throws
 */
export async function runWithPresetFile(
  world: LoadedWorld,
  config: LazyConfig,
  name: string,
): Promise<WithPreset<LazyConfig>> {
  const added = addPresetFile(world, {...config, catalogue: await config.catalogue()}, name)
  const {catalogue, presetFiles, preset} = added
  const plugins = [...config.plugins, {name, presets: [preset]}]
  return {config: {...config, plugins, catalogue: async () => catalogue, ...known(config, presetFiles)}, preset}
}

/** A template is no plan, whoever names it. */
function known({isIgnored}: Pick<LazyConfig, 'isIgnored'>, presetFiles: PresetFiles) {
  return {presetFiles, isIgnored: (file: string) => presetFiles.has(file) || isIgnored(file)}
}
