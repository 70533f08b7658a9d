import {installedPackage} from '../../packages.ts'
import type {Fault} from '../check.ts'
import {lossesOf} from '../losses.ts'
import {probePaths} from '../probe.ts'
import type {Surroundings} from '../surroundings.ts'
import {relativeTo} from '../words.ts'
import {lossFaults} from './loss-faults.ts'
import {optionsFile, type Setup, setupOf} from './setup.ts'
import {aids, pathsShown, tried} from './trial.ts'

const customRules = 'markdownlint.customRules'
const configKey = 'markdownlint.config'

/** Whether the markdownlint extension of VS Code shows findings of plan-lint. */
interface EditorFindings {
  summary: string
  isShown: boolean
  faults: readonly Fault[]
}

/**
 * What the extension shows under `settings`, tried with the markdownlint-cli2 of the project in the way that the
 * extension calls the one which it brings. `showsOtherwise` is whether another extension shows the findings.
 * @throws {NoAnswer} when that does not answer in time
 */
export async function editorFindings(
  settings: Readonly<Record<string, unknown>>,
  surroundings: Surroundings,
  showsOtherwise: boolean,
): Promise<EditorFindings> {
  const {world, root} = surroundings
  const setup = setupOf(surroundings) ?? {options: [], switches: [], commands: [], isForPlans: false}
  const isAsked = JSON.stringify(settings[customRules] ?? '').includes('plan-lint')
  const host = installedPackage(world.fs, root, 'markdownlint-cli2')
  if (!host) return {summary: 'markdownlint', isShown: false, faults: isAsked || setup.isForPlans ? [untried] : []}
  const defaults = {
    ...(settings[customRules] !== undefined && {customRules: settings[customRules]}),
    ...(settings[configKey] !== undefined && {config: settings[configKey]}),
  }
  const paths = relativeTo(root, probePaths(surroundings))
  const [reply] = await tried(surroundings, host, [{aids: [], paths, defaults}])
  if (!reply || 'failure' in reply) {
    const message = `markdownlint: ${reply?.failure.slice(0, 3).join(' ')}`
    return {summary: 'markdownlint, which fails', isShown: false, faults: [{severity: 'error', message}]}
  }
  if (pathsShown(reply).size > 0) {
    return {
      summary: "markdownlint, which shows plan-lint's findings where the folder is trusted",
      isShown: true,
      faults: [],
    }
  }
  const losses = await lossesOf(paths, aids, async lists => {
    const attempts = lists.map(list => ({aids: list, paths, defaults}))
    return (await tried(surroundings, host, attempts)).map(pathsShown)
  })
  const summary = "markdownlint, without plan-lint's rules"
  const needs = losses.flatMap(loss => loss.needs)
  if (isAsked && needs.includes('rules')) return {summary, isShown: false, faults: [replaced(setup)]}
  // Who has the other extension shows the findings once in this way.
  const isOnPurpose = showsOtherwise && needs.join() === 'config'
  return {summary, isShown: false, faults: isOnPurpose ? [] : lossFaults(losses, setup, surroundings, configKey)}
}

const untried: Fault = {
  severity: 'warning',
  message:
    'whether the markdownlint extension loads the rules cannot be tried without markdownlint-cli2 in the project',
  advice: 'npm install --save-dev markdownlint-cli2',
}

/** The extension takes its setting only where the project names no rules at all. */
function replaced(setup: Setup): Fault {
  const {options} = setup
  if (options[0]?.text.includes('customRules')) {
    return {
      severity: 'error',
      message: `"customRules" in ${optionsFile(setup)} takes the place of "${customRules}", which names plan-lint`,
      advice: `add "plan-lint/markdownlint" to "customRules" in ${optionsFile(setup)}`,
    }
  }
  return {
    severity: 'error',
    message: `the modules in "${customRules}" bring no rules of plan-lint`,
    advice: `write "plan-lint/markdownlint" in "${customRules}"`,
  }
}
