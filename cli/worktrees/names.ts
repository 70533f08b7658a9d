import {askGit} from './git.ts'
import type {Repository} from './repository.ts'

/** What is wrong with the name of a branch, by git's own rules; null where nothing is. */
export async function branchFault(branch: string, {cwd, branches}: Repository): Promise<string | null> {
  if (branch.startsWith('-')) return `its branch "${branch}" begins with "-"; correct it`
  const {code, stdout} = await askGit(cwd, ['check-ref-format', '--branch', branch])
  // git writes out short forms for other branches, such as @{-1}, and takes @ for what is checked out.
  if (code !== 0 || stdout.trimEnd() !== branch || branch === '@')
    return `its branch "${branch}" is no name that git takes; correct it`
  const above = branch
    .split('/')
    .slice(0, -1)
    .map((_, index, parts) => parts.slice(0, index + 1).join('/'))
  const clash = above.find(name => branches.has(name)) ?? [...branches].find(name => name.startsWith(`${branch}/`))
  return clash ? `its branch "${branch}" cannot be beside the branch ${clash}; rename one of the two` : null
}

/** What is wrong with what a new branch is to begin at; null where nothing is. */
export async function baseFault(base: string, {cwd}: Repository): Promise<string | null> {
  if (base.startsWith('-')) return `its base "${base}" begins with "-"; correct it`
  const {code} = await askGit(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`])
  if (code === 0) return null
  return base === 'HEAD'
    ? 'the repository has no commit yet that a branch could begin at; make one'
    : `git knows no commit "${base}" that its branch could begin at; fetch it, or correct base_branch`
}
