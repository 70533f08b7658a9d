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
  const ids = presets.map(candidate => candidate.id)
  throw new Problem(`unknown preset "${id}"${didYouMean(id, ids) || `; presets are ${ids.join(', ')}`}`)
}

/** @throws {Problem} when `id`, given for all files, is neither `auto` nor that of a preset */
export function assertPreset(id: string | undefined, presets: readonly Preset[]): void {
  const ids = ['auto', ...presets.map(preset => preset.id)]
  if (id === undefined || ids.includes(id)) return
  throw new Problem(`unknown preset "${id}"${didYouMean(id, ids) || `; presets are ${ids.join(', ')}`}`)
}
