import {detectPreset} from './detect.ts'
import {type Directive, directivesOf, suppressor} from './directives.ts'
import {type Document, parseDocument} from './document.ts'
import {compareFindings, type Finding, isAtLeast, type Severity} from './finding.ts'
import {plainText} from './line-breaks.ts'
import {Plan} from './plan.ts'
import type {Preset, RuleSetting, RuleSettings} from './preset.ts'
import {defaultOptions, type Rule} from './rule.ts'
import {ruleUrl} from './rule-url.ts'
import {didYouMean} from './words.ts'

/** How the preset was chosen: `config` by the caller, `directive` by the document, `detected` by its fingerprint. */
export type PresetSource = 'config' | 'directive' | 'detected' | 'fallback'

export interface LintOptions {
  rules: readonly Rule[]
  presets: readonly Preset[]
  /** A preset id, or `auto` (default): directive, then fingerprint, then the fallback `plan`. */
  preset?: string
  /** The user's settings; they win over the preset's. */
  settings?: RuleSettings
}

export interface LintResult {
  preset: string
  presetSource: PresetSource
  /** What in the document speaks for the preset, such as `Function Responsibilities (line 40)`. */
  evidence: string[]
  /** Whether the document itself, by directive or fingerprint, is a plan; hosts that see every file are silent otherwise. */
  isPlan: boolean
  /** In order of place, then rule id. */
  findings: Finding[]
  /** How many findings the document's own directives kept back. */
  suppressed: number
}

interface Choice {
  preset: Preset
  source: PresetSource
  evidence: string[]
  isPlan: boolean
}

interface ActiveRule {
  rule: Rule
  severity: Severity
  options: Record<string, unknown>
}

const fallbackId = 'plan'

function presetById(id: string, presets: readonly Preset[]): Preset {
  const preset = presets.find(candidate => candidate.id === id)
  if (preset) return preset
  const ids = presets.map(candidate => candidate.id)
  throw new RangeError(`Unknown preset "${id}".${didYouMean(id, ids)} Known presets: auto, ${ids.join(', ')}.`)
}

function choosePreset(
  document: Document,
  directives: readonly Directive[],
  presets: readonly Preset[],
  wanted: string,
): Choice {
  const directive = directives.find(({kind, names}) => kind === 'preset' && presets.some(({id}) => id === names[0]))
  if (wanted !== 'auto') {
    const preset = presetById(wanted, presets)
    const isPlan = directive !== undefined || detectPreset(document, presets) !== null
    return {preset, source: 'config', evidence: [], isPlan}
  }
  if (directive) {
    const evidence = [`preset directive (line ${document.source.lineAt(directive.start)})`]
    return {preset: presetById(directive.names[0] as string, presets), source: 'directive', evidence, isPlan: true}
  }
  const detected = detectPreset(document, presets)
  if (detected) return {...detected, source: 'detected', isPlan: true}
  return {preset: presetById(fallbackId, presets), source: 'fallback', evidence: [], isPlan: false}
}

function optionsOf(rule: Rule, ...settings: (RuleSetting | undefined)[]): Record<string, unknown> {
  const options = defaultOptions(rule)
  for (const setting of settings) {
    if (!Array.isArray(setting)) continue
    for (const [name, value] of Object.entries(setting[1] as Record<string, unknown>)) {
      if (!(name in options)) {
        throw new RangeError(
          `Rule "${rule.id}" has no option "${name}".${didYouMean(name, Object.keys(options))} See ${ruleUrl(rule.id)}`,
        )
      }
      options[name] = value
    }
  }
  return options
}

function activeRules(rules: readonly Rule[], preset: Preset, settings: RuleSettings): ActiveRule[] {
  return rules.flatMap(rule => {
    const ofPreset = preset.rules[rule.id]
    const ofUser = settings[rule.id]
    const setting = ofUser ?? ofPreset ?? (rule.enabledByDefault ? rule.severity : 'off')
    const severity = typeof setting === 'string' ? setting : setting[0]
    if (severity === 'off') return []
    return {rule, severity, options: optionsOf(rule, ofPreset, ofUser)}
  })
}

function assertKnown(rules: readonly Rule[], settings: RuleSettings): void {
  const ids = rules.map(({id}) => id)
  for (const id of Object.keys(settings)) {
    if (!ids.includes(id)) throw new RangeError(`Unknown rule "${id}".${didYouMean(id, ids)}`)
  }
}

function* findingsOf(plan: Plan, {rule, severity, options}: ActiveRule): Generator<Finding> {
  for (const {severity: own, ...report} of rule.check(plan, options)) {
    yield {
      rule: rule.id,
      // A rule may make its finding milder than the setting, never graver than the user wants it.
      severity: own && isAtLeast(severity, own) ? own : severity,
      ...report,
      url: ruleUrl(rule.id),
    }
  }
}

/**
 * Finds what is wrong with one plan. Any string is valid input; the same text and options give the same result.
 * @throws {RangeError} when `preset` or a key of `settings` names nothing known
 */
export function lint(text: string, options: LintOptions): LintResult {
  const {rules, presets, preset: wanted = 'auto', settings = {}} = options
  assertKnown(rules, settings)
  const plain = plainText(text)
  const document = parseDocument(plain.text)
  const directives = directivesOf(document)
  const {preset, source, evidence, isPlan} = choosePreset(document, directives, presets, wanted)
  const plan = new Plan(document, preset, {
    directives,
    ruleIds: rules.map(({id}) => id),
    presetIds: presets.map(({id}) => id),
  })
  const isSuppressed = suppressor(document, directives)
  const all = activeRules(rules, preset, settings).flatMap(active => [...findingsOf(plan, active)])
  const findings = all.filter(({rule, start}) => !isSuppressed(rule, start))
  return {
    preset: preset.id,
    presetSource: source,
    evidence,
    isPlan,
    findings: plain.restore(findings).sort(compareFindings),
    suppressed: all.length - findings.length,
  }
}
