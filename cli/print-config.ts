import {dirname, join, resolve} from 'node:path'
import type {FileSystem} from '../config/file-system.ts'
import {loadConfig, type ProjectConfig} from '../config/load.ts'
import {isPresetPath, shownPath} from '../config/paths.ts'
import {analyse} from '../core/lint.ts'
import type {RuleSetting} from '../core/preset.ts'
import {activeRules} from '../core/settings.ts'
import {presets} from '../presets/index.ts'
import {rules} from '../rules/index.ts'
import type {LoadedWorld} from './commands/command.ts'
import {withoutIgnored} from './ignored.ts'
import {jsonAnswer} from './json-answer.ts'
import type {LintRequest} from './lint-request.ts'
import {assertPreset} from './preset-named.ts'
import {readDocument} from './read.ts'
import {settingsFor} from './settings-for.ts'
import {assertRules} from './severities.ts'
import {write} from './terminal.ts'

/**
 * Prints as JSON what holds for the file `name`: preset, rules with severity and options, and where that comes from.
 * The rules are written as a configuration has them. Returns the exit code.
 * @throws {Problem} when the file or the configuration cannot be read
 */
export async function printConfig(world: LoadedWorld, asked: LintRequest, name: string): Promise<number> {
  const {fs, cwd} = world
  const {config, request} = await withPreset(
    world,
    await loadConfig({...world, own: {rules, presets}}, asked.config),
    asked,
  )
  assertPreset(request.preset, config.catalogue.presets)
  assertRules(request.severities, config.catalogue.rules)
  const file = resolve(cwd, name)
  const path = shownPath(cwd, file) || '.'
  const {text} = readDocument(fs, file, path)
  const {preset, settings} = settingsFor(file, config, request)
  const {result, plan} = analyse(text, {preset, presets: config.catalogue.presets, rules: []})
  const active = activeRules(config.catalogue.rules, plan.preset, settings)
  const answer = {
    path,
    configFiles: config.files.map(name => shownPath(cwd, name)),
    ignored: config.isIgnored(file) || isLeftOut(fs, config.root, file),
    preset: result.preset,
    presetSource: result.presetSource,
    evidence: result.evidence,
    failOn: request.failOn ?? config.failOn,
    rules: Object.fromEntries(
      config.catalogue.rules.map(({id}): [string, RuleSetting] => {
        const own = active.find(({rule}) => rule.id === id)
        if (!own) return [id, 'off']
        return [id, Object.keys(own.options).length > 0 ? [own.severity, own.options] : own.severity]
      }),
    ),
  }
  await write(world.stdout, jsonAnswer(answer))
  return 0
}

async function withPreset(world: LoadedWorld, config: ProjectConfig, request: LintRequest) {
  if (request.preset === undefined || !isPresetPath(request.preset)) return {config, request}
  const {withPresetFile} = await import('./preset-file-asked.ts')
  const named = withPresetFile(world, config, request.preset)
  return {config: named.config, request: {...request, preset: named.preset.id}}
}

/** Whether a walk through `root`, in which `file` lies or not, passes it over. */
function isLeftOut(fs: FileSystem, root: string, file: string): boolean {
  const inside = shownPath(root, file)
  const start = inside.startsWith('../') ? dirname(file) : root
  const view = withoutIgnored(fs, start, () => {})
  let folder = start
  return shownPath(start, file)
    .split('/')
    .some(name => {
      const isListed = view.readdirSync(folder, {withFileTypes: true}).some(entry => entry.name === name)
      folder = join(folder, name)
      return !isListed
    })
}
