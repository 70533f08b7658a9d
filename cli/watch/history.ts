import {execFile} from 'node:child_process'
import {resolve} from 'node:path'
import {promisify} from 'node:util'

const run = promisify(execFile)

/**
 * The files that git changes when something is committed or checked out in the work tree around `cwd`; absolute paths,
 * none where git cannot tell.
 */
export async function historyIn(cwd: string): Promise<string[]> {
  try {
    const {stdout} = await run('git', ['rev-parse', '--git-path', 'HEAD', '--git-path', 'logs/HEAD'], {cwd})
    return stdout.split(/\r?\n/).flatMap(path => (path === '' ? [] : [resolve(cwd, path)]))
  } catch {
    // The run that asks git what has changed tells why it cannot.
    return []
  }
}
