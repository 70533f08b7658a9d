import {didYouMean} from '../config/did-you-mean.ts'
import {Problem} from '../config/problem.ts'
import type {Severity} from '../core/finding.ts'
import type {RuleSetting, RuleSettings} from '../core/preset.ts'
import type {Rule} from '../core/rule.ts'
import {memberOf} from './arguments.ts'

export const severities = ['error', 'warning', 'info'] as const satisfies Severity[]

export type Severities = Readonly<Record<string, Severity | 'off'>>

/**
 * Reads `id:severity` as often as it is given; the last one of a rule wins.
 * @throws {Problem} when one is of another form
 */
export function severitiesOf(settings: readonly string[]): Severities {
  return Object.fromEntries(
    settings.map(setting => {
      const [, id, severity] = /^([\w-]+):(\w+)$/.exec(setting) ?? []
      if (!id || !severity) throw new Problem(`--rule is "${setting}"; write it as --rule no-placeholders:warning`)
      return [id, memberOf(severity, [...severities, 'off'], 'severity')]
    }),
  )
}

/** @throws {Problem} when a severity is given to a rule that does not exist */
export function assertRules(given: Severities, rules: readonly Rule[]): void {
  const ids = rules.map(({id}) => id)
  for (const id of Object.keys(given)) {
    if (ids.includes(id)) continue
    throw new Problem(`unknown rule "${id}"${didYouMean(id, ids) || '; "plan-lint rules" lists them all'}`)
  }
}

/** `settings` with the severities given besides; options stay. */
export function withSeverities(settings: RuleSettings, given: Severities): RuleSettings {
  const merged = Object.entries(given).map(([id, severity]): [string, RuleSetting] => {
    const setting = settings[id]
    return [id, severity !== 'off' && typeof setting === 'object' ? [severity, setting[1]] : severity]
  })
  return {...settings, ...Object.fromEntries(merged)}
}
