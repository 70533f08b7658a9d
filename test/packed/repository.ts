import {cpSync, existsSync, mkdirSync, mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import manifest from '../../package.json' with {type: 'json'}
import {mustRun} from './project.ts'

const root = join(import.meta.dirname, '../..')

/** This project as a repository of its own in a new folder: one commit, with the tag of its version. */
export function ownRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plan-lint-repository-'))
  const listed = mustRun(root, 'git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
  for (const path of listed.split('\0').filter(path => path !== '' && existsSync(join(root, path)))) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    cpSync(join(root, path), join(folder, path), {verbatimSymlinks: true})
  }
  git(folder, 'init', '--quiet')
  commitAll(folder)
  git(folder, 'tag', `v${manifest.version}`)
  return folder
}

export function git(folder: string, ...args: string[]): string {
  return mustRun(folder, 'git', ['-c', 'user.name=Me', '-c', 'user.email=me@example.org', ...args])
}

/** Commits all that lies in `folder`, without asking its hooks. */
export function commitAll(folder: string): void {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--no-verify', '--message', 'All')
}
