import {closeSync, openSync, rmSync, writeFileSync} from 'node:fs'
import {resolve} from 'node:path'
import type {ProjectConfig} from '../../config/load.ts'
import {shownPath} from '../../config/paths.ts'
import {causeOf, errorCode, Problem} from '../../config/problem.ts'
import {analyse} from '../../core/lint.ts'
import type {Preset} from '../../core/preset.ts'
import {scaffold, scaffoldWithoutId} from '../../core/scaffold/scaffold.ts'
import {makeFoldersFor} from '../make-folders.ts'
import {configOptions, presetOf, projectOf} from '../project-options.ts'
import {counted} from '../reporters/words.ts'
import {complain, harmless, write} from '../terminal.ts'
import {defineCommand, type LoadedWorld} from './command.ts'

export const newPlan = defineCommand({
  usage: ['<preset> [title] [-o <file>]', './<template>.md [title] [-o <file>]'],
  summary: 'begins a plan: all that a preset asks for, to fill in',
  options: {
    output: {type: 'string', short: 'o', value: 'file', help: 'write it there; a file is never overwritten'},
    ...configOptions,
  },
  async notes() {
    const {presets} = await import('../../presets/index.ts')
    const {filled} = await import('../filled.ts')
    return `Presets:
${filled(presets.map(({id}) => id))}

Without a file it prints the plan. What is in brackets waits to be filled in;
plan-lint finds what still does.`
  },
  async run(world, {values, positionals}) {
    const [id, ...title] = positionals
    if (!id) throw new Problem('which preset? Write: plan-lint new <preset>; "plan-lint presets" lists them')
    const project = await projectOf(world, values)
    const {config, preset} = await presetOf(world, project, id)
    const {presets} = config.catalogue
    // Who reads the plan later may know nothing of a template that only this command line names.
    const isKnown = project.catalogue.presets.includes(preset)
    const text = isKnown ? scaffold(preset, presets, title.join(' ')) : scaffoldWithoutId(preset, title.join(' '))
    if (values.output === undefined) await write(world.stdout, text)
    else await create(world, config, {preset, name: values.output, text, by: isKnown ? '' : `--preset ${id} `})
    return 0
  },
})

async function create(
  world: LoadedWorld,
  config: ProjectConfig,
  {preset, name, text, by}: {preset: Preset; name: string; text: string; by: string},
): Promise<void> {
  const file = resolve(world.cwd, name)
  const path = shownPath(world.cwd, file) || '.'
  const obstacle = makeFoldersFor(file)
  if (obstacle !== null) throw new Problem(`${path}: cannot be written: ${obstacle}`)
  try {
    writeNew(file, text)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new Problem(`${path}: is there already; name another file, or delete it`)
    throw new Problem(`${path}: cannot be written: ${causeOf(error)}`)
  }
  const {plan} = analyse(text, {rules: [], presets: config.catalogue.presets, preset: preset.id})
  const slots = counted(plan.leftovers.slots.length, 'slot')
  await write(
    world.stdout,
    `wrote ${harmless(path)}: ${slots} to fill in, told by: plan-lint ${harmless(by)}${harmless(path)}\n`,
  )
  const {preset: configured = 'auto'} = config.settingsOf(file)
  if (configured !== 'auto' && configured !== preset.id) {
    await complain(world, [`${path}: the configuration has it judged by "${configured}"; plan-lint which ${path}`])
  }
}

/** @throws when it is there already, or cannot be written; then it is not there */
function writeNew(file: string, text: string): void {
  const descriptor = openSync(file, 'wx')
  try {
    writeFileSync(descriptor, text)
  } catch (error) {
    rmSync(file, {force: true})
    throw error
  } finally {
    closeSync(descriptor)
  }
}
