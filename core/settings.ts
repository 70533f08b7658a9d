import type {Severity} from './finding.ts'
import {oncePer} from './once.ts'
import type {Preset, RuleSetting, RuleSettings} from './preset.ts'
import {defaultOptions, type Rule} from './rule.ts'
import {usualSeverity} from './severities.ts'
import {didYouMean} from './words.ts'

/** A rule with what preset and user make of it. */
export interface ActiveRule {
  rule: Rule
  severity: Severity
  options: Record<string, unknown>
}

const defaultsOf = oncePer(defaultOptions)

/**
 * The default options of `rule` with those of `settings` over them, later ones winning.
 * @throws {RangeError} when the rule has no such option
 */
function optionsOf(rule: Rule, ...settings: (RuleSetting | undefined)[]): Record<string, unknown> {
  const options = {...defaultsOf(rule)}
  for (const setting of settings) {
    if (!Array.isArray(setting)) continue
    for (const [name, value] of Object.entries(setting[1] as Record<string, unknown>)) {
      if (!(name in options)) {
        const page = rule.url === undefined ? '' : ` See ${rule.url}`
        throw new RangeError(
          `Rule "${rule.id}" has no option "${name}".${didYouMean(name, Object.keys(options))}${page}`,
        )
      }
      options[name] = value
    }
  }
  return options
}

/**
 * The rules that are on.
 * @throws {RangeError} when a setting holds an option that its rule has not
 */
export function activeRules(rules: readonly Rule[], preset: Preset, settings: RuleSettings): ActiveRule[] {
  return rules.flatMap(rule => {
    const ofPreset = preset.rules[rule.id]
    const ofUser = settings[rule.id]
    const setting = ofUser ?? ofPreset ?? usualSeverity(rule)
    const severity = typeof setting === 'string' ? setting : setting[0]
    if (severity === 'off') return []
    return {rule, severity, options: optionsOf(rule, ofPreset, ofUser)}
  })
}

/**
 * Assures that `settings` are of `rules`.
 * @throws {RangeError} when they name another one
 */
export function assertKnown(rules: readonly Rule[], settings: RuleSettings): void {
  const ids = rules.map(({id}) => id)
  for (const id of Object.keys(settings)) {
    if (!ids.includes(id)) throw new RangeError(`Unknown rule "${id}".${didYouMean(id, ids)}`)
  }
}
