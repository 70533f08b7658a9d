import type {LazyConfig} from '../config/load.ts'
import type {LintRequest} from './lint-request.ts'
import {assertPreset} from './preset-named.ts'
import {assertRules} from './severities.ts'

/**
 * Assures that the preset and the rules that the user names exist.
 * @throws {Problem} when one does not
 */
export async function assertIds({preset, severities}: LintRequest, config: LazyConfig): Promise<void> {
  // Whoever names none need not load them.
  if (preset === undefined && Object.keys(severities).length === 0) return
  const {rules, presets} = await config.catalogue()
  assertPreset(preset, presets)
  assertRules(severities, rules)
}
