import type {Rule as MarkdownlintRule} from 'markdownlint'
import type {Plugin} from '../core/plugin.ts'
import {engineWith, ownEngine, presetOf} from './engine.ts'
import {type MarkdownlintSetting, markdownlintPreset} from './markdownlint-preset.ts'
import {customRules} from './markdownlint-rules.ts'

const rules: MarkdownlintRule[] = customRules(ownEngine)
export default rules

/**
 * The rules of this package and of `plugins`, for a module of your own to export as its default and to be named among
 * the `customRules` in place of this one.
 * @throws {TypeError} when a plugin holds something else than rules and presets, or one with an id that is taken
 */
export function markdownlintRules({plugins}: {plugins: readonly Plugin[]}): MarkdownlintRule[] {
  return customRules(engineWith(plugins))
}

/**
 * The configuration of markdownlint that holds plans to the preset `id`, of this package or of `plugins`.
 * @throws {RangeError} when there is no preset of that id
 * @throws {TypeError} as {@link markdownlintRules}
 */
export function markdownlintConfig(
  id: string,
  {plugins}: {plugins: readonly Plugin[]},
): Record<string, MarkdownlintSetting> {
  const engine = engineWith(plugins)
  return markdownlintPreset(presetOf(id, engine), engine.rules)
}
