import {parse, resolve} from 'node:path'
import type {FileSystem} from '../config/file-system.ts'
import type {ProjectSettings} from '../config/load.ts'
import {shownPath} from '../config/paths.ts'
import {causeOf, errorCode} from '../config/problem.ts'

export interface Search {
  fs: FileSystem
  /** What the user's paths are relative to, absolute. */
  cwd: string
  /** Whether a file that was found, not named, is to be left out. */
  isLeftOut(file: string): boolean
}

export interface Discovery {
  /** Absolute paths, each once, in the order in which they are shown. */
  files: string[]
  /** What was asked for and cannot be had; one line each. */
  problems: string[]
}

/**
 * The files that `paths` stand for: a file is taken whatever it is called, a folder stands for the Markdown files at
 * any depth in it, anything else is a glob.
 */
export async function filesOf(paths: readonly string[], search: Search): Promise<Discovery> {
  const parts = await Promise.all(paths.map(path => expand(path, search)))
  return {
    files: inOrder(
      parts.flatMap(part => part.files),
      search.cwd,
    ),
    problems: parts.flatMap(part => part.problems),
  }
}

/** The files that the globs of a configuration find, as far as it may look. */
export async function plansIn(
  {root, plans, workspace}: Pick<ProjectSettings, 'root' | 'plans' | 'workspace'>,
  search: Search,
): Promise<Discovery> {
  const bounds = workspace === null ? parse(root).root : workspace
  const {files, problems} = await walk(root, plans, search, bounds)
  return {files: inOrder(files, search.cwd), problems}
}

async function expand(path: string, search: Search): Promise<Discovery> {
  // An empty path, as of an unset variable in a script, would stand for the whole working folder.
  if (path === '') return {files: [], problems: ['"": no such file or folder; check the path']}
  const full = resolve(search.cwd, path)
  let isFolder: boolean | undefined
  try {
    isFolder = search.fs.statSync(full).isDirectory()
  } catch (error) {
    const isAbsent = ['ENOENT', 'ENOTDIR', 'EINVAL', 'ERR_INVALID_ARG_VALUE'].includes(errorCode(error) ?? '')
    if (!isAbsent) return {files: [], problems: [`${path}: cannot be read: ${causeOf(error)}`]}
  }
  if (isFolder === false) return {files: [full], problems: []}
  if (isFolder) {
    return needed(
      await walk(full, ['**/*'], search),
      `${path}: no Markdown file in this folder; name one that holds plans`,
    )
  }
  const {isGlob} = await import('./glob.ts')
  if (!isGlob(path)) return {files: [], problems: [`${path}: no such file or folder; check the path`]}
  return needed(
    await walk(search.cwd, [path], search),
    `${path}: no Markdown file matches; check the glob, and whether a .gitignore leaves the files out`,
  )
}

async function walk(
  root: string,
  globs: readonly string[],
  {fs, cwd, isLeftOut}: Search,
  bounds?: string,
): Promise<Discovery> {
  const {markdownFiles, startOf, workspaceAround} = await import('./glob.ts')
  const workspace = bounds ?? workspaceAround(fs, startOf(root, globs), cwd)
  const {files, links, beyond, unread} = markdownFiles(fs, root, globs, workspace)
  return {
    files: files.filter(file => !isLeftOut(file)),
    problems: [
      ...unread
        .filter(({error}) => errorCode(error) !== 'ENOENT')
        .map(({folder, error}) => `${shownPath(cwd, folder) || '.'}: cannot be read: ${causeOf(error)}`),
      ...beyond.map(glob => `${glob}: leads out of the project; name the folder to have it linted`),
      ...links
        .filter(file => !isLeftOut(file))
        .map(file => `${shownPath(cwd, file)}: is a link out of the project; name it to have it linted`),
    ],
  }
}

function needed(discovery: Discovery, problem: string): Discovery {
  const isEmpty = discovery.files.length === 0 && discovery.problems.length === 0
  return isEmpty ? {files: [], problems: [problem]} : discovery
}

function inOrder(files: readonly string[], cwd: string): string[] {
  const paths = new Map(files.map(file => [shownPath(cwd, file), file]))
  return [...paths].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file)
}
