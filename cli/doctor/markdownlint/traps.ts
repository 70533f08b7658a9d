import type {Fault} from '../check.ts'
import {presetsOfPlans} from '../plan-presets.ts'
import type {Surroundings} from '../surroundings.ts'
import {optionsFile, type Setup} from './setup.ts'

/** What tells a trap that plans walk into, though plan-lint's rules are loaded. */
export function trapsIn(setup: Setup, rules: ReadonlySet<string>, surroundings: Surroundings): Fault[] {
  return [...replacedConfig(setup), ...repeatedHeadings(setup, rules, surroundings)]
}

/** A file that only switches rules is taken in place of what the options say under `config`, and not besides. */
function replacedConfig({options: [options], switches: [switches]}: Setup): Fault[] {
  const preset = 'plan-lint/markdownlint/presets/'
  if (!options?.text.includes(preset) || !switches || switches.text.includes(preset)) return []
  return [
    {
      severity: 'warning',
      message: `${switches.shown} is taken in place of "config" in ${options.shown}, so that the preset named there does not count`,
      advice: `move "extends" into ${switches.shown}, or all of that file into "config"`,
    },
  ]
}

/** Templates ask for the same headings in each phase. */
function repeatedHeadings(setup: Setup, rules: ReadonlySet<string>, surroundings: Surroundings): Fault[] {
  if (!rules.has('MD024')) return []
  const presets = presetsRepeating(surroundings)
  if (presets.length === 0) return []
  return [
    {
      severity: 'warning',
      message: `MD024 takes the headings that ${presets.join(', ')} asks for in each phase for duplicates`,
      advice: `set "MD024": {"siblings_only": true} in ${setup.switches[0]?.shown ?? `"config" of ${optionsFile(setup)}`}`,
    },
  ]
}

/** Those presets of the plans that ask for sections in each phase. */
function presetsRepeating(surroundings: Surroundings): string[] {
  const used = presetsOfPlans(surroundings)
  const {presets} = surroundings.config.catalogue
  return presets.filter(({id, phases}) => used.has(id) && (phases?.parts ?? []).length > 0).map(({id}) => id)
}
