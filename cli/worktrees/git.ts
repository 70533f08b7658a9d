import {execFile} from 'node:child_process'
import {devNull} from 'node:os'
import {errorCode, firstLine, Problem} from '../../config/problem.ts'

export interface GitAnswer {
  code: number
  /** Byte by byte, as names and contents need not be UTF-8. */
  bytes: Buffer
  stdout: string
  stderr: string
}

/**
 * What a repository may have git run besides, it does not run for a plan: a branch that the plan names could bring the
 * hook itself.
 */
const quiet = ['-c', `core.hooksPath=${devNull}`, '-c', 'core.fsmonitor=false']

/** These would have git look elsewhere than in the repository at hand. */
const foreign =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|INDEX_VERSION|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|PREFIX|CEILING_DIRECTORIES)$/

/** The words of git in English, as those of a state are read. */
function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  return {...Object.fromEntries(own), LANGUAGE: 'en', ...more}
}

/** The arguments of git as they are passed, those included that keep it quiet. */
export function gitArguments(args: readonly string[]): string[] {
  return [...quiet, ...args]
}

/**
 * Runs git in `cwd`, by no shell.
 * @throws {Problem} when there is no git
 */
export function askGit(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const options = {cwd, env: environment(env), maxBuffer: 2 ** 30, encoding: 'buffer'} as const
    execFile('git', gitArguments(args), options, (error, stdout, stderr) => {
      if (error && errorCode(error) === 'ENOENT')
        reject(new Problem('worktrees are made by git, which is not installed here'))
      const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0
      resolve({code, bytes: stdout, stdout: stdout.toString(), stderr: stderr.toString()})
    })
  })
}

/** What git said went wrong, on one line. */
export function complaintOf({code, stderr}: GitAnswer): string {
  const lines = stderr.trim().split('\n')
  return lines.findLast(line => /^(?:fatal|error):/.test(line)) ?? (firstLine(stderr) || `it ended with ${code}`)
}

/**
 * What git answers to a question that it has to be able to answer.
 * @throws {Problem} when it cannot
 */
export async function answerOf(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answer = await askGit(cwd, args, env)
  if (answer.code !== 0) throw new Problem(`git failed: ${complaintOf(answer)}`)
  return answer.stdout
}
