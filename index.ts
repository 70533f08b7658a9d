import {analyse, type LintOptions, type LintResult, lint as run} from './core/lint.ts'
import './core/code/all-grammars.ts'
import {completePreset, type PresetDefinition} from './core/complete-preset.ts'
import {derivedPreset} from './core/derive/derive.ts'
import {type Plugin, withPlugins} from './core/plugin.ts'
import type {Preset, RuleSettings} from './core/preset.ts'
import {type Readiness, readinessOf} from './core/readiness/readiness.ts'
import type {Workspace} from './core/workspace.ts'
import {presets} from './presets/index.ts'
import {instructions, standInPaths} from './presets/leftovers.ts'
import {vocabulary} from './presets/vocabulary.ts'
import {rules} from './rules/index.ts'

export interface PlanLintOptions {
  /** A preset id, or `auto` (default). */
  preset?: string
  /** Severities and options by rule id; they win over the preset's. */
  rules?: RuleSettings
  /** Rules and presets of your own. */
  plugins?: readonly Plugin[]
  /** The repository that the plan stands in; without it the rules of the group `repository` are silent. */
  workspace?: Workspace
}

/**
 * Lints one plan with the rules and presets of this package and of `plugins`.
 * @throws {RangeError} when `preset`, a rule or an option in `rules` names nothing known
 * @throws {TypeError} when a plugin holds something else than rules and presets, or one with an id that is taken
 * @throws {RuleFailure} when a rule breaks down
 */
export function lint(text: string, options: PlanLintOptions = {}): LintResult {
  return run(text, withCatalogue(options))
}

/**
 * Judges how far one plan is, by what `lint` finds and by the work that is done. Throws what `lint` throws; places are
 * UTF-16 offsets in `text`.
 */
export function readiness(text: string, options: PlanLintOptions = {}): Readiness {
  return readinessOf(analyse(text, withCatalogue(options)))
}

function withCatalogue({preset, rules: settings, plugins = [], workspace}: PlanLintOptions): LintOptions {
  return {
    ...withPlugins({rules, presets}, plugins),
    ...(preset === undefined ? {} : {preset}),
    ...(settings === undefined ? {} : {settings}),
    ...(workspace === undefined ? {} : {workspace}),
  }
}

/**
 * Makes a preset for a template of your own. What the definition leaves out is empty; words that templates of all kinds
 * share, such as titles of sections with questions, are added. The default priority is above that of every preset of
 * this package.
 * @throws {TypeError} when a key is unknown or missing, a value of another form, or an id stands twice among siblings
 */
export function definePreset(definition: PresetDefinition): Preset {
  return completePreset(definition, {vocabulary, literals: standInPaths, templateText: {phrases: instructions}})
}

/**
 * Makes a preset of a template in Markdown: its sections and their order, fields, phases, slots and instructions.
 * Comments such as `<!-- plan-lint: optional -->` say what cannot be seen.
 * @throws {TypeError} when such a comment says something unknown
 */
export function derivePreset(template: string, name: Pick<Preset, 'id' | 'summary'>): Preset {
  return derivedPreset(template, name, presets)
}

export type {
  OwnReporter as Reporter,
  ReportData,
  ReportedFile,
  ReportedFinding,
  ReporterTools,
} from './cli/reporters/report-data.ts'
export {type Config, defineConfig, type Override} from './config/define-config.ts'
export {type BoundSection, eachSection, type Place} from './core/bind.ts'
export type {PresetDefinition} from './core/complete-preset.ts'
export type {Document} from './core/document.ts'
export * from './core/extend-preset.ts'
export type {Edit, Finding, FindingData, Range, Related, Severity, Suggestion} from './core/finding.ts'
export {compareFindings, isAtLeast} from './core/finding.ts'
export {applyEdits, applyFixes, type FixResult, fixUntilStable} from './core/fixes.ts'
export type {LintResult, PresetSource} from './core/lint.ts'
export type {Phase, Plan} from './core/plan.ts'
export type {Plugin} from './core/plugin.ts'
export type * from './core/preset.ts'
export {startingIn} from './core/ranges.ts'
export type {Blocker, Readiness} from './core/readiness/readiness.ts'
export type {Verdict} from './core/readiness/verdict.ts'
export type {
  Extras,
  Messages,
  OptionSpec,
  OptionSpecs,
  OptionValues,
  Report,
  Rule,
  RuleDefinition,
  RuleGroup,
  Say,
} from './core/rule.ts'
export {defaultOptions, defineRule} from './core/rule.ts'
export {RuleFailure} from './core/rule-failure.ts'
export type {Workspace} from './core/workspace.ts'
export {presets, rules}
