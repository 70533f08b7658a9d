import {type LintResult, lint as run} from './core/lint.ts'
import './core/code/all-grammars.ts'
import type {RuleSettings} from './core/preset.ts'
import {presets} from './presets/index.ts'
import {rules} from './rules/index.ts'

export interface PlanLintOptions {
  /** A preset id, or `auto` (default). */
  preset?: string
  /** Severities and options by rule id; they win over the preset's. */
  rules?: RuleSettings
}

/**
 * Lints one plan with the rules and presets of this package.
 * @throws {RangeError} when `preset` or a key of `rules` names nothing known
 */
export function lint(text: string, options: PlanLintOptions = {}): LintResult {
  return run(text, {
    rules,
    presets,
    ...(options.preset === undefined ? {} : {preset: options.preset}),
    ...(options.rules === undefined ? {} : {settings: options.rules}),
  })
}

export {type Config, defineConfig, type Override} from './cli/define-config.ts'
export type {Edit, Finding, FindingData, Range, Related, Severity, Suggestion} from './core/finding.ts'
export {compareFindings, isAtLeast} from './core/finding.ts'
export {applyEdits, applyFixes, type FixResult, fixUntilStable} from './core/fixes.ts'
export type {LintOptions, LintResult, PresetSource} from './core/lint.ts'
export type * from './core/preset.ts'
export {definePreset} from './core/preset.ts'
export type {
  Messages,
  OptionSpec,
  OptionSpecs,
  OptionValues,
  Report,
  Rule,
  RuleDefinition,
  RuleGroup,
} from './core/rule.ts'
export {defaultOptions, defineRule} from './core/rule.ts'
export {presets, rules}
