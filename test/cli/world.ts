import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {Readable, Writable} from 'node:stream'
import {onTestFinished} from 'vitest'
import {main} from '../../cli/main.ts'
import type {Output} from '../../cli/world.ts'
import type {FileSystem} from '../../config/file-system.ts'

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

interface Surroundings {
  env?: Record<string, string>
  fs?: FileSystem
  stdin?: string | Buffer
  /** Makes the input a terminal. */
  keyboard?: boolean
  /** Makes the output a terminal of that width. */
  columns?: number
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
  {env = {}, fs, stdin, keyboard = false, columns}: Surroundings = {},
): Promise<Omit<Outcome, 'stdout'> & {stdout: Buffer}> {
  const [stdout, stderr] = [sink(columns), sink()]
  const code = await main({
    argv,
    cwd,
    env,
    stdout,
    stderr,
    ...(fs && {fs}),
    ...(stdin !== undefined && {stdin: Object.assign(Readable.from([stdin]), {isTTY: keyboard})}),
  })
  return {code, stdout: stdout.bytes(), stderr: stderr.bytes().toString()}
}

function sink(columns?: number): Output & {bytes(): Buffer} {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  return Object.assign(stream, {bytes: () => Buffer.concat(chunks), ...(columns && {isTTY: true, columns})})
}
