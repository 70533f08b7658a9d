import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import process from 'node:process'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {Problem} from '../../config/problem.ts'
import {planOf} from '../plans.ts'

const dist = join(import.meta.dirname, '../../dist')
const bin = join(dist, 'bin/plan-lint.js')
const observer = pathToFileURL(join(import.meta.dirname, 'observer.mjs')).href

/** A file of the built command that a run has loaded. */
export interface LoadedFile {
  /** Relative to `dist`. */
  path: string
  /** Of UTF-8. */
  bytes: number
  /**
   * The modules that went into it, relative to the project: the build puts their names before their code. What the build
   * itself adds is no module.
   */
  modules: readonly string[]
  /** From the first line of its own code to the last, without what it imports; 0 of the file that waits for all others. */
  milliseconds: number
}

type Mark = [url: string, time: number]

/**
 * Lints one plan in a process of its own; returns what it has loaded, in the order in which it ran.
 * @throws {Problem} when there are findings, or the build does not say what its files are made of
 */
export function filesLoadedFor(preset: string): LoadedFile[] {
  const folder = mkdtempSync(join(tmpdir(), 'plan-lint-startup-'))
  try {
    writeFileSync(join(folder, 'plan.md'), planOf(preset, 15_000))
    const marks = join(folder, 'marks.json')
    const env = {...process.env, MODULE_MARKS: marks, NODE_OPTIONS: undefined}
    const args = ['--import', observer, bin, 'plan.md']
    const {status, stdout, stderr} = spawnSync(process.execPath, args, {cwd: folder, env, encoding: 'utf8'})
    if (status !== 0) throw new Problem(`plan-lint plan.md ends with exit code ${status}: ${stdout}${stderr}`)
    const files = filesOf(JSON.parse(readFileSync(marks, 'utf8')))
    if (files.every(({modules}) => modules.length === 0)) throw new Problem('dist/ does not say what it is made of')
    return files
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

function filesOf(marks: readonly Mark[]): LoadedFile[] {
  const begun = new Map<string, number>()
  return marks.flatMap(([url, time]) => {
    const start = begun.get(url)
    begun.set(url, time)
    return start === undefined ? [] : [fileOf(fileURLToPath(url), time - start)]
  })
}

function fileOf(file: string, milliseconds: number): LoadedFile {
  const path = relative(dist, file)
  const code = readFileSync(file, 'utf8')
  const modules = Array.from(code.matchAll(/^\/\/ (\S+\.[cm]?[jt]s)$/gm), ([, name = '']) => name)
  return {path, bytes: Buffer.byteLength(code), modules, milliseconds: file === bin ? 0 : milliseconds}
}
