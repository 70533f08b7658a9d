import type {Preset} from '../core/preset.ts'
import type {Rule} from '../core/rule.ts'
import {presetSeverity} from './hosted-plan.ts'

/** A rule's entry in a configuration of markdownlint: off, or the preset it follows. */
export type MarkdownlintSetting = false | {preset: string; severity?: 'warning'}

/**
 * The configuration of markdownlint that holds plans to `preset`, for `extends`. It says nothing about rules that are
 * not ours. markdownlint has two severities, so `info` becomes `warning`.
 */
export function markdownlintPreset(preset: Preset, rules: readonly Rule[]): Record<string, MarkdownlintSetting> {
  return Object.fromEntries(rules.map(rule => [`plan-${rule.id}`, settingOf(rule, preset)]))
}

function settingOf(rule: Rule, preset: Preset): MarkdownlintSetting {
  const severity = presetSeverity(rule, preset)
  if (severity === 'off') return false
  return severity === 'error' ? {preset: preset.id} : {preset: preset.id, severity: 'warning'}
}
