import type {PresetSetting, ProjectConfig} from '../../config/load.ts'
import {shownPath} from '../../config/paths.ts'
import {likenessesOf} from '../../core/detect.ts'
import {featureInWords} from '../../core/features.ts'
import type {PresetSource} from '../../core/lint.ts'
import type {ReadPlan} from '../read-plan.ts'

/** Which preset judges a file, why, and what speaks for others. */
export interface Answer {
  path: string
  preset: string
  presetSource: PresetSource
  evidence: string[]
  /** Where the configuration chooses, by what. */
  setting: PresetSetting | null
  /** The file that describes the preset, where the configuration names it by that; relative to the working folder. */
  presetFile: string | null
  /** The configuration files that were read, relative to the working folder. */
  configFiles: string[]
  others: Rival[]
}

/** Another preset, by the fingerprint that the document comes nearest to. */
export interface Rival {
  preset: string
  found: string[]
  missing: string[]
  /** What it has that speaks against the preset. */
  against: string[]
  /** How many of its features have to be found. */
  needed: number
  fits: boolean
}

/** What there is to say of the preset of `plan`; `cwd` is what paths are relative to. */
export function answerOf({path, file, result, plan}: ReadPlan, config: ProjectConfig, cwd: string): Answer {
  const {preset, presetSource, evidence} = result
  const likenesses = likenessesOf(plan.document, config.catalogue.presets)
  return {
    path,
    preset,
    presetSource,
    evidence,
    setting: presetSource === 'config' ? config.presetSourceOf(file) : null,
    presetFile: presetFileOf(preset, config, cwd),
    configFiles: config.files.map(name => shownPath(cwd, name)),
    others: likenesses
      .filter(likeness => likeness.preset.id !== preset)
      .map(({preset: {id}, found, missing, against, needed}) => ({
        preset: id,
        found,
        missing: missing.map(featureInWords),
        against,
        needed,
        fits: found.length >= needed && against.length === 0,
      }))
      .sort((a, b) => Number(b.fits) - Number(a.fits)),
  }
}

function presetFileOf(id: string, {presetFiles}: ProjectConfig, cwd: string): string | null {
  for (const [file, preset] of presetFiles) if (preset.id === id) return shownPath(cwd, file)
  return null
}
