import type {ProjectSettings} from '../config/load.ts'
import type {RuleSettings} from '../core/preset.ts'
import type {LintRequest} from './lint-request.ts'
import {withSeverities} from './severities.ts'

/** By what a file is judged. */
export interface JudgedBy {
  /** A preset id, or `auto`. */
  preset: string
  settings: RuleSettings
}

/** How `file` is linted: as the command line says, else as the configuration does. */
export function settingsFor(
  file: string,
  config: ProjectSettings,
  request: Pick<LintRequest, 'preset' | 'severities'>,
): JudgedBy {
  const {preset = 'auto', rules = {}} = config.settingsOf(file)
  return {preset: request.preset ?? preset, settings: withSeverities(rules, request.severities)}
}
