import type {Plugin} from '../core/plugin.ts'
import {engineWith} from './engine.ts'
import {type RemarkHost, remarkHost, remarkPreset} from './remark-preset.ts'

export default remarkPreset('auto')
export {rules} from './remark-preset.ts'

/**
 * The rules and presets of this package and of `plugins`, for a module of your own to export one of the presets as its
 * default.
 * @throws {TypeError} when a plugin holds something else than rules and presets, or one with an id that is taken
 */
export function remarkPlanLint({plugins}: {plugins: readonly Plugin[]}): RemarkHost {
  return remarkHost(engineWith(plugins))
}
