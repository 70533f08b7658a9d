import type {ProjectConfig} from '../config/load.ts'
import {isPresetPath} from '../config/paths.ts'
import {Problem} from '../config/problem.ts'
import {lastOf, memberOf} from './arguments.ts'
import type {LoadedWorld} from './commands/command.ts'
import {ownCatalogue} from './own-catalogue.ts'
import type {WithPreset} from './preset-file-asked.ts'
import {presetNamed} from './preset-named.ts'

/** Of commands whose answer depends on the configuration. */
export const configOptions = {
  config: {type: 'string', short: 'c', value: 'file', help: 'take this configuration file, or none'},
  'no-config': {type: 'boolean', with: 'config', help: 'take no configuration file'},
} as const

/** Of commands that print for people. */
export const colorOptions = {
  color: {type: 'boolean', help: 'print in colour, or without'},
  'no-color': {type: 'boolean', with: 'color', help: 'print without colour'},
} as const

/** Of commands that answer programs, too. */
export const formatOption = {
  format: {type: 'string', short: 'f', value: 'name', help: 'text (default) or json'},
} as const

/** The configuration that the options name, for none of them the one found from the working folder upwards. */
export async function projectOf(world: LoadedWorld, given: ConfigGiven): Promise<ProjectConfig> {
  const asked = configAsked(given)
  const [{loadConfig}, own] = await Promise.all([import('../config/load.ts'), ownCatalogue()])
  return loadConfig({...world, own}, asked)
}

/**
 * The preset that the user names by its id or by the file that describes it, and the configuration with it.
 * @throws {Problem} when there is none
 */
export async function presetOf(
  world: LoadedWorld,
  config: ProjectConfig,
  name: string,
): Promise<WithPreset<ProjectConfig>> {
  if (isPresetPath(name)) return (await import('./preset-file-asked.ts')).withPresetFile(world, config, name)
  return {config, preset: presetNamed(name, config.catalogue.presets)}
}

interface ConfigGiven {
  config?: string
  'no-config'?: boolean
}

/**
 * The configuration file that the options name, `false` for none, `undefined` for the one that is found.
 * @throws {Problem} when they contradict each other
 */
export function configAsked({config, 'no-config': none}: ConfigGiven): string | false | undefined {
  if (config !== undefined && none) {
    throw new Problem('--config and --no-config contradict each other; leave one out')
  }
  return none ? false : config
}

/** What `--color` and `--no-color` ask for; the last one counts. */
export function colorAsked(argv: readonly string[]): boolean | undefined {
  const last = lastOf(argv, '--color', '--no-color')
  return last === undefined ? undefined : last === '--color'
}

/** Whether `--format` asks for JSON. */
export function wantsJson(format: string | undefined): boolean {
  return memberOf(format ?? 'text', ['text', 'json'], 'format') === 'json'
}

/**
 * The one argument that a command takes.
 * @throws {Problem} when there is none, or more; `noun` says what it is, `usage` how the command is written
 */
export function onlyArgument(positionals: readonly string[], noun: string, usage: string): string {
  const [first, second] = positionals
  if (first === undefined || first === '') throw new Problem(`which ${noun}? Write: ${usage}`)
  if (second !== undefined) throw new Problem(`one ${noun} at a time, not "${second}" besides; write: ${usage}`)
  return first
}
