import {relative, sep} from 'node:path'

/** How output calls a file: relative to `folder`, with forward slashes. */
export function shownPath(folder: string, file: string): string {
  return relative(folder, file).split(sep).join('/')
}
