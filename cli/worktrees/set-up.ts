import {setTimeout} from 'node:timers/promises'
import {shownPath} from '../../config/paths.ts'
import {Problem} from '../../config/problem.ts'
import {list} from '../reporters/words.ts'
import {type Content, clear, contentOf} from './clear.ts'
import {type Decisions, decide, type Task} from './decide.ts'
import type {Allowed} from './folders.ts'
import {askGit, complaintOf} from './git.ts'
import {adminFolderOf, removeStray, stateOf, straysOf} from './half-made.ts'
import {type Repository, repositoryAt} from './repository.ts'
import type {Wanted} from './wanted.ts'

/** What git does not touch for so many milliseconds it is not at work on any more. */
const pause = 1000
const mostPauses = 60

/** What is half made, as far as `tasks` want it. */
function halfMade({tasks}: Decisions, common: string): string[] {
  return tasks.flatMap(task => [
    ...(task.kind === 'unlock' || task.kind === 'redo' ? [task.folder, adminFolderOf(task.folder, common) ?? ''] : []),
    ...straysOf(task.folder, common),
  ])
}

/** As `decide`, once nobody is at work any more on what is half made: git goes on where only plan-lint was killed. */
export async function decideWhenQuiet(
  wanted: readonly Wanted[],
  repository: Repository,
  allowed: Allowed,
): Promise<Decisions> {
  let decisions = await decide(wanted, repository, allowed)
  for (let count = 0; count < mostPauses; count++) {
    const folders = halfMade(decisions, repository.common)
    if (folders.length === 0) return decisions
    const before = stateOf(folders)
    await setTimeout(pause)
    if (stateOf(folders) === before) return decisions
    const {entries, branches} = await repositoryAt(repository.cwd)
    decisions = await decide(wanted, {...repository, entries, branches}, allowed)
  }
  throw new Problem('another git is at work on these worktrees; run this again when it is done')
}

/** What stands where worktrees are to be made anew, and what of it is in the way. */
export async function examine(
  tasks: readonly Task[],
  repository: Repository,
): Promise<{contents: ReadonlyMap<Task, Content>; faults: string[]}> {
  const contents = new Map<Task, Content>()
  const faults: string[] = []
  for (const task of tasks) {
    if (task.kind !== 'redo') continue
    const {wanted, folder} = task
    const content = await contentOf(folder, task.admin, wanted.branch, repository)
    contents.set(task, content)
    if (content.others.length === 0) continue
    const shown = shownPath(repository.cwd, folder)
    const what = `was begun as a worktree, and holds what the branch does not: ${list(content.others)}`
    faults.push(`stage ${wanted.id}: ${shown} ${what}; move that away`)
  }
  return {contents, faults}
}

/**
 * Does what was decided for a stage.
 * @throws {Problem} when git fails
 */
export async function carryOut(task: Task, content: Content | undefined, repository: Repository): Promise<void> {
  const {wanted, folder} = task
  if (task.kind === 'keep') return
  for (const admin of straysOf(folder, repository.common)) removeStray(admin)
  if (content) clear(folder, content)
  const answer = await askGit(repository.cwd, task.args)
  if (answer.code !== 0) throw new Problem(`git failed for stage ${wanted.id}: ${complaintOf(answer)}`)
}
