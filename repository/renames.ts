import {askGit} from './git.ts'

/** So many commits are looked at, from the last one back. */
const mostCommits = 1000

/** Without a commit's own lines; signatures are not checked, which would start a program that the repository names. */
const log = ['log', '-z', '--format=', '--no-show-signature', '--no-color', '--no-ext-diff', '--no-textconv']

/**
 * Where files have gone that the last commits moved, by their old path, as git's own detection of renames tells; of a
 * file that was moved again, where it is by now. Empty where git cannot tell.
 */
export function renamesIn(root: string): ReadonlyMap<string, string> {
  const renames = ['--name-status', '--find-renames', '-l400', `--max-count=${mostCommits}`]
  const parts = askGit(root, [...log, ...renames, 'HEAD', '--']) ?? []
  const moved = new Map<string, string>()
  // The last commit comes first: where a path leads that later ones moved again is known by then.
  for (let index = 0; index < parts.length; index++) {
    const status = (parts[index] as string).trimStart()
    if (!/^[RC]\d*$/.test(status)) {
      index++
      continue
    }
    const [from = '', to = ''] = parts.slice(index + 1, index + 3)
    index += 2
    if (status.startsWith('R') && !moved.has(from)) moved.set(from, moved.get(to) ?? to)
  }
  return moved
}
