import {resolve} from 'node:path'
import type {FileSystem} from '../config/file-system.ts'
import {Problem} from '../config/problem.ts'
import {nearest} from '../core/words.ts'
import {commands} from './commands/commands.ts'

/** Short names have more words near them that mean something else. */
const allowed = (name: string) => Math.max(1, Math.floor(name.length / 3))

/**
 * Assures that `word`, the first on the command line, is not a command's name with a slip in it.
 * @throws {Problem} when it is nearly one, and there is no such file
 */
export function assertNoSlip(word: string, {fs, cwd}: {fs: FileSystem; cwd: string}): void {
  const near = nearest(word, Object.keys(commands), allowed)
  if (near === null || fs.existsSync(resolve(cwd, word))) return
  throw new Problem(`${word}: no such file or folder; did you mean the command "${near}"?`)
}
