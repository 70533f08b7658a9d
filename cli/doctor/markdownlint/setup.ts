import {dependsOn} from '../../packages.ts'
import {type ScriptCommand, scriptCommands} from '../script-commands.ts'
import {namingPlanLint, type SettingsFile, settingsFiles} from '../settings-files.ts'
import type {Surroundings} from '../surroundings.ts'

/** How a project has set up markdownlint-cli2. */
export interface Setup {
  /** Files with options: rules, globs, what is ignored. */
  options: readonly SettingsFile[]
  /** Files that only switch rules. */
  switches: readonly SettingsFile[]
  commands: readonly ScriptCommand[]
  /** What scripts name by `--config`, relative to the root; counts besides the files in the folders. */
  configFile?: string
  /** Whether somebody wants plan-lint's rules in it. */
  isForPlans: boolean
}

const optionNames = ['jsonc', 'yaml', 'cjs', 'mjs'].map(extension => `.markdownlint-cli2.${extension}`)
const switchNames = ['jsonc', 'json', 'yaml', 'yml', 'cjs', 'mjs'].map(extension => `.markdownlint.${extension}`)

/** What there is of markdownlint-cli2 in a project; null where it is not used. */
export function setupOf(surroundings: Surroundings): Setup | null {
  const {manifest} = surroundings
  const commands = scriptCommands(manifest, 'markdownlint-cli2')
  const configFile = commands.map(({argv}) => valueAfter(argv, '--config')).find(value => value !== undefined)
  const found = settingsFiles(surroundings, optionNames, 'markdownlint-cli2')
  const options = configFile === undefined ? found : [...found, ...settingsFiles(surroundings, [configFile])]
  if (options.length === 0 && commands.length === 0 && !dependsOn(manifest, 'markdownlint-cli2')) return null
  const switches = settingsFiles(surroundings, switchNames)
  const isForPlans = namingPlanLint([...options, ...switches]).length > 0
  return {
    options: options.slice(0, 1),
    switches: switches.slice(0, 1),
    commands,
    isForPlans,
    ...(configFile !== undefined && {configFile}),
  }
}

function valueAfter(argv: readonly string[], option: string): string | undefined {
  const at = argv.indexOf(option)
  return at < 0 ? undefined : argv[at + 1]
}

/** What messages call the file where options stand, or should. */
export function optionsFile({options: [first]}: Pick<Setup, 'options'>): string {
  return first?.shown ?? '.markdownlint-cli2.jsonc'
}
