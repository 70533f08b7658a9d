import {join} from 'node:path'
import ignore from 'ignore'
import {readDocument} from '../../read.ts'
import type {Fault} from '../check.ts'
import type {Surroundings} from '../surroundings.ts'
import {plansAt} from '../words.ts'
import {optionsFile, type Setup} from './setup.ts'

/**
 * Which of `paths`, relative to the root, `.markdownlintignore` leaves out; only markdownlint-cli reads that file.
 * @throws {Problem} when it cannot be read
 */
export function plansIgnored({root, world: {fs}}: Surroundings, paths: readonly string[]): string[] {
  const name = '.markdownlintignore'
  const file = join(root, name)
  if (!fs.existsSync(file)) return []
  const ignored = ignore().add(readDocument(fs, file, name).text)
  return paths.filter(path => !path.startsWith('../') && ignored.ignores(path))
}

/** What to tell where plans are left out by that file, in a project that uses markdownlint-cli2. */
export function unreadIgnoreFile(setup: Setup, paths: readonly string[], surroundings: Surroundings): Fault[] {
  const ignored = plansIgnored(surroundings, paths)
  if (ignored.length === 0) return []
  return [
    {
      severity: 'warning',
      message: `.markdownlintignore names ${plansAt(ignored, surroundings)}, but only markdownlint-cli reads that file`,
      advice: `put what markdownlint-cli2 is to leave out into "ignores" in ${optionsFile(setup)}`,
    },
  ]
}
