import {existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {PassThrough, Readable} from 'node:stream'
import {stripVTControlCharacters} from 'node:util'
import {onTestFinished} from 'vitest'
import {main} from '../../cli/main.ts'
import type {FileSystem} from '../../config/file-system.ts'
import {sink} from './sink.ts'

/** A folder that lives as long as the test, holding `files`. */
export function project(files: Record<string, string | Buffer> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'plan-lint-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  add(root, files)
  return root
}

export function add(root: string, files: Record<string, string | Buffer>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), content)
  }
}

/** As `add`, but each file comes, or takes the place of another, in one step: who looks meanwhile sees nothing half. */
export function put(root: string, files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    let part = path
    while (!existsSync(join(root, dirname(part)))) part = dirname(part)
    renameSync(join(project({[path]: content}), part), join(root, part))
  }
}

interface Surroundings {
  env?: Record<string, string>
  fs?: FileSystem
  stdin?: string | Buffer
  /** Makes the input a terminal. */
  keyboard?: boolean
  /** Makes the output a terminal of that width. */
  columns?: number
  /** Makes the error output a terminal of that width. */
  stderrColumns?: number
  now?: () => number
  lintWorkers?: {module: URL; count: number}
}

export interface Outcome {
  code: number
  stdout: string
  stderr: string
}

/** Runs the command line in `cwd`. */
export async function run(cwd: string, argv: string[], surroundings: Surroundings = {}): Promise<Outcome> {
  const {code, stdout, stderr} = await runForBytes(cwd, argv, surroundings)
  return {code, stdout: stdout.toString(), stderr}
}

/** As `run`, with the output byte by byte. */
export async function runForBytes(
  cwd: string,
  argv: string[],
  {env = {}, fs, stdin, keyboard = false, columns, stderrColumns, now, lintWorkers}: Surroundings = {},
): Promise<Omit<Outcome, 'stdout'> & {stdout: Buffer}> {
  const [stdout, stderr] = [sink(columns), sink(stderrColumns)]
  const code = await main({
    argv,
    cwd,
    env,
    stdout,
    stderr,
    ...(fs && {fs}),
    ...(now && {now}),
    ...(lintWorkers && {lintWorkers}),
    ...(stdin !== undefined && {stdin: () => Object.assign(Readable.from([stdin]), {isTTY: keyboard})}),
  })
  return {code, stdout: stdout.bytes(), stderr: stderr.bytes().toString()}
}

/** A question, by words in it, and the keys that answer it. */
export type Answer = readonly [question: string, keys: string]

/**
 * Runs the command line at a terminal where somebody answers: each question, in their order, once it is shown. `screen`
 * is all that was printed there, codes for the terminal and all.
 */
export async function converse(
  cwd: string,
  argv: string[],
  answers: readonly Answer[],
  env: Record<string, string> = {},
): Promise<Outcome & {screen: string}> {
  const stdin = Object.assign(new PassThrough(), {isTTY: true, setRawMode: () => stdin})
  const open = [...answers]
  let seen = 0
  const answer = (screen: string) => {
    const [question, keys] = open[0] ?? []
    const at = question === undefined ? -1 : screen.indexOf(question, seen)
    if (at < 0) return
    open.shift()
    seen = at + 1
    // Who prints a question listens only when it is printed.
    setImmediate(() => stdin.write(keys))
  }
  const [stdout, stderr] = [sink(80, answer), sink()]
  const code = await main({argv, cwd, env: {TERM: 'xterm', ...env}, stdin: () => stdin, stdout, stderr})
  const screen = stdout.bytes().toString()
  return {code, screen, stdout: stripVTControlCharacters(screen), stderr: stderr.bytes().toString()}
}
