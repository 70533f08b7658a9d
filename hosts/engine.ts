import {type LintResult, lint} from '../core/lint.ts'
import {type Plugin, withPlugins} from '../core/plugin.ts'
import type {Preset} from '../core/preset.ts'
import type {Rule} from '../core/rule.ts'
import {type PlanLintOptions, presets, rules} from '../index.ts'

/** What the hosts need of plan-lint; tests put another one in its place. */
export interface Engine {
  readonly rules: readonly Rule[]
  readonly presets: readonly Preset[]
  lint(text: string, options: Omit<PlanLintOptions, 'plugins'>): LintResult
}

/**
 * plan-lint with the rules and presets of `plugins`.
 * @throws {TypeError} when a plugin holds something else, or an id is taken
 */
export function engineWith(plugins: readonly Plugin[]): Engine {
  const catalogue = withPlugins({rules, presets}, plugins)
  return {
    ...catalogue,
    lint: (text, {preset = 'auto', rules: settings = {}, workspace}) =>
      lint(text, {...catalogue, preset, settings, ...(workspace && {workspace})}),
  }
}

export const ownEngine: Engine = engineWith([])

/** @throws {RangeError} when `engine` has no preset of that id */
export function presetOf(id: string, engine: Engine): Preset {
  const preset = engine.presets.find(candidate => candidate.id === id)
  if (preset) return preset
  const known = engine.presets.map(candidate => candidate.id).join(', ')
  throw new RangeError(`There is no preset "${id}"; take auto or one of ${known}.`)
}
