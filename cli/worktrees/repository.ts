import {existsSync, realpathSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {Problem} from '../../config/problem.ts'
import {answerOf, askGit} from './git.ts'

/** A worktree as git has it. */
export interface Entry {
  /** Without links where it is there. */
  path: string
  /** Null where none is checked out, or not yet. */
  branch: string | null
  /** Why it is locked; null where it is not. */
  locked: string | null
}

export interface Repository {
  /** The folder in which git is run, absolute and without links. */
  cwd: string
  /** The main worktree, in a bare repository the one at hand. */
  root: string
  /** Where git keeps what all worktrees share. */
  common: string
  entries: Entry[]
  branches: ReadonlySet<string>
}

/** What git gives as the reason while it makes a worktree. */
export const initializing = 'initializing'

/**
 * The repository around `folder`.
 * @throws {Problem} when there is none
 */
export async function repositoryAt(folder: string): Promise<Repository> {
  const cwd = realpathSync(folder)
  const asked = await askGit(cwd, ['rev-parse', '--show-toplevel'])
  if (asked.code !== 0) throw new Problem('worktrees belong to a git repository; run this in the one of the plan')
  const common = realpathSync(resolve(cwd, (await answerOf(cwd, ['rev-parse', '--git-common-dir'])).trimEnd()))
  const entries = await entriesIn(cwd)
  const main = entries[0]?.path
  // Of a bare repository and of a submodule the first entry is no folder that people work in.
  const isWorkedIn = main !== undefined && existsSync(join(main, '.git')) && realpathSync(join(main, '.git')) === common
  const root = isWorkedIn ? main : realpathSync(asked.stdout.trimEnd())
  const heads = await answerOf(cwd, ['for-each-ref', '--format=%(refname)', 'refs/heads'])
  const branches = new Set(heads.split('\n').flatMap(ref => (ref === '' ? [] : [ref.replace(/^refs\/heads\//, '')])))
  return {cwd, root, common, entries, branches}
}

/** The worktrees that git knows, the main one first. */
async function entriesIn(cwd: string): Promise<Entry[]> {
  const told = await answerOf(cwd, ['worktree', 'list', '--porcelain'])
  return told
    .split('\n\n')
    .filter(block => block.startsWith('worktree '))
    .map(block => {
      const attribute = (key: string) => {
        const line = block.split('\n').find(words => words === key || words.startsWith(`${key} `))
        return line === undefined ? null : line.slice(key.length + 1)
      }
      return {
        path: withoutLinks(attribute('worktree') ?? ''),
        branch: attribute('branch')?.replace(/^refs\/heads\//, '') ?? null,
        locked: attribute('locked'),
      }
    })
}

function withoutLinks(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
