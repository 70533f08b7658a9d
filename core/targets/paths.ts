import {resolvedFrom} from '../workspace-paths.ts'

/** `path` as a program is given it in `folder`, from the root; null where it leads out of the root or is no such path. */
export function joined(folder: string, path: string): string | null {
  return /^(?:\/|~|[A-Za-z]:)/.test(path) ? null : resolvedFrom(folder, path)
}
