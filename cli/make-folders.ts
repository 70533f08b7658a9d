import {mkdirSync} from 'node:fs'
import {dirname} from 'node:path'
import {causeOf, errorCode} from '../config/problem.ts'

/**
 * Makes the folders that `file` (absolute) is to stand in. Returns why that is not possible, in words; null where it is.
 */
export function makeFoldersFor(file: string): string | null {
  try {
    mkdirSync(dirname(file), {recursive: true})
    return null
  } catch (error) {
    // Said of a file in the place of a folder, by some versions of Node.
    return errorCode(error) === 'EEXIST' ? 'a part of its path is no folder' : causeOf(error)
  }
}
