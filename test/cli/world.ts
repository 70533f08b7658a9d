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
  stdin?: string
  /** Makes the output a terminal of that width. */
  columns?: number
}

export interface Outcome {
  code: number
  stdout: string
  stderr: string
}

/** Runs the command line in `cwd`. */
export async function run(
  cwd: string,
  argv: string[],
  {env = {}, fs, stdin, columns}: Surroundings = {},
): Promise<Outcome> {
  const [stdout, stderr] = [sink(columns), sink()]
  const code = await main({
    argv,
    cwd,
    env,
    stdout,
    stderr,
    ...(fs && {fs}),
    ...(stdin !== undefined && {stdin: Readable.from([stdin])}),
  })
  return {code, stdout: stdout.text(), stderr: stderr.text()}
}

function sink(columns?: number): Output & {text(): string} {
  const chunks: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk))
      done()
    },
  })
  return Object.assign(stream, {text: () => chunks.join(''), ...(columns && {isTTY: true, columns})})
}
