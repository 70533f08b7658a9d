import {spawnSync} from 'node:child_process'
import {mkdirSync, rmSync, statSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {pathToFileURL} from 'node:url'
import {expect} from 'vitest'

const root = join(import.meta.dirname, '..')
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const lock = join(root, 'dist.lock')
const longestBuild = 120_000

/** Builds `dist/` where a source has changed. Test files run at the same time, but only one of them builds. */
export async function buildIfStale(): Promise<void> {
  while (!isLocked()) await setTimeout(200)
  try {
    const script = [`--import=${tsx}`, join(root, 'scripts/build.ts'), '--if-stale']
    const {status, stderr} = spawnSync(process.execPath, script, {cwd: root, encoding: 'utf8'})
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
  } finally {
    rmSync(lock, {recursive: true, force: true})
  }
}

/** Whether the lock could be taken; one that is older than any build was left behind. */
function isLocked(): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    const taken = statSync(lock, {throwIfNoEntry: false})
    if (taken && Date.now() - taken.mtimeMs > longestBuild) rmSync(lock, {recursive: true, force: true})
    return false
  }
}
