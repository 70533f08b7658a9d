import {execFile} from 'node:child_process'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

const root = join(import.meta.dirname, '../../..')
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/**
 * What a program of a package reported, in JSON behind the word REPORT. It runs in `cwd` as its users run it, with our
 * sources in place of the built package.
 * @throws {Error} when it reports nothing
 */
export async function reportOf<T>(cwd: string, program: string, args: readonly string[]): Promise<T> {
  const output = await new Promise<string>(resolve => {
    const argv = ['--import', tsx, join(root, 'node_modules', program), ...args]
    // Programs that find something end with an exit code of their own.
    execFile(process.execPath, argv, {cwd, maxBuffer: 1e8}, (_error, stdout, stderr) => resolve(stdout + stderr))
  })
  const json = /^REPORT (.*)$/m.exec(output)?.[1]
  if (json === undefined) throw new Error(`${program} reported nothing:\n${output}`)
  return JSON.parse(json) as T
}
