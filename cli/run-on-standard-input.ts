import {resolve} from 'node:path'
import type {FileSystem} from '../config/file-system.ts'
import {Problem} from '../config/problem.ts'
import type {LoadedWorld} from './commands/command.ts'
import type {LintRequest} from './lint-request.ts'
import {run} from './run.ts'
import {standardInput} from './standard-input.ts'
import {write} from './terminal.ts'

/** What a text is called that nobody has named. */
const nameless = '<stdin>'

/**
 * Lints the text on standard input as if it were what the file `name` holds, which is neither read nor written.
 * Where `request` has it fixed, the text goes to the standard output, as it came where it cannot be fixed, and the
 * report to the error output. Returns the exit code.
 * @throws {Problem} when there is no text, or it cannot be checked
 */
export async function runOnStandardInput(
  world: LoadedWorld,
  request: LintRequest,
  name: string | undefined,
): Promise<number> {
  const bytes = await standardInput(world)
  if (bytes === null) {
    throw new Problem('no text on standard input; write: plan-lint --stdin --stdin-filename plans/a.md < plans/a.md')
  }
  const file = resolve(world.cwd, name ?? nameless)
  const fs = withFile(world.fs, file, bytes)
  let text: string | Buffer = bytes
  const takeFixed = (fixed: string) => {
    text = fixed
  }
  const asked = {...request, standIn: {file, isNamed: name !== undefined, takeFixed}}
  if (!request.fix || request.diff) return run({...world, fs}, asked)
  try {
    return await run({...world, fs, stdout: world.stderr}, asked)
  } finally {
    await write(world.stdout, text)
  }
}

/** `fs` with a file that holds `bytes`. */
function withFile(fs: FileSystem, file: string, bytes: Buffer): FileSystem {
  const readFileSync = (path: string, encoding?: 'utf8') => {
    if (path !== file) return fs.readFileSync(path, encoding)
    return encoding ? bytes.toString(encoding) : bytes
  }
  return {
    ...fs,
    existsSync: path => path === file || fs.existsSync(path),
    readFileSync: readFileSync as FileSystem['readFileSync'],
  }
}
