import {relative, sep} from 'node:path'

/** How output calls a file: relative to `folder`, with forward slashes. */
export function shownPath(folder: string, file: string): string {
  return relative(folder, file).split(sep).join('/')
}

/** Whether what stands in place of a preset's id is the path of a file that describes one. */
export function isPresetPath(name: string): boolean {
  return /[./\\]/.test(name)
}

/** Whether `path` is `folder` or lies in it, by their names; both absolute. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)
}
