import {resolve} from 'node:path'
import type {ProjectConfig} from '../config/load.ts'
import {shownPath} from '../config/paths.ts'
import {type Analysis, analyse} from '../core/lint.ts'
import {SourceText} from '../core/text.ts'
import type {LoadedWorld} from './commands/command.ts'
import {readDocument} from './read.ts'

export interface ReadPlan extends Analysis {
  /** Absolute. */
  file: string
  /** As messages call it. */
  path: string
  source: SourceText
}

/**
 * Reads a file as the plan of the preset that configuration, document or its own look give it; runs no rule.
 * @throws {Problem} when the file cannot be read
 */
export function readPlan(world: LoadedWorld, name: string, config: ProjectConfig): ReadPlan {
  const file = resolve(world.cwd, name)
  const path = shownPath(world.cwd, file) || '.'
  const {text} = readDocument(world.fs, file, path)
  const {preset = 'auto'} = config.settingsOf(file)
  const {presets} = config.catalogue
  return {...analyse(text, {rules: [], presets, preset}), file, path, source: new SourceText(text)}
}
