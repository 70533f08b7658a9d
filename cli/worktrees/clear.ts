import {lstatSync, readdirSync, readFileSync, realpathSync, rmdirSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {answerOf, askGit} from './git.ts'
import {removeFile} from './half-made.ts'
import type {Repository} from './repository.ts'

/** What stands in a folder where a worktree was begun. */
export interface Content {
  /** Those that git has put there: as the branch has them, or the beginning of that. */
  ofGit: string[]
  /** Those of somebody else. */
  others: string[]
}

const listed = (output: string) => output.split('\0').filter(path => path !== '')

/**
 * Looks at a folder in which git was stopped while it made a worktree of `branch`.
 * @throws {Problem} when git cannot tell what is there
 */
export async function contentOf(
  folder: string,
  admin: string,
  branch: string,
  repository: Repository,
): Promise<Content> {
  const names = namesIn(folder)
  if (names.includes('.git') && !leadsTo(join(folder, '.git'), admin)) return {ofGit: [], others: ['.git']}
  if (names.every(name => name === '.git')) return {ofGit: [], others: []}
  // An index of its own, where git throws it away if this is killed.
  const index = join(admin, 'index.plan-lint')
  try {
    const env = {GIT_DIR: repository.common, GIT_WORK_TREE: folder, GIT_INDEX_FILE: index}
    return await comparedWith(`refs/heads/${branch}`, folder, env)
  } finally {
    removeFile(index)
  }
}

/** Removes what git has put into a folder; the file that leads to the repository last. */
export function clear(folder: string, {ofGit}: Content): void {
  for (const path of ofGit) removeFile(join(folder, path))
  removeFolders(folder, ofGit)
  removeFile(join(folder, '.git'))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Whether the file by which a worktree finds its repository leads to `admin`; an empty one was not finished. */
function leadsTo(link: string, admin: string): boolean {
  try {
    const told = readFileSync(link, 'utf8').trimEnd()
    return told === '' || realpathSync(resolve(dirname(link), told.replace(/^gitdir: /, ''))) === realpathSync(admin)
  } catch {
    return false
  }
}

async function comparedWith(head: string, folder: string, env: Record<string, string>): Promise<Content> {
  await answerOf(folder, ['read-tree', '--end-of-options', head], env)
  await askGit(folder, ['update-index', '-q', '--refresh'], env)
  const others = listed(await answerOf(folder, ['ls-files', '-z', '--others'], env))
  const differing = (filter: string) =>
    answerOf(folder, ['diff-files', '-z', '--name-only', '--ignore-submodules=all', `--diff-filter=${filter}`], env)
  const gone = new Set(listed(await differing('D')))
  const changed = listed(await differing('d'))
  for (const path of changed) {
    if (!(await isBeginning(folder, path, `${head}:${path}`, env))) others.push(path)
  }
  const tracked = listed(await answerOf(folder, ['ls-files', '-z'], env))
  return {ofGit: tracked.filter(path => !gone.has(path)), others}
}

/** Whether a file holds the beginning of what the branch has for it, as one that was being written does. */
async function isBeginning(
  folder: string,
  path: string,
  object: string,
  env: Record<string, string>,
): Promise<boolean> {
  const file = join(folder, path)
  if (!lstatSync(file).isFile()) return false
  const start = readFileSync(file)
  if (start.length === 0) return true
  const {code, bytes} = await askGit(folder, ['cat-file', '--filters', object], env)
  return code === 0 && bytes.subarray(0, start.length).equals(start)
}

/** Removes the folders that `files` stood in, as far as they are empty. */
function removeFolders(folder: string, files: readonly string[]): void {
  const folders = new Set<string>()
  for (const file of files) {
    for (let path = file; path !== '.'; path = dirname(path)) folders.add(path)
  }
  for (const path of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      rmdirSync(join(folder, path))
    } catch {
      // It was a file, or holds something.
    }
  }
}
