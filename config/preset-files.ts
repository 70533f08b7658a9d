import {basename, dirname, extname, resolve} from 'node:path'
import {getNodeValue} from 'jsonc-parser'
import {commonWordsOf} from '../core/common-words.ts'
import {completePreset, type PresetDefinition} from '../core/complete-preset.ts'
import {derive} from '../core/derive/derive.ts'
import {idOf} from '../core/derive/titles.ts'
import {type Catalogue, withPlugins} from '../core/plugin.ts'
import type {Preset} from '../core/preset.ts'
import {SourceText} from '../core/text.ts'
import type {FileSystem} from './file-system.ts'
import {isJsonFault, jsonTree} from './json-tree.ts'
import {shownPath} from './paths.ts'
import {causeOf, Problem} from './problem.ts'

/** Presets by the absolute paths of the files that describe them. */
export type PresetFiles = ReadonlyMap<string, Preset>

/** A file in place of a preset. */
interface Named {
  /** Absolute. */
  file: string
  /** As the user wrote it. */
  name: string
  /** Where the user wrote it, for messages: a file with, where it can be told, line and column, and a colon. */
  place: string
}

interface Source {
  fs: FileSystem
  cwd: string
}

/**
 * Reads the preset that a file describes: a template in Markdown, or a preset in JSON, which may have comments. `taken`
 * are the presets that there are.
 * @throws {Problem} when it cannot be read, or describes none
 */
export function readPresetFile({fs, cwd}: Source, {file, name, place}: Named, {rules, presets}: Catalogue): Preset {
  const shown = shownPath(cwd, file) || '.'
  const text = textOf(fs, file, {name, place, shown})
  const isTemplate = /\.(?:md|markdown)$/i.test(file)
  const preset = isTemplate ? ofTemplate(text, shown, file, presets) : ofJson(text, shown, presets)
  try {
    return withPlugins({rules, presets: []}, [{presets: [preset]}]).presets[0] ?? preset
  } catch (error) {
    throw new Problem(`${shown}: ${messageOf(error).replace(/^Plugin 1: /, '')}`)
  }
}

function textOf(fs: FileSystem, file: string, {name, place, shown}: Omit<Named, 'file'> & {shown: string}): string {
  if (!/\.(?:md|markdown|jsonc?)$/i.test(file))
    throw new Problem(`${place} "${name}" is no template; name a Markdown file, or a preset in JSON`)
  try {
    const state = fs.statSync(file, {throwIfNoEntry: false})
    if (!state) throw new Problem(`${place} cannot find the template "${name}"; check the path`)
    // What a link to a terminal or a device holds could be read for ever.
    if (!state.isFile()) throw new Problem(`${place} "${name}" is no file; name a template`)
    return ofModestSize(fs.readFileSync(file, 'utf8').replace(/^\ufeff/, ''), shown)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem(`${shown}: cannot be read: ${causeOf(error)}`)
  }
}

const mostCharacters = 100_000

/**
 * Returns the text of a template, called `shown` in messages, unchanged.
 * @throws {Problem} when it is longer than anything that people fill in
 */
export function ofModestSize(text: string, shown: string): string {
  if (text.length <= mostCharacters) return text
  throw new Problem(`${shown}: is no template: it has more than ${mostCharacters.toLocaleString('en')} characters`)
}

/** The id of a template's preset: the name of its file, with those of folders where that is taken. */
export function idOfFile(file: string, taken: readonly string[]): string {
  let folder = dirname(file)
  let id = idOf(basename(file, extname(file)))
  const isTaken = () => id === 'auto' || taken.includes(id)
  while (isTaken() && folder !== dirname(folder)) {
    id = idOf(`${basename(folder)}-${id}`)
    folder = dirname(folder)
  }
  for (let number = 2; isTaken(); number++) id = `${id.replace(/-\d+$/, '')}-${number}`
  return id
}

/** What a template's preset is for; `shown` is what messages call the template. */
export function summaryOf(shown: string): string {
  return `Plans made from ${shown}`
}

/** Presets of templates that were read, so that one whose text stays is the same preset; by all that it is made of. */
const read = new Map<string, Preset>()
const mostRead = 100

function ofTemplate(text: string, shown: string, file: string, presets: readonly Preset[]): Preset {
  const id = idOfFile(
    file,
    presets.map(preset => preset.id),
  )
  const key = JSON.stringify([id, shown, text])
  const known = read.get(key)
  if (known) return known
  const {definition, faults} = derive(text, {id, summary: summaryOf(shown)}, presets)
  if (faults.length > 0)
    throw new Problem(...faults.map(fault => `${shown}:${fault.line}:${fault.column}: ${fault.message}`))
  if (isVoid(definition)) throw new Problem(`${shown}: is no template: it has neither sections nor slots`)
  const preset = completePreset(definition, commonWordsOf(presets))
  if (read.size >= mostRead) read.clear()
  read.set(key, preset)
  return preset
}

/** Whether nothing could ever be found by a preset. */
export function isVoid({
  sections = [],
  literals = [],
  fields = [],
  phases,
  templateText = {},
}: PresetDefinition): boolean {
  const texts = Object.values(templateText).flat()
  return sections.length + literals.length + fields.length + texts.length === 0 && phases === undefined
}

function ofJson(text: string, shown: string, presets: readonly Preset[]): Preset {
  const tree = jsonTree(text)
  if (isJsonFault(tree)) {
    const {line, column} = new SourceText(text).positionAt(tree.offset)
    throw new Problem(`${shown}:${line}:${column}: is no JSON: ${tree.reason}`)
  }
  const value: unknown = getNodeValue(tree)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Problem(`${shown}: is no preset: it has to be an object`)
  const {$schema: _, ...definition} = value as PresetDefinition & {$schema?: unknown}
  let preset: Preset
  try {
    preset = completePreset(definition, commonWordsOf(presets))
  } catch (error) {
    throw new Problem(`${shown}: ${messageOf(error)}`)
  }
  if (presets.some(({id}) => id === preset.id))
    throw new Problem(`${shown}: the preset "${preset.id}" is taken; choose another "id"`)
  return preset
}

function messageOf(error: unknown): string {
  if (error instanceof TypeError || error instanceof RangeError) return error.message.replace(/\.$/, '')
  throw error
}

/** What a configuration offers once a preset is added to it that is named by its file. */
export interface WithPresetFile {
  catalogue: Catalogue
  presetFiles: PresetFiles
  preset: Preset
}

/**
 * Adds the preset that the file `name`, relative to the working folder, describes, unless it is there already.
 * @throws {Problem} when it cannot be read, or describes none
 */
export function addPresetFile(
  source: Source,
  {catalogue, presetFiles}: {catalogue: Catalogue; presetFiles: PresetFiles},
  name: string,
): WithPresetFile {
  const file = resolve(source.cwd, name)
  const known = presetFiles.get(file)
  const preset = known ?? readPresetFile(source, {file, name, place: '--preset:'}, catalogue)
  if (known) return {catalogue, presetFiles, preset}
  return {
    catalogue: {...catalogue, presets: [...catalogue.presets, preset]},
    presetFiles: new Map([...presetFiles, [file, preset]]),
    preset,
  }
}
