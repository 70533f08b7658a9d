import {accessSync, constants} from 'node:fs'
import {delimiter, join} from 'node:path'
import process from 'node:process'

/**
 * Path of a program: what the environment variable `variable` names, else the first of `names` on the PATH.
 * @throws {Error} that says what to install where there is none
 */
export function programOf(variable: string, names: readonly string[], advice: string): string {
  const named = process.env[variable]
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = named ?? names.flatMap(name => folders.map(folder => join(folder, name))).find(isProgram)
  if (found !== undefined && isProgram(found)) return found
  const missing =
    named === undefined ? `There is no ${names.join(' and no ')} on the PATH` : `${variable} names no program: ${named}`
  throw new Error(`${missing}. ${advice}`)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
