import {fork, spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {Problem} from '../../config/problem.ts'
import type {World} from '../world.ts'

/** What a host that was run has to say: `value`, or why there is none, from the outermost reason inwards. */
export type Reply<T> = {value: T} | {failure: readonly string[]}

/** What was asked did not say anything in time, so that nobody knows whether it is well. */
export class NoAnswer extends Problem {}

interface Place extends Pick<World, 'env'> {
  /** The folder to run in, absolute. */
  cwd: string
  /** Milliseconds to wait. */
  longest?: number
}

const longestRun = 60_000

/** Seen from this file, and from the built one. */
const runnerFolders = ['./runners/', '../runners/']

/**
 * What `runners/<name>.mjs` answers to `job`, in a process of its own: what a project brings can neither end this one
 * nor write into its output.
 * @throws {NoAnswer} when there is none in time
 */
export function answerOf<T>(name: string, job: object, {cwd, env, longest = longestRun}: Place): Promise<Reply<T>> {
  const child = fork(runnerPath(name), {
    cwd,
    env: {...env, NO_COLOR: '1'},
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    timeout: longest,
    killSignal: 'SIGKILL',
  })
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', chunk => {
    words += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('message', reply => resolve(reply as Reply<T>))
    child.once('close', (_, signal) => {
      if (signal === 'SIGKILL') reject(tooLate(longest))
      else resolve({failure: [lastWords(words)]})
    })
    child.send(job)
  })
}

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

/**
 * Runs a script in a process of its own, with `input` on its standard input.
 * @throws {NoAnswer} when it does not end in time
 */
export function outcomeOf(
  script: string,
  args: readonly string[],
  input: string,
  {cwd, env, longest = longestRun}: Place,
): Promise<Outcome> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env: {...env, NO_COLOR: '1'},
    timeout: longest,
    killSignal: 'SIGKILL',
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', chunk => {
    stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', chunk => {
    stderr += chunk
  })
  // One that ends without reading has an exit code to tell of it.
  child.stdin.on('error', () => {}).end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') reject(tooLate(longest))
      else resolve({code, stdout, stderr})
    })
  })
}

function runnerPath(name: string): string {
  const paths = runnerFolders.map(folder => fileURLToPath(new URL(`${folder}${name}.mjs`, import.meta.url)))
  const found = paths.find(path => existsSync(path))
  if (found === undefined) throw new Error(`the runner "${name}" of plan-lint is missing`)
  return found
}

function tooLate(longest: number): NoAnswer {
  return new NoAnswer(`it did not answer within ${longest / 1000} seconds`)
}

/** The line that says what went wrong, of what Node prints before it ends. */
export function lastWords(text: string): string {
  const lines = text.split(/\r?\n/).filter(line => line.trim() !== '')
  const told = lines.find(line => /^(?:\w*Error|Cannot)\b/.test(line)) ?? lines.at(-1)
  return told?.replace(/^Error: /, '') ?? 'it ended without a word'
}
