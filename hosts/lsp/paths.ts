import {fileURLToPath} from 'node:url'

/** The path of a file on this machine, or undefined where an address names something else. */
export function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}
