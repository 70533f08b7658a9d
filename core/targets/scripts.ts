import {isTool} from '../tools.ts'
import type {Workspace} from '../workspace.ts'
import {folderOf} from '../workspace-paths.ts'
import {nearestName, nearestScoped} from './near.ts'
import {type Manifest, manifestAt, packagesOf} from './package-manifest.ts'
import {joined} from './paths.ts'
import {fileAbove, fileIn} from './search.ts'
import type {Word} from './shell.ts'
import type {UnknownTarget} from './target.ts'

/** The package around `folder`; null where there is none, or it cannot be read. */
function packageAround(workspace: Workspace, folder: string): Manifest | null {
  const file = fileAbove(workspace, folder, ['package.json'])
  return file === null ? null : manifestAt(workspace, file)
}

/**
 * The package that a command run in `folder` is about, where an option may lead to another folder, whose package it is
 * then. Null where there is none, or it cannot be read.
 */
export function packageAt(workspace: Workspace, folder: string, option: Word | null | undefined): Manifest | null {
  if (option === undefined) return packageAround(workspace, folder)
  const at = option?.isPlain ? joined(folder, option.text) : null
  const file = at === null ? null : fileIn(workspace, at, ['package.json'])
  return file === null ? null : manifestAt(workspace, file)
}

/** The package that `word`, a name or a path, stands for, what is wrong with it, or null where that cannot be told. */
export function packageNamed(workspace: Workspace, folder: string, word: Word): Manifest | UnknownTarget | null {
  const {text, isPlain, start, end} = word
  if (!isPlain || !/^[@\w./-]+$/.test(text) || text.includes('...') || isStandIn(text)) return null
  const at = joined(folder, text)
  const file = at === null ? null : joined(at, 'package.json')
  if (file !== null && workspace.kindOf(file) === 'file') return manifestAt(workspace, file)
  const {readable, areAll} = packagesOf(workspace)
  if (/^\.{0,2}\//.test(text)) return null
  const isMeant = ({name, file}: Manifest) =>
    name === text || name?.replace(/^@[^/]*\//, '') === text || folderOf(file).endsWith(`/${text}`)
  const [found, ...others] = readable.filter(isMeant)
  if (found) return others.length === 0 ? found : null
  const names = readable.flatMap(({name, file}) => (file === 'package.json' || name === null ? [] : [name]))
  if (names.length === 0 || !areAll) return null
  const place = 'package.json'
  return {
    start,
    end,
    name: text,
    noun: 'workspace',
    place,
    nearest: nearestScoped(workspace, text, names),
    isPath: false,
  }
}

/** `@scope/P` and `pkg` stand for any package. */
function isStandIn(name: string): boolean {
  return /(?:^|\/)(?:[A-Z]{1,2}|X{3}|foo|bar|pkg|package|name|(?:my|your)-[\w.-]*)$/.test(name)
}

/** How surely a word names a script: `maybe` where it may be a program of a dependency as well. */
export type Certainty = 'script' | 'maybe'

/** `word` as a script that `of` lacks; null where it has it, or that cannot be told. */
export function unknownScript(
  workspace: Workspace,
  of: Manifest,
  word: Word,
  certainty: Certainty,
): UnknownTarget | null {
  const {text, isPlain, start, end} = word
  if (!isPlain || !/^[A-Za-z0-9_@][\w:.@-]*$/.test(text) || of.scripts.includes(text)) return null
  const found = nearestName(workspace, text, of.scripts)
  if (certainty === 'maybe' && mayBeProgram(of, text, found)) return null
  return {start, end, name: text, noun: 'script', place: of.file, nearest: found, isPath: false}
}

/** Names of programs have no colon; any other word may be one unless it looks like a slip. */
function mayBeProgram({dependencies}: Manifest, name: string, found: string | null): boolean {
  if (name.includes(':')) return false
  return found === null || isTool(name) || dependencies.has(name) || /\.\w+$/.test(name)
}

/** All packages as one, for what is run in each that has it; null where one cannot be read. */
export function allAsOne(workspace: Workspace): Manifest | null {
  const {readable, areAll} = packagesOf(workspace)
  const scripts = [...new Set(readable.flatMap(({scripts}) => scripts))]
  const dependencies = new Set(readable.flatMap(({dependencies}) => [...dependencies]))
  return areAll ? {file: 'package.json', name: null, scripts, dependencies} : null
}

export function scriptsIn(workspace: Workspace, file: string): readonly string[] {
  return manifestAt(workspace, file)?.scripts ?? []
}
