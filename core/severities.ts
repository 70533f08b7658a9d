import type {Severity} from './finding.ts'
import {addTo} from './grouped.ts'
import type {Preset} from './preset.ts'
import type {Rule} from './rule.ts'

export interface Severities {
  /** Where no preset says otherwise. */
  usual: Severity | 'off'
  /** Of the presets that say otherwise; by severity, with their ids. */
  others: {severity: Severity | 'off'; presets: string[]}[]
}

/** How grave the findings of `rule` are, as the rule itself and `presets` have it. */
export function severitiesOf(rule: Rule, presets: readonly Preset[]): Severities {
  const usual = usualSeverity(rule)
  const others = new Map<Severity | 'off', string[]>()
  for (const preset of presets) {
    const severity = severityIn(rule, preset)
    if (severity !== usual) addTo(others, severity, preset.id)
  }
  return {usual, others: [...others].map(([severity, ids]) => ({severity, presets: ids}))}
}

/** How grave the findings of `rule` are in `preset`. */
export function severityIn(rule: Rule, preset: Preset): Severity | 'off' {
  const setting = preset.rules[rule.id]
  if (setting === undefined) return usualSeverity(rule)
  return typeof setting === 'string' ? setting : setting[0]
}

/** How grave the findings of `rule` are where no preset says otherwise. */
export function usualSeverity({enabledByDefault, severity}: Rule): Severity | 'off' {
  return enabledByDefault ? severity : 'off'
}
