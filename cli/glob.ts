import {resolve} from 'node:path'
import picomatch from 'picomatch'
import {globSync, isDynamicPattern} from 'tinyglobby'
import type {FileSystem} from '../config/file-system.ts'
import {isWithin} from '../config/paths.ts'
import {ancestryOf, leadsOutOf} from '../config/repository.ts'
import {withoutIgnored} from './ignored.ts'
import {withinWorkspace} from './within-workspace.ts'

export interface Walk {
  /** Absolute paths. */
  files: string[]
  /** Links, as absolute paths, that were left out as they lead out of the workspace. */
  links: string[]
  /** The globs that would have led out of the workspace. */
  beyond: string[]
  /** Folders that could not be read. */
  unread: {folder: string; error: unknown}[]
}

/** Whether `pattern` is more than a plain path. */
export const isGlob = (pattern: string) => isDynamicPattern(pattern)

/** The folders and files that `globs` look into, for people: `plans/`, `PLAN.md`. */
export function placesIn(globs: readonly string[]): string[] {
  const places = globs
    .filter(glob => !glob.startsWith('!'))
    .map(glob => {
      const {base, isGlob} = picomatch.scan(glob)
      return isGlob && base ? `${base}/` : glob
    })
  return [...new Set(places)]
}

function basesOf(root: string, globs: readonly string[]): string[] {
  return globs.filter(glob => !glob.startsWith('!')).map(glob => resolve(root, picomatch.scan(glob).base))
}

/** The folder, absolute, that a walk for `globs`, relative to `root`, begins at. */
export function startOf(root: string, globs: readonly string[]): string {
  const [base = root, ...others] = basesOf(root, globs)
  return others.length === 0 ? base : root
}

/** What is meant to be linted by `folder`: the repository around it, else the working folder where that is around it. */
export function workspaceAround(fs: FileSystem, folder: string, cwd: string): string {
  return ancestryOf(fs, folder).repository ?? (isWithin(folder, cwd) ? cwd : folder)
}

/**
 * The Markdown files in `workspace` that `globs`, relative to `root`, match; without what `.gitignore` files leave out.
 */
export function markdownFiles(
  fs: FileSystem,
  root: string,
  globs: readonly string[],
  workspace = workspaceAround(fs, root, root),
): Walk {
  const unread: Walk['unread'] = []
  const view = withinWorkspace(fs, workspace)
  const found = globSync(globs, {
    cwd: root,
    absolute: true,
    dot: true,
    followSymbolicLinks: false,
    fs: withoutIgnored(view.fs, startOf(root, globs), (folder, error) => unread.push({folder, error})),
  })
  const files = found.filter(file => /\.(?:md|markdown)$/i.test(file)).map(file => resolve(file))
  const leadsOut = (glob: string) =>
    basesOf(root, [glob]).some(base => !isWithin(base, workspace)) || picomatch.scan(glob).glob.includes('..')
  const beyond = view.hasLeft() ? globs.filter(leadsOut) : []
  const links = files.filter(file => view.links.has(file) && leadsOutOf(fs, workspace, file))
  return {files: files.filter(file => !links.includes(file)), links, beyond, unread}
}
