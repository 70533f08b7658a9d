import {didYouMean} from '../config/did-you-mean.ts'
import {Problem} from '../config/problem.ts'
import type {Preset} from '../core/preset.ts'

/**
 * The preset with that id.
 * @throws {Problem} when there is none
 */
export function presetNamed(id: string, presets: readonly Preset[]): Preset {
  const preset = presets.find(candidate => candidate.id === id)
  if (preset) return preset
  throw unknown(id, idsOf(presets))
}

/**
 * Assures that `id`, where one is given, is that of a preset, or `auto`.
 * @throws {Problem} when it is another
 */
export function assertPreset(id: string | undefined, presets: readonly Preset[]): void {
  const ids = ['auto', ...idsOf(presets)]
  if (id !== undefined && !ids.includes(id)) throw unknown(id, ids)
}

function idsOf(presets: readonly Preset[]): string[] {
  return presets.map(({id}) => id)
}

function unknown(id: string, ids: readonly string[]): Problem {
  return new Problem(`unknown preset "${id}"${didYouMean(id, ids) || `; presets are ${ids.join(', ')}`}`)
}
