import {execFile} from 'node:child_process'
import {resolve} from 'node:path'
import {promisify} from 'node:util'
import {errorCode, firstLine, Problem} from '../config/problem.ts'

const run = promisify(execFile)

/** Lines of the new text, 1-based, `end` inclusive. */
export interface LineRange {
  start: number
  end: number
}

/** What has changed in a git work tree. */
export interface Changes {
  /** Absolute paths of the files that are new or changed. */
  files: ReadonlySet<string>
  /** The lines of a file, without links in its path, that are new or changed; `all` of one that git does not know yet. */
  linesOf(file: string): Promise<readonly LineRange[] | 'all'>
}

/**
 * The changes in the git work tree around `cwd`: those not committed yet or, with `since`, all since the point where
 * the branch at hand left that one.
 * @throws {Problem} when there is no git, no repository, or no such revision
 */
export async function changesIn(cwd: string, since?: string): Promise<Changes> {
  const root = (await git(cwd, ['rev-parse', '--show-toplevel'])).trimEnd()
  const base = since === undefined ? await headOf(cwd) : await mergeBase(cwd, since)
  const tracked = listed(
    await git(root, ['diff', '--name-only', '-z', '--no-ext-diff', '--no-textconv', '--diff-filter=ACMRT', base, '--']),
  )
  const untracked = new Set(listed(await git(root, ['ls-files', '-z', '--others', '--exclude-standard'])))
  const absolute = (path: string) => resolve(root, path)
  const unknown = new Set([...untracked].map(absolute))
  return {
    files: new Set([...tracked.map(absolute), ...unknown]),
    async linesOf(file) {
      if (unknown.has(file)) return 'all'
      return hunksIn(await git(root, ['diff', '-U0', '--no-color', '--no-ext-diff', '--no-textconv', base, '--', file]))
    },
  }
}

/** The empty tree stands for the time before the first commit. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

async function headOf(cwd: string): Promise<string> {
  try {
    return (await run('git', ['rev-parse', '--verify', '--quiet', 'HEAD'], {cwd})).stdout.trimEnd()
  } catch {
    return emptyTree
  }
}

async function mergeBase(cwd: string, revision: string): Promise<string> {
  try {
    return (await run('git', ['merge-base', '--end-of-options', revision, 'HEAD'], {cwd})).stdout.trimEnd()
  } catch {
    throw new Problem(
      `git knows no revision "${revision}" that the branch at hand comes from; fetch it, or name another`,
    )
  }
}

/** What a repository may have git run besides, it does not run for us. */
const quiet = ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false']

async function git(cwd: string, args: readonly string[]): Promise<string> {
  try {
    return (await run('git', [...quiet, ...args], {cwd, maxBuffer: 2 ** 28})).stdout
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new Problem('what has changed is told by git, which is not installed here')
    const words = (error as {stderr?: string}).stderr || firstLine(error)
    if (/not a git repository/i.test(words))
      throw new Problem('what has changed is told by git; this is no git repository')
    throw new Problem(`git failed: ${words.trim().split('\n')[0]}`)
  }
}

function listed(output: string): string[] {
  return output.split('\0').filter(path => path !== '')
}

/** The lines that the hunks of a diff without context add. */
function hunksIn(diff: string): LineRange[] {
  return [...diff.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].flatMap(([, from, count = '1']) => {
    const [start, length] = [Number(from), Number(count)]
    return length > 0 ? [{start, end: start + length - 1}] : []
  })
}
