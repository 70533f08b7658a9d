import {lstatSync, readdirSync, readFileSync, realpathSync, rmdirSync, unlinkSync} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'

/** What git keeps of the worktree in `folder`, by the file that says where it is; null where there is no such. */
export function adminFolderOf(folder: string, common: string): string | null {
  return adminFolders(common).find(admin => worktreeOf(admin) === folder) ?? null
}

function adminFolders(common: string): string[] {
  const parent = join(common, 'worktrees')
  return namesIn(parent).map(name => join(parent, name))
}

function worktreeOf(admin: string): string | null {
  try {
    const told = readFileSync(join(admin, 'gitdir'), 'utf8').trimEnd()
    if (told === '') return null
    const folder = dirname(resolve(admin, told))
    try {
      return realpathSync(folder)
    } catch {
      return folder
    }
  } catch {
    return null
  }
}

/**
 * Folders in which git has begun to keep a worktree called like `folder`, and was stopped before it had said where that
 * is. Nothing leads to them, so they hold nothing of anybody.
 */
export function straysOf(folder: string, common: string): string[] {
  const name = basename(folder)
  return adminFolders(common).filter(admin => {
    // git puts a number to a name that is taken.
    const isNamedSo = basename(admin).startsWith(name) && /^\d*$/.test(basename(admin).slice(name.length))
    if (!isNamedSo || worktreeOf(admin) !== null) return false
    return namesIn(admin).every(file => file === 'locked' || (file === 'gitdir' && isEmpty(join(admin, file))))
  })
}

export function removeStray(admin: string): void {
  for (const name of ['gitdir', 'locked']) removeFile(join(admin, name))
  rmdirSync(admin)
}

/** A mark that changes as long as somebody works in any of `folders`. */
export function stateOf(folders: readonly string[]): string {
  const marks: string[] = []
  const open = [...folders]
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const name of namesIn(folder)) {
      const path = join(folder, name)
      try {
        const found = lstatSync(path)
        marks.push(`${path} ${found.size} ${found.mtimeMs}`)
        if (found.isDirectory()) open.push(path)
      } catch {
        marks.push(path)
      }
    }
  }
  return marks.join('\n')
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isEmpty(file: string): boolean {
  return lstatSync(file).size === 0
}

/** Removes a file that may be gone already. */
export function removeFile(file: string): void {
  try {
    unlinkSync(file)
  } catch {
    // What is gone need not be removed; what cannot be removed is in the way of git, which tells so.
  }
}
