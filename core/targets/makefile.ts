import type {Workspace} from '../workspace.ts'
import {folderOf} from '../workspace-paths.ts'
import {Definitions} from './definitions.ts'
import {closeOf, splitWords, Variables} from './makefile-variables.ts'
import {joined} from './paths.ts'
import {perFile} from './per-file.ts'
import {matchesWildcard, type Wildcard, wildcardOf} from './wildcards.ts'

/** More files than these no Makefile includes. */
const mostFiles = 100

const include = /^(-?include|sinclude)[ \t]([\s\S]*)$/
const assignment = /^(?:(?:export|override|private|unexport)\s+)*([^\s:#=?+!]+)\s*(=|:=|::=|:::=|\?=|\+=|!=)(.*)$/
const directive = /^(?:ifn?eq|ifn?def|else|endif|export|unexport|override|vpath|undefine|load|-load)\b/
/** Lists of what files depend on, made while building; they define nothing that anybody asks for. */
const madeWhileBuilding = /\.d$|dep/i

/** Reads the targets of a Makefile and of what it includes, as text: nothing of it is ever run. */
class MakefileReader {
  readonly definitions = new Definitions()
  readonly #variables = new Variables()
  readonly #seen = new Set<string>()
  readonly #workspace: Workspace
  readonly #folder: string
  #definesUntil = 0

  constructor(workspace: Workspace, folder: string) {
    this.#workspace = workspace
    this.#folder = folder
  }

  read(file: string): void {
    if (this.#seen.has(file)) return
    this.#seen.add(file)
    const text = this.#seen.size > mostFiles ? null : this.#workspace.read(file)
    if (text === null) this.definitions.isOpen = true
    else for (const line of logicalLines(text)) this.#readLine(line)
  }

  #readLine(line: string): void {
    if (this.#isInDefinition(line) || line.startsWith('\t')) return
    const words = withoutComment(line).trim()
    const [, how, files] = include.exec(words) ?? []
    const [, name, operator, value] = assignment.exec(words) ?? []
    if (files !== undefined) this.#include(files, how !== 'include')
    else if (name === '.RECIPEPREFIX') this.definitions.isOpen = true
    else if (name !== undefined) this.#variables.set(name, operator ?? '=', (value ?? '').trim())
    else if (/^\$[({]/.test(words) && !colonIn(words))
      this.definitions.isOpen ||= /\$[({](?:eval|call|foreach)\b/.test(words)
    else if (!directive.test(words)) this.#readRule(words)
  }

  /** Whether a line belongs to `define … endef`, the text of a variable. */
  #isInDefinition(line: string): boolean {
    const words = line.trimStart()
    if (/^(?:override\s+)?define\s/.test(words)) this.#definesUntil++
    else if (this.#definesUntil > 0 && /^endef\b/.test(words)) this.#definesUntil--
    else return this.#definesUntil > 0
    return true
  }

  #readRule(words: string): void {
    const colon = colonIn(words)
    if (!colon) return
    const targets = words.slice(0, colon).replace(/&$/, '').trim()
    const isSpecial = /^\.[A-Z_]+$/.test(targets)
    if (isSpecial && targets !== '.PHONY') return
    const names = isSpecial ? (words.slice(colon).replace(/^:+/, '').split(';', 1)[0] ?? '') : targets
    for (const name of this.#variables.wordsOf(names)) this.#define(name)
  }

  #define(name: Wildcard): void {
    if (name.length === 1) this.definitions.names.add(name[0] ?? '')
    else this.definitions.wildcards.push(name)
  }

  #include(words: string, isOptional: boolean): void {
    for (const word of splitWords(words)) {
      if (madeWhileBuilding.test(word)) continue
      const [name, ...others] = this.#variables.wordsOf(word.replaceAll('*', '%'))
      const files = name && others.length === 0 ? this.#filesFor(name) : null
      if (files === null) this.definitions.isOpen = true
      else if (files.length === 0 && !isOptional && !word.includes('*')) this.definitions.isOpen = true
      else for (const file of files) this.read(file)
    }
  }

  /** The files that a path stands for, with `*` only in their names; null where that cannot be told. */
  #filesFor(name: Wildcard): string[] | null {
    const path = name.length > 1 ? (name[0] ?? '').slice(0, (name[0] ?? '').lastIndexOf('/') + 1) : (name[0] ?? '')
    const at = joined(this.#folder, path)
    if (at === null || name.slice(1).some(piece => piece.includes('/'))) return null
    if (name.length === 1) return this.#workspace.kindOf(at) === 'file' ? [at] : []
    const pieces = wildcardOf([(name[0] ?? '').slice(path.length), ...name.slice(1)])
    const found = this.#workspace.namesIn(at).filter(file => matchesWildcard(file, pieces))
    return found.flatMap(file => joined(at, file) ?? [])
  }
}

/** Lines with those that a backslash draws together. */
function logicalLines(text: string): string[] {
  return text.replaceAll('\r\n', '\n').replaceAll('\\\n', ' ').split('\n')
}

function withoutComment(line: string): string {
  const start = line.indexOf('#')
  return start < 0 || line[start - 1] === '\\' ? line : line.slice(0, start)
}

/** Where the targets of a rule end; 0 for what is no rule. */
function colonIn(words: string): number {
  for (let at = 0; at < words.length; at++) {
    const character = words.charAt(at)
    if (character === '$' && /[({]/.test(words.charAt(at + 1))) at = closeOf(words, at + 1) - 1
    else if (character === ':') return at
    else if (character === '=') return 0
  }
  return 0
}

/** The targets that a Makefile defines where `make` is run in its folder. */
export const makefileTargets = perFile((workspace, file): Definitions => {
  const reader = new MakefileReader(workspace, folderOf(file))
  reader.read(file)
  return reader.definitions
})
