import type {Workspace} from '../workspace.ts'
import {folderOf, upwards} from '../workspace-paths.ts'
import {argumentsOf, has, valueGiven} from './arguments.ts'
import {Definitions} from './definitions.ts'
import {joined} from './paths.ts'
import {perFile} from './per-file.ts'
import type {Word} from './shell.ts'
import type {Request, Tool, UnknownTarget} from './target.ts'

const valued = new Set(
  '-f --justfile -d --working-directory --set --shell --shell-arg --color --chooser --dotenv-path -E --dotenv-filename --list-heading --list-prefix --dump-format --command-color --timestamp-format -s --show --usage --group'.split(
    ' ',
  ),
)
/** With these nothing is run, or something else than a recipe. */
const runsNone = [
  '-l',
  '--list',
  '--summary',
  '--choose',
  '-c',
  '--command',
  '--init',
  '--evaluate',
  '--variables',
  '-e',
  '--edit',
  '--fmt',
  '--dump',
  '--completions',
  '--changelog',
  '--groups',
  '-V',
  '--version',
  '-h',
  '--help',
  '-s',
  '--show',
]
const recipe = /^@?([A-Za-z_][\w-]*)((?:\s[^:]*)?):(?!=)/
const alias = /^alias\s+([A-Za-z_][\w-]*)\s*:=/
const module = /^mod(\??)\s+([A-Za-z_][\w-]*)/
const importing = /^import(\??)\s+x?(['"])([^'"]+)\2/
/** Deeper imports are left. */
const mostFiles = 50

/** What a justfile defines: its recipes and aliases by name, with the number of words that each takes. */
class Justfile {
  readonly definitions = new Definitions()
  /** How many words a recipe takes; more than anybody writes where it takes all that follow. */
  readonly amounts = new Map<string, number>()
  readonly modules = new Set<string>()
  readonly #seen = new Set<string>()
  readonly #workspace: Workspace

  constructor(workspace: Workspace, file: string) {
    this.#workspace = workspace
    this.#read(file)
  }

  #read(file: string): void {
    if (this.#seen.has(file)) return
    this.#seen.add(file)
    const text = this.#seen.size > mostFiles ? null : this.#workspace.read(file)
    if (text === null) this.definitions.isOpen = true
    else for (const line of text.split('\n')) this.#readLine(line.trimEnd(), file)
  }

  #readLine(line: string, file: string): void {
    if (!/^[@A-Za-z_]/.test(line)) return
    const [, optional, , path] = importing.exec(line) ?? []
    const name = module.exec(line)?.[2]
    if (path !== undefined) this.#import(file, path, optional === '?')
    else if (name !== undefined && !recipe.test(line)) this.modules.add(name)
    else if (/^set\s+fallback\b/.test(line)) this.definitions.isOpen ||= !/:=\s*false/.test(line)
    else this.#define(line)
  }

  #define(line: string): void {
    const other = alias.exec(line)?.[1]
    const [, name = other, parameters = ''] = recipe.exec(line) ?? []
    if (name === undefined) return
    this.definitions.names.add(name)
    const isOpenEnded = other !== undefined || /[+*]/.test(parameters)
    this.amounts.set(name, isOpenEnded ? Number.POSITIVE_INFINITY : parameters.split(/\s+/).filter(Boolean).length)
  }

  #import(file: string, path: string, isOptional: boolean): void {
    const at = joined(folderOf(file), path)
    if (at !== null && this.#workspace.kindOf(at) === 'file') this.#read(at)
    else this.definitions.isOpen ||= !isOptional
  }
}

const justfileAt = perFile((workspace, file) => new Justfile(workspace, file))

function isJustfile(name: string): boolean {
  return /^\.?justfile$/i.test(name)
}

function justfileFor({folder, workspace}: Request, named: Word | null | undefined): string | null {
  if (named !== undefined) return named?.isPlain ? joined(folder, named.text) : null
  for (const at of upwards(folder)) {
    const name = workspace.namesIn(at).find(isJustfile)
    if (name !== undefined) return joined(at, name)
  }
  return null
}

export const just: Tool = {
  programs: ['just'],
  files: ['justfile', 'Justfile', 'JUSTFILE', '.justfile'],
  placing: ['-f', '--justfile'],
  namesIn: (workspace, file) => justfileAt(workspace, file).definitions.names,
  *unknownIn(request) {
    const given = argumentsOf(request.words, valued)
    const file = justfileFor(request, valueGiven(given, '-f', '--justfile'))
    if (file === null || request.workspace.kindOf(file) !== 'file' || has(given, ...runsNone)) return
    const justfile = justfileAt(request.workspace, file)
    const words = given.operands.filter(({text}) => !/^[A-Za-z_]\w*=/.test(text))
    for (let index = 0; index < words.length; ) {
      const word = words[index] as Word
      const {text: name, start, end, isPlain} = word
      if (!isPlain || !/^[A-Za-z_][\w-]*$/.test(name) || justfile.modules.has(name)) return
      if (justfile.definitions.lacks(name)) {
        const nearest = justfile.definitions.nearestTo(request.workspace, name)
        yield {start, end, name, noun: 'recipe', place: file, nearest, isPath: false} satisfies UnknownTarget
        return
      }
      index += 1 + (justfile.amounts.get(name) ?? Number.POSITIVE_INFINITY)
    }
  },
}
