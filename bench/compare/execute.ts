import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import process from 'node:process'
import {text} from 'node:stream/consumers'
import {Problem} from '../../config/problem.ts'
import type {CommandLine} from './contender.ts'

/** Without what changes colours, or how Node starts. */
const env = {...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, NODE_OPTIONS: undefined}

/** Milliseconds from the start of a command to its end; what it prints goes nowhere. */
export function millisecondsOf({file, args}: CommandLine, folder: string): number {
  const start = performance.now()
  spawnSync(file, args, {cwd: folder, stdio: 'ignore', env})
  return performance.now() - start
}

export interface Resources {
  /** Milliseconds of all processors together, for one run. */
  processor: number
  /** The most memory that it held at a time, in bytes. */
  memory: number
}

const time = '/usr/bin/time'
const isMac = process.platform === 'darwin'
/** Runs what follows it as often as its first argument says; only the last time is what it prints kept. */
const repeatedly = 'n=$1; shift; while [ "$n" -gt 1 ]; do "$@" >/dev/null 2>&1; n=$((n - 1)); done; exec "$@"'

export interface Observed {
  /** All that it prints. */
  output: string
  resources: Resources
  /** Of all runs together. */
  milliseconds: number
}

/**
 * Runs a command in `folder`; tells what it prints and what it takes, as the system says of its process, or why it came
 * to no end. Of `runs` runs, as the system counts in hundredths of a second.
 * @throws {Problem} where there is no program to ask the system
 */
export async function observe(
  {file, args}: CommandLine,
  folder: string,
  runs: number,
  mostSeconds: number,
): Promise<Observed | {failure: string}> {
  const report = join(folder, 'time.txt')
  const format = isMac ? ['-l'] : ['-f', '%U %S %M']
  const line = [...format, '-o', report, 'sh', '-c', repeatedly, 'sh', String(runs), file, ...args]
  const start = performance.now()
  // In a group of its own, which can be ended as a whole.
  const child = spawn(time, line, {cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe']})
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }, mostSeconds * 1000)
  try {
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), ended(child)])
    const milliseconds = performance.now() - start
    if (isLate) return {failure: `takes longer than ${mostSeconds} s`}
    if (/heap out of memory/.test(stderr)) return {failure: 'runs out of memory'}
    const {exitCode} = child
    if (exitCode !== 0 && exitCode !== 1) return {failure: `fails with exit code ${exitCode}`}
    const words = readFileSync(report, 'utf8')
    const resources = isMac ? inWordsOfBsd(words, runs) : inWordsOfGnu(words, runs)
    return {output: stdout + stderr, resources, milliseconds}
  } finally {
    clearTimeout(timer)
  }
}

/** @throws {Problem} where the program is not there */
function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', () =>
      reject(new Problem(`${time} is needed to measure memory; install it (on Debian: apt-get install time)`)),
    )
    child.once('close', () => resolve())
  })
}

function inWordsOfGnu(words: string, runs: number): Resources {
  const [user = 0, system = 0, kilobytes = 0] = words.trim().split('\n').at(-1)?.split(' ').map(Number) ?? []
  return {processor: ((user + system) * 1000) / runs, memory: kilobytes * 1024}
}

function inWordsOfBsd(words: string, runs: number): Resources {
  const [, user, system] = /([\d.]+) user +([\d.]+) sys/.exec(words) ?? []
  const [, bytes] = /(\d+) +maximum resident set size/.exec(words) ?? []
  return {processor: ((Number(user) + Number(system)) * 1000) / runs, memory: Number(bytes)}
}
