import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import process from 'node:process'
import {Problem} from '../../config/problem.ts'

/** Has a `package.json` of its own: what is only measured against is not installed with the project. */
const folder = join(import.meta.dirname, '../rivals')
const installed = join(folder, 'node_modules/.package-lock.json')

/**
 * Installs what plan-lint is measured against, in the versions of the lock file, where that has not been done.
 * @throws {Problem} when it cannot be
 */
export function installRivals(): void {
  const lock = statSync(join(folder, 'package-lock.json')).mtimeMs
  if ((statSync(installed, {throwIfNoEntry: false})?.mtimeMs ?? 0) > lock) return
  // `npm ci` wants programs for all systems in the lock file, and not each registry has them.
  const options = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
  const {status, stderr, error} = spawnSync('npm', options, {cwd: folder, encoding: 'utf8'})
  const told = error?.message ?? stderr.split('\n').find(line => line.startsWith('npm error')) ?? stderr.trim()
  if (status !== 0) throw new Problem(`bench/rivals: npm install fails: ${told}`)
}

/** The folder of a package: among the rivals, or else among what the project itself has installed. */
function folderOf(name: string): string {
  for (let above = folder; ; above = dirname(above)) {
    const candidate = join(above, 'node_modules', name)
    if (existsSync(candidate)) return candidate
    if (above === dirname(above)) throw new Problem(`${name} is not installed; run npm ci`)
  }
}

/** The absolute path of a file of a package. */
export function fileOf(name: string, path: string): string {
  return join(folderOf(name), path)
}

export function versionOf(name: string): string {
  return JSON.parse(readFileSync(fileOf(name, 'package.json'), 'utf8')).version
}

/** The program itself, without the script that the package puts before it. */
export function rumdlProgram(): string {
  const {platform, arch} = process
  const isMusl =
    platform === 'linux' &&
    !(process.report.getReport() as {header: {glibcVersionRuntime?: string}}).header.glibcVersionRuntime
  const name = `@rumdl/cli-${platform}-${arch}${isMusl ? '-musl' : ''}`
  return fileOf(name, platform === 'win32' ? 'rumdl.exe' : 'rumdl')
}
