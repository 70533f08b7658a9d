import {resolvedFrom} from '../core/workspace-paths.ts'

// No module of Node is imported in this folder: hosts that import it are bundled for browsers as well.

/** `path` with `/` between its parts, whatever the system writes there. */
export function slashed(path: string): string {
  return path.includes('\\') && /^(?:[A-Za-z]:|\\\\)/.test(path) ? path.replaceAll('\\', '/') : path
}

/** The folder that `path`, with slashes, lies in; null for the root of a disk. */
export function folderAbove(path: string): string | null {
  const end = path.lastIndexOf('/')
  if (end < 0 || path === '/') return null
  return end === 0 ? '/' : path.slice(0, end)
}

/** Where `path`, relative to `folder`, lies; with slashes. */
export function below(folder: string, path: string): string {
  if (path === '') return folder
  return folder.endsWith('/') ? folder + path : `${folder}/${path}`
}

/** The path of `path` from `folder`, both with slashes; null where it does not lie there. `''` is the folder itself. */
export function within(folder: string, path: string): string | null {
  if (path === folder) return ''
  const lead = folder.endsWith('/') ? folder : `${folder}/`
  return path.startsWith(lead) ? path.slice(lead.length) : null
}

/** What is longer is no path. */
const longest = 4096

/** `path` from a root without `.`, `..` and slashes too many; null where it is no such path, or leads out of the root. */
export function plainPath(path: string): string | null {
  if (path.length > longest || /^\/|^[A-Za-z]:|[\\\0]/.test(path)) return null
  return resolvedFrom('', path)
}
