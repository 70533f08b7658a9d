import type {Finding, Severity} from '../core/finding.ts'
import type {LintResult} from '../core/lint.ts'
import {looksLikePlanPath} from '../core/plan-paths.ts'
import type {Preset, RuleSetting, RuleSettings} from '../core/preset.ts'
import type {Rule} from '../core/rule.ts'
import {severityIn, usualSeverity} from '../core/severities.ts'
import {SourceText} from '../core/text.ts'
import type {Workspace} from '../core/workspace.ts'
import {type Engine, ownEngine} from './engine.ts'

/** What a host's configuration says about one rule. */
export interface RuleRequest {
  /** A preset id; absent or `auto` where the document decides. */
  preset?: string
  /** Absent where the preset decides. */
  severity?: Severity
  options: Readonly<Record<string, unknown>>
}

/** Findings of one rule, or why there are none. */
export type Outcome = {findings: readonly Finding[]} | {failure: string}

const nothing: Outcome = {findings: []}

/**
 * One document in a host that calls rule by rule, each with its own configuration. The rules share one run of the
 * engine per preset. A rule for which the host's configuration differs from the preset gets a run of its own with all
 * other rules off: a host shows a rule nobody's configuration but its own, so the settings of all rules are never
 * known together.
 */
export class HostedPlan {
  readonly source: SourceText
  readonly #path: string
  readonly #engine: Engine
  readonly #surroundings: {workspace?: Workspace}
  readonly #runs = new Map<string, LintResult>()
  readonly #toldFailures = new Set<string>()

  constructor(text: string, path: string, engine: Engine = ownEngine, workspace?: Workspace) {
    this.source = new SourceText(text)
    this.#path = path
    this.#engine = engine
    this.#surroundings = workspace ? {workspace} : {}
  }

  /** What `rule` finds. Never throws: a failure is told to the first rule that meets it, for people to read. */
  check(rule: Rule, request: RuleRequest): Outcome {
    try {
      return {findings: this.#findings(rule, request)}
    } catch (error) {
      const failure = describe(error)
      if (this.#toldFailures.has(failure)) return nothing
      this.#toldFailures.add(failure)
      return {failure}
    }
  }

  #findings(rule: Rule, request: RuleRequest): readonly Finding[] {
    const preset = request.preset ?? 'auto'
    const shared = this.#run(preset)
    // Hosts hand over every Markdown file they see. Where the text does not tell a plan, a place where people keep
    // plans does, but only for those who chose a preset.
    const isPlan = shared.isPlan || (preset !== 'auto' && looksLikePlanPath(this.#path))
    if (!isPlan) return []
    const setting = this.#ownSetting(rule, request, shared.preset)
    const {findings} = setting === undefined ? shared : this.#runAlone(rule, setting, preset)
    return findings.filter(finding => finding.rule === rule.id)
  }

  #run(preset: string): LintResult {
    const known = this.#runs.get(preset)
    if (known) return known
    const result = this.#engine.lint(this.source.text, {preset, ...this.#surroundings})
    this.#runs.set(preset, result)
    return result
  }

  #runAlone(rule: Rule, setting: RuleSetting, preset: string): LintResult {
    const settings: RuleSettings = Object.fromEntries(
      this.#engine.rules.map(other => [other.id, other.id === rule.id ? setting : 'off']),
    )
    return this.#engine.lint(this.source.text, {preset, rules: settings, ...this.#surroundings})
  }

  /** The setting `request` asks for, or `undefined` where it is the preset's. */
  #ownSetting(rule: Rule, request: RuleRequest, presetId: string): RuleSetting | undefined {
    const usual = presetSeverity(
      rule,
      this.#engine.presets.find(preset => preset.id === presetId),
    )
    const hasOptions = Object.keys(request.options).length > 0
    const isAsked = hasOptions || request.severity !== undefined || request.preset !== undefined
    if (!isAsked) return undefined
    // Whoever configures a rule wants it, even where the preset has it off.
    const severity = request.severity ?? (usual === 'off' ? rule.severity : usual)
    return hasOptions || severity !== usual ? [severity, request.options] : undefined
  }
}

/** How grave `rule` is under `preset`; without one, as the rule itself has it. */
export function presetSeverity(rule: Rule, preset: Preset | undefined): Severity | 'off' {
  return preset ? severityIn(rule, preset) : usualSeverity(rule)
}

/**
 * Takes the configuration object of a rule apart: `preset` chooses the preset, all else are the rule's options.
 */
export function requestOf(config: unknown): RuleRequest {
  if (typeof config !== 'object' || config === null) return {options: {}}
  const {preset, ...options} = config as {preset?: unknown; [option: string]: unknown}
  return preset === undefined ? {options} : {preset: String(preset), options}
}

function describe(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return error instanceof RangeError ? message : `plan-lint failed on this document: ${message}`
}
