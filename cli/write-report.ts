import {statSync, writeFileSync} from 'node:fs'
import {causeOf, Problem} from '../config/problem.ts'
import {makeFoldersFor} from './make-folders.ts'
import {replaceFile} from './replace-file.ts'

/**
 * Puts a report into a file in one step, so that whoever reads it meets the old report or the new one; the folders on
 * the way are made. What is no regular file, such as a pipe or `/dev/stdout`, is written to and not replaced.
 * @throws {Problem} when it cannot be written; `shown` is what messages call it
 */
export function writeReport(file: string, text: string, shown: string): void {
  const cannot = (cause: string) => new Problem(`${shown}: the report cannot be written: ${cause}`)
  const obstacle = makeFoldersFor(file)
  if (obstacle !== null) throw cannot(obstacle)
  try {
    const stats = statSync(file, {throwIfNoEntry: false})
    if (stats && !stats.isFile()) writeFileSync(file, text)
    else replaceFile(file, text)
  } catch (error) {
    throw cannot(causeOf(error))
  }
}
