import {lstatSync, realpathSync} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import {isWithin, shownPath} from '../../config/paths.ts'
import type {Repository} from './repository.ts'

/** Where worktrees may be made. */
export interface Allowed {
  /** Absolute; not looked at where links of theirs lead, unless the user named them. */
  folders: string[]
  /** As messages call them. */
  names: string
}

/** `worktrees` beside the repository, `worktrees` and `.worktrees` in it, and what the user names, from `cwd`. */
export function allowedIn({root, cwd}: Repository, named: readonly string[]): Allowed {
  const usual = [join(dirname(root), 'worktrees'), join(root, 'worktrees'), join(root, '.worktrees')]
  const own = named.map(folder => resolve(cwd, folder))
  return {
    folders: [...usual, ...own.map(folder => realPathOf(folder) ?? folder)],
    names: [...usual.map(folder => shownPath(cwd, folder)), ...named].join(', '),
  }
}

/** `.git` under any name that a file system takes for it. */
const ofGit = /^(?:\.git|git~\d+)[ .]*$/i

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it is about.
const controls = /[\u0000-\u001f\u007f]/

/** Where a worktree that the plan wants at `path`, seen from the root of the repository, would lie, or why nowhere. */
export function folderFor(
  path: string,
  {root, common, cwd}: Repository,
  allowed: Allowed,
): {folder: string} | {fault: string} {
  if (controls.test(path)) return {fault: 'its worktree_path holds a control character; correct it'}
  if (path.startsWith('-')) return {fault: `its worktree_path "${path}" begins with "-"; correct it`}
  const folder = realPathOf(resolve(root, path))
  if (folder === null) return {fault: `its worktree_path "${path}" goes by a link that leads nowhere; mend the link`}
  if (folder.split(/[\\/]/).some(part => ofGit.test(part)) || isWithin(folder, common))
    return {fault: `its worktree_path "${path}" leads into the folder of git; choose another`}
  if (allowed.folders.some(parent => folder !== parent && isWithin(folder, parent))) return {folder}
  const shown = shownPath(cwd, folder) || '.'
  return {
    fault: `its worktree_path "${path}" leads to ${shown}, and worktrees are made in ${allowed.names} only; allow another folder with --allow-path`,
  }
}

/** An absolute path without links, as far as it is there; null where a link leads nowhere. */
function realPathOf(path: string): string | null {
  const missing: string[] = []
  for (let there = path; ; there = dirname(there)) {
    try {
      return join(realpathSync(there), ...missing)
    } catch {
      if (isThere(there)) return null
    }
    if (there === dirname(there)) return path
    missing.unshift(basename(there))
  }
}

function isThere(path: string): boolean {
  try {
    lstatSync(path)
    return true
  } catch {
    return false
  }
}
