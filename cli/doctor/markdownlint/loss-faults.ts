import type {Fault} from '../check.ts'
import type {Loss} from '../losses.ts'
import type {Surroundings} from '../surroundings.ts'
import {plansAt} from '../words.ts'
import {optionsFile, type Setup} from './setup.ts'
import type {Aid} from './trial.ts'

/** What to tell of the files in which markdownlint-cli2 shows nothing; `configKey` is what an editor calls `config`. */
export function lossFaults(
  losses: readonly Loss<Aid>[],
  setup: Setup,
  surroundings: Surroundings,
  configKey?: string,
): Fault[] {
  const config = setup.switches[0]?.shown ?? `"config" of ${optionsFile(setup)}`
  const switches = configKey === undefined ? config : `"${configKey}", in ${config}`
  const all = Math.max(1, surroundings.plans.files.length)
  return losses.map(({paths, needs: [need]}) => ({
    severity: paths.length === all && setup.isForPlans ? 'error' : 'warning',
    ...wordsFor(need, {paths, setup, switches, surroundings}),
  }))
}

type Words = Pick<Fault, 'message'> & {advice: string}

interface Place {
  paths: readonly string[]
  setup: Setup
  /** Where rules are switched. */
  switches: string
  surroundings: Surroundings
}

function wordsFor(need: Aid | undefined, {paths, setup, switches, surroundings}: Place): Words {
  const file = optionsFile(setup)
  const [plans, anyPlans] = [plansAt(paths, surroundings), plansAt(paths, surroundings, 'any of')]
  switch (need) {
    case 'rules':
      return rulesWords(plans, anyPlans, setup)
    case 'config':
      return {
        message: `the configuration switches plan-lint's rules off for ${plans}`,
        advice: `set "plan": true where the rules are switched, in ${switches} or in a folder of the plans`,
      }
    case 'ignores':
      return {message: `"ignores" leaves out ${plans}`, advice: `take that out of "ignores" in ${file}`}
    case undefined:
      return {
        message: `nothing comes out in ${anyPlans}, and trying did not tell why`,
        advice: `look for globs that begin with "!" in ${file}, and at what this prints: npx markdownlint-cli2 ":${paths[0]}"`,
      }
  }
}

function rulesWords(plans: string, anyPlans: string, setup: Setup): Words {
  const file = optionsFile(setup)
  const text = setup.options[0]?.text ?? ''
  if (text.includes('plan-lint/markdownlint"')) {
    return {
      message: `"customRules" that do not name plan-lint's rules count for ${plans}`,
      advice: `a file in a folder of the plans takes the place of ${file}; name "plan-lint/markdownlint" there, too`,
    }
  }
  if (/["']plan-lint["']/.test(text)) {
    return {
      message: '"plan-lint" among the "customRules" brings no rules, and markdownlint-cli2 does not say so',
      advice: `write "plan-lint/markdownlint" in ${file}`,
    }
  }
  return {
    message: `plan-lint's rules are not among the "customRules" for ${anyPlans}`,
    advice: `add "plan-lint/markdownlint" to "customRules" in ${file}`,
  }
}
