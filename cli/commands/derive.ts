import {resolve} from 'node:path'
import {shownPath} from '../../config/paths.ts'
import {causeOf, Problem} from '../../config/problem.ts'
import {derive as derived} from '../../core/derive/derive.ts'
import {printed} from '../../core/derive/printed.ts'
import {makeFoldersFor} from '../make-folders.ts'
import {configOptions, onlyArgument, projectOf} from '../project-options.ts'
import {readDocument} from '../read.ts'
import {counted} from '../reporters/words.ts'
import {harmless, print, write} from '../terminal.ts'
import {defineCommand, type LoadedWorld} from './command.ts'

export const derive = defineCommand({
  usage: ['<template>.md', '<template>.md -o <preset>.jsonc'],
  summary: 'makes a preset of a template of your own',
  options: {
    output: {type: 'string', short: 'o', value: 'file', help: 'write it there'},
    force: {type: 'boolean', help: 'write over a file that is there'},
    ...configOptions,
  },
  async notes() {
    return `A configuration takes the template itself, too: "preset": "./docs/plan.md".
Comments in the template say what cannot be seen:

  <!-- plan-lint: optional -->         the section or field may be left out
  <!-- plan-lint: min=2 -->            so many items, parts or phases
  <!-- plan-lint: alias="Context" -->  another title for it
  <!-- plan-lint: any-order -->        it may stand anywhere`
  },
  async run(world, {values, positionals}) {
    const name = onlyArgument(positionals, 'template', 'plan-lint derive <template>.md')
    if (values.force && values.output === undefined) throw new Problem('--force is for a file; add -o <file>')
    const {idOfFile, isVoid, ofModestSize, summaryOf} = await import('../../config/preset-files.ts')
    const {catalogue, presetFiles} = await projectOf(world, values)
    const ofFiles = new Set(presetFiles.values())
    const presets = catalogue.presets.filter(known => !ofFiles.has(known))
    const file = resolve(world.cwd, name)
    const shown = shownPath(world.cwd, file) || '.'
    const text = ofModestSize(readDocument(world.fs, file, shown).text, shown)
    const ids = presets.map(({id}) => id)
    const preset = derived(text, {id: idOfFile(file, ids), summary: summaryOf(shown)}, presets)
    if (preset.faults.length > 0)
      throw new Problem(...preset.faults.map(fault => `${shown}:${fault.line}:${fault.column}: ${fault.message}`))
    if (isVoid(preset.definition)) throw new Problem(`${shown}: is no template: it has neither sections nor slots`)
    const json = printed(preset, shown)
    if (values.output === undefined) await print(world, json)
    else await save(world, values.output, json, {template: shown, isForced: values.force ?? false})
    return 0
  },
})

async function save(
  world: LoadedWorld,
  name: string,
  json: string,
  {template, isForced}: {template: string; isForced: boolean},
): Promise<void> {
  const file = resolve(world.cwd, name)
  const path = shownPath(world.cwd, file) || '.'
  if (!/\.jsonc?$/.test(file)) throw new Problem(`${path}: call the file .jsonc, for a configuration to read it`)
  if (!isForced && world.fs.existsSync(file))
    throw new Problem(`${path}: is there already; name another file, or add --force to write over it`)
  const obstacle = makeFoldersFor(file)
  if (obstacle !== null) throw new Problem(`${path}: cannot be written: ${obstacle}`)
  const {replaceFile} = await import('../replace-file.ts')
  try {
    replaceFile(file, json)
  } catch (error) {
    throw new Problem(`${path}: cannot be written: ${causeOf(error)}`)
  }
  const lines = counted(json.trimEnd().split('\n').length, 'line')
  await write(
    world.stdout,
    `wrote ${harmless(path)}: ${lines} from ${harmless(template)}; name it in a configuration: "preset": "./${harmless(path)}"\n`,
  )
}
