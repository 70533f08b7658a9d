import {parseArgs} from 'node:util'
import {dependsOn} from '../../packages.ts'
import {type ScriptCommand, scriptCommands} from '../script-commands.ts'
import {namingPlanLint, type SettingsFile, settingsFiles} from '../settings-files.ts'
import type {Surroundings} from '../surroundings.ts'

/** How a project has set up remark. */
export interface Setup {
  /** The file with the plugins. */
  options?: SettingsFile
  /** What scripts name by `--rc-path`, relative to the root; counts in place of files in the folders. */
  rcPath?: string
  commands: readonly ScriptCommand[]
  /** Whether somebody wants plan-lint's rules in it. */
  isForPlans: boolean
}

const names = ['', '.cjs', '.json', '.js', '.mjs', '.yaml', '.yml'].map(extension => `.remarkrc${extension}`)

/** What there is of remark in a project; null where it is not used. */
export function setupOf(surroundings: Surroundings): Setup | null {
  const {manifest} = surroundings
  const commands = scriptCommands(manifest, 'remark')
  const rcPath = commands.map(command => runOf(command).rcPath).find(path => path !== undefined)
  const files = rcPath === undefined ? names : [rcPath]
  const [options] = settingsFiles(surroundings, files, rcPath === undefined ? 'remarkConfig' : undefined)
  if (!options && commands.length === 0 && !dependsOn(manifest, 'remark-cli')) return null
  return {
    commands,
    isForPlans: options !== undefined && namingPlanLint([options]).length > 0,
    ...(options && {options}),
    ...(rcPath !== undefined && {rcPath}),
  }
}

/** What messages call the file where plugins stand, or should. */
export function optionsFile({options}: Pick<Setup, 'options'>): string {
  return options?.shown ?? '.remarkrc.json'
}

const valued = {type: 'string'} as const
const options = {
  ext: {...valued, short: 'e'},
  'ignore-path': {...valued, short: 'i'},
  'ignore-path-resolve-from': valued,
  'ignore-pattern': {...valued, multiple: true},
  'rc-path': {...valued, short: 'r'},
  'file-path': valued,
  output: {...valued, short: 'o'},
  report: valued,
  setting: {...valued, short: 's', multiple: true},
  use: {...valued, short: 'u', multiple: true},
} as const

/** What a command of remark reads and leaves out, and whether it writes. */
export function runOf({argv}: ScriptCommand) {
  const {values, positionals} = parseArgs({args: [...argv], options, allowPositionals: true, strict: false})
  const {'ignore-path': ignorePath, 'ignore-pattern': patterns, 'rc-path': rcPath, output} = values
  return {
    files: positionals,
    writes: output !== undefined,
    ...(typeof rcPath === 'string' && {rcPath}),
    ...(typeof ignorePath === 'string' && {ignorePath}),
    ...(Array.isArray(patterns) && {ignorePatterns: patterns.filter(pattern => typeof pattern === 'string')}),
  }
}
