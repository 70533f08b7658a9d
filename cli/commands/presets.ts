import {Problem} from '../../config/problem.ts'
import type {Preset} from '../../core/preset.ts'
import {tableRows} from '../layout.ts'
import {
  colorAsked,
  colorOptions,
  configOptions,
  formatOption,
  presetOf,
  projectOf,
  wantsJson,
} from '../project-options.ts'
import type {Style} from '../style.ts'
import {harmless, print, write} from '../terminal.ts'
import {defineCommand} from './command.ts'

export const presets = defineCommand({
  usage: ['[options]', 'show <id> [options]', 'show ./<template>.md [options]'],
  summary: 'lists the presets, or shows what one asks for',
  options: {...configOptions, ...formatOption, ...colorOptions},
  async notes() {
    return 'A preset knows one kind of plan: by what, and what belongs into it.'
  },
  async run(world, {values, positionals, argv}) {
    const isJson = wantsJson(values.format)
    const id = idAsked(positionals)
    const project = await projectOf(world, values)
    const all = project.catalogue.presets
    const preset = id === null ? null : (await presetOf(world, project, id)).preset
    if (isJson) {
      const {jsonAnswer} = await import('../json-answer.ts')
      await write(world.stdout, jsonAnswer(preset ? {preset} : {presets: all.map(described)}))
      return 0
    }
    const {styleFor} = await import('../style.ts')
    const style = await styleFor(world, colorAsked(argv), [JSON.stringify(preset ?? all.map(described))])
    const shown = preset ? (await import('../presets/shown.ts')).presetShown(preset, style) : listOf(all, style)
    await print(world, shown)
    return 0
  },
})

/** The preset to show; null for the list of them. */
function idAsked([verb, id, more]: readonly string[]): string | null {
  if (verb === undefined) return null
  if (verb !== 'show') throw new Problem(`to see what a preset asks for, write: plan-lint presets show ${verb}`)
  if (!id) throw new Problem('which preset? Write: plan-lint presets show <id>; "plan-lint presets" lists them')
  if (more !== undefined) throw new Problem(`one preset at a time, not "${more}" besides; leave it out`)
  return id
}

function described({id, summary, priority, fingerprints, fileName}: Preset) {
  return {id, summary, priority, isDetected: fingerprints.length > 0, ...(fileName === undefined ? {} : {fileName})}
}

function listOf(all: readonly Preset[], {paint, columns, split}: Style): string {
  const rows = all.map(({id, summary}) => [[{text: harmless(id), paint: paint.bold}], [{text: harmless(summary)}]])
  const lines = tableRows(rows, {width: columns, split}).flat()
  return `${lines.join('\n')}\n\n${paint.dim('What one asks for: plan-lint presets show <id>')}\n`
}
