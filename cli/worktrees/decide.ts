import {existsSync, lstatSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {isWithin, shownPath} from '../../config/paths.ts'
import {type Allowed, folderFor} from './folders.ts'
import {adminFolderOf} from './half-made.ts'
import {baseFault, branchFault} from './names.ts'
import {type Entry, initializing, type Repository} from './repository.ts'
import type {Wanted} from './wanted.ts'

/** What is to be done for a stage. `redo`: a worktree was begun and not finished, and is made anew. */
export type Task = {
  wanted: Wanted
  /** Absolute, without links. */
  folder: string
} & ({kind: 'keep'} | {kind: 'add' | 'unlock'; args: string[]} | {kind: 'redo'; args: string[]; admin: string})

export interface Decisions {
  tasks: Task[]
  /** Why a stage cannot have its worktree, each as `stage x: …`. */
  faults: string[]
}

/** Decides for each stage by what is there; changes nothing. */
export async function decide(wanted: readonly Wanted[], repository: Repository, allowed: Allowed): Promise<Decisions> {
  const tasks: Task[] = []
  const faults: string[] = []
  for (const one of wanted) {
    const found = await decideOne(one, repository, allowed)
    if ('fault' in found) faults.push(`stage ${one.id}: ${found.fault}`)
    else tasks.push(found)
  }
  return {tasks, faults: [...faults, ...clashesAmong(tasks)]}
}

async function decideOne(wanted: Wanted, repository: Repository, allowed: Allowed): Promise<Task | {fault: string}> {
  const {branch, base} = wanted
  const place = folderFor(wanted.path, repository, allowed)
  if ('fault' in place) return place
  const isThere = repository.branches.has(branch)
  const fault = (await branchFault(branch, repository)) ?? (isThere ? null : await baseFault(base, repository))
  if (fault !== null) return {fault}
  const {folder} = place
  const shown = shownPath(repository.cwd, folder)
  const own = repository.entries.find(({path}) => path === folder)
  const holder = repository.entries.find(entry => entry !== own && entry.branch === branch)
  const above = repository.entries.slice(1).find(entry => entry !== own && isWithin(folder, entry.path))
  if (holder) return {fault: `its branch ${branch} is checked out in ${placeOf(holder, repository)}`}
  if (above) return {fault: `${shown} lies inside of the worktree ${shownPath(repository.cwd, above.path)}`}
  const added = isThere ? ['--', shown, branch] : ['--no-track', '-b', branch, '--', shown, base]
  if (own?.locked === initializing) return begun({wanted, folder}, own, repository, added)
  if (own) return existing({wanted, folder}, own, repository)
  if (isTaken(folder)) return {fault: `${shown} is there, and is no worktree of this repository; move it away`}
  return {wanted, folder, kind: 'add', args: ['worktree', 'add', ...added]}
}

function existing(of: Pick<Task, 'wanted' | 'folder'>, own: Entry, {cwd}: Repository): Task | {fault: string} {
  const shown = shownPath(cwd, of.folder)
  if (!existsSync(join(of.folder, '.git'))) {
    const remedy = own.locked === null ? '"git worktree prune" makes git forget it' : 'it is locked'
    return {fault: `git has a worktree in ${shown} that is not there; bring it back, or let it go: ${remedy}`}
  }
  if (own.branch === of.wanted.branch) return {...of, kind: 'keep'}
  return {fault: `${shown} is a worktree with ${own.branch === null ? 'no branch' : `the branch ${own.branch}`} in it`}
}

/** git has begun to make the worktree, and was stopped. */
function begun(
  of: Pick<Task, 'wanted' | 'folder'>,
  own: Entry,
  {cwd, common}: Repository,
  added: readonly string[],
): Task | {fault: string} {
  const shown = shownPath(cwd, of.folder)
  if (own.branch !== null && own.branch !== of.wanted.branch) {
    return {fault: `${shown} was begun as a worktree for the branch ${own.branch}, and not finished`}
  }
  const admin = adminFolderOf(of.folder, common)
  if (admin === null) return {fault: `${shown} was begun as a worktree, and git has lost what it knew of it`}
  // The index comes into its place when all files are there; then only the lock is left.
  const isWhole =
    own.branch !== null &&
    existsSync(join(admin, 'index')) &&
    !existsSync(join(admin, 'index.lock')) &&
    existsSync(join(of.folder, '.git'))
  if (isWhole) return {...of, kind: 'unlock', args: ['worktree', 'unlock', '--', shown]}
  return {...of, kind: 'redo', admin, args: ['worktree', 'add', '--force', '--force', ...added]}
}

function placeOf({path, locked}: Entry, {cwd}: Repository): string {
  const shown = shownPath(cwd, path) || 'the worktree at hand'
  if (existsSync(path)) return shown
  return `${shown}, which is not there${locked === null ? '; "git worktree prune" makes git forget it' : ''}`
}

/** Whether something is there that git would not take for the folder of a new worktree. */
function isTaken(folder: string): boolean {
  try {
    return !lstatSync(folder).isDirectory() || readdirSync(folder).length > 0
  } catch {
    return false
  }
}

function clashesAmong(tasks: readonly Task[]): string[] {
  return tasks.flatMap(({wanted, folder}, index) =>
    tasks.slice(0, index).flatMap(other => {
      const [a, b] = [wanted.branch, other.wanted.branch]
      if (a === b) return [`stage ${wanted.id}: has the branch of stage ${other.wanted.id}; each needs its own`]
      if (a.startsWith(`${b}/`) || b.startsWith(`${a}/`))
        return [
          `stage ${wanted.id}: its branch ${a} cannot be beside ${b}, that of stage ${other.wanted.id}; rename one`,
        ]
      if (isWithin(folder, other.folder) || isWithin(other.folder, folder))
        return [`stage ${wanted.id}: its worktree would lie in that of stage ${other.wanted.id}, or around it`]
      return []
    }),
  )
}
