import {mkdirSync, statSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import {causeOf, Problem} from '../config/problem.ts'

/**
 * Puts a report into a file in one step, so that whoever reads it meets the old report or the new one; the folders on
 * the way are made. What is no regular file, such as a pipe or `/dev/stdout`, is written to and not replaced.
 * @throws {Problem} when it cannot be written; `shown` is what messages call it
 */
export function writeReport(file: string, text: string, shown: string): void {
  try {
    const stats = statSync(file, {throwIfNoEntry: false})
    mkdirSync(dirname(file), {recursive: true})
    if (stats && !stats.isFile()) writeFileSync(file, text)
    else writeFileAtomic.sync(file, text)
  } catch (error) {
    throw new Problem(`${shown}: the report cannot be written: ${causeOf(error)}`)
  }
}
