import {mkdirSync, statSync} from 'node:fs'
import {dirname} from 'node:path'
import {causeOf, errorCode} from '../config/problem.ts'

/**
 * Makes the folders that `file` (absolute) is to stand in. Returns why that is not possible, in words; null where it is.
 */
export function makeFoldersFor(file: string): string | null {
  try {
    makeFolder(dirname(file))
    return null
  } catch (error) {
    return errorCode(error) === 'EEXIST' ? 'a part of its path is no folder' : causeOf(error)
  }
}

/** As `mkdirSync` does by itself; but where nothing can be made in a folder that is there, as in `/proc`, it never ends. */
function makeFolder(folder: string): void {
  if (statSync(folder, {throwIfNoEntry: false})?.isDirectory()) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have been faster.
    if (errorCode(error) !== 'EEXIST' || !statSync(folder).isDirectory()) throw error
  }
}
