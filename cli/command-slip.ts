import {resolve} from 'node:path'
import {closest, distance} from 'fastest-levenshtein'
import type {FileSystem} from '../config/file-system.ts'
import {Problem} from '../config/problem.ts'
import {commands} from './commands/commands.ts'

/**
 * Assures that `word`, the first on the command line, is not a command's name with a slip in it.
 * @throws {Problem} when it is nearly one, and there is no such file
 */
export function assertNoSlip(word: string, {fs, cwd}: {fs: FileSystem; cwd: string}): void {
  const near = closest(word.toLowerCase(), Object.keys(commands))
  // Short names have more words near them that mean something else.
  const allowed = Math.max(1, Math.floor(near.length / 3))
  if (distance(word.toLowerCase(), near) > allowed || fs.existsSync(resolve(cwd, word))) return
  throw new Problem(`${word}: no such file or folder; did you mean the command "${near}"?`)
}
