import {dirname, resolve} from 'node:path'
import type {Catalogue, Plugin} from '../core/plugin.ts'
import type {Preset} from '../core/preset.ts'
import type {ConfigFile} from './file.ts'
import type {LayerSource} from './layers.ts'
import {isPresetPath} from './paths.ts'
import {readPresetFile} from './preset-files.ts'
import {assertInWorkspace} from './workspace.ts'

/** Anything that stands where a configuration names presets. */
interface Naming {
  preset?: unknown
  overrides?: readonly {preset?: unknown}[]
}

/**
 * A configuration with the ids of the presets that it names by their files, and these presets. `known` are those of
 * other configurations, by their files; the new ones join them.
 * @throws {Problem} when a file cannot be read, lies outside of the project, or describes no preset
 */
export function linkPresets(
  source: LayerSource,
  content: ConfigFile,
  {file, shown, catalogue, known}: {file: string; shown: string; catalogue: Catalogue; known: Map<string, Preset>},
): {content: ConfigFile; plugins: readonly Plugin[]} {
  const plugins: Plugin[] = []
  let presets = catalogue.presets
  const idOf = (name: unknown, path: readonly string[]): unknown => {
    if (typeof name !== 'string' || !isPresetPath(name)) return name
    const place = `${shown}${content.placeOf(path, false)}:`
    const target = resolve(dirname(file), name)
    assertInWorkspace(source, target, `${place} ${name}`)
    const preset = known.get(target) ?? readPresetFile(source, {file: target, name, place}, {...catalogue, presets})
    known.set(target, preset)
    if (!presets.includes(preset)) presets = [...presets, preset]
    plugins.push({name, presets: [preset]})
    return preset.id
  }
  const value = content.value as Naming
  const linked = {
    ...value,
    ...(value.preset !== undefined && {preset: idOf(value.preset, ['preset'])}),
    ...(Array.isArray(value.overrides) && {
      overrides: value.overrides.map((override, index) =>
        override?.preset === undefined
          ? override
          : {...override, preset: idOf(override.preset, ['overrides', String(index), 'preset'])},
      ),
    }),
  }
  return {content: {...content, value: linked}, plugins}
}
