import {join, resolve} from 'node:path'
import {parseArguments} from '../../cli/arguments.ts'
import type {LoadedWorld, Options, Values} from '../../cli/commands/command.ts'
import {readDocument} from '../../cli/read.ts'
import {complainOf, print} from '../../cli/terminal.ts'
import {Problem} from '../../config/problem.ts'
import {presets} from '../../index.ts'
import {PlanFolder} from '../accuracy/input/plan-folder.ts'
import {compare} from './compare.ts'
import {report} from './report.ts'

const options = {
  preset: {type: 'string', value: 'id', help: 'the preset of plan-lint'},
  template: {type: 'string', value: 'file', help: 'the template that it was made for'},
  docs: {type: 'string', value: 'folder', help: 'the plans'},
} as const satisfies Options

const command = 'npm run compare-derived --'
const usage = `${command} --preset <id> --template <file> --docs <folder>`

/**
 * Compares a preset with the one that is derived from its template, on plans. Exit code: 0 the differences are printed,
 * 2 bad usage, or something cannot be read.
 */
export async function compareDerived(world: LoadedWorld): Promise<number> {
  try {
    const {values, positionals} = parseArguments(world.argv, {options}, command)
    if (positionals.length > 0) throw new Problem(`"${positionals[0]}" is no option; write ${usage}`)
    await print(world, values.help ? `Usage: ${usage}\n` : run(world, values as Values<typeof options>))
    return 0
  } catch (error) {
    await complainOf(world, error)
    return 2
  }
}

function run({fs, cwd}: LoadedWorld, {preset: id, template, docs}: Values<typeof options>): string {
  if (id === undefined || template === undefined || docs === undefined)
    throw new Problem(`--preset, --template and --docs are needed: ${usage}`)
  const preset = presets.find(candidate => candidate.id === id)
  if (!preset) throw new Problem(`there is no preset "${id}"; there are ${presets.map(known => known.id).join(', ')}`)
  const root = resolve(cwd, docs)
  const texts = new PlanFolder(fs, root, docs).paths.map(path => readDocument(fs, join(root, path), path).text)
  return report(preset.id, compare(preset, readDocument(fs, resolve(cwd, template), template).text, texts))
}
