import {execFileSync} from 'node:child_process'
import nodeFs from 'node:fs'
import type {Workspace} from '../../core/workspace.ts'
import {Addresses} from '../../repository/address.ts'
import {Workspaces} from '../../repository/workspaces.ts'
import {project} from '../cli/world.ts'

/** Runs git in `cwd`, as somebody. */
export function git(cwd: string, ...args: string[]): string {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgSign=false']
  return execFileSync('git', [...who, ...args], {cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})
}

/** A git repository that lives as long as the test, with all `files` committed. */
export function gitRepository(files: Record<string, string | Buffer>): string {
  const root = project(files)
  git(root, 'init', '--quiet')
  git(root, 'add', '--all')
  git(root, 'commit', '--quiet', '--allow-empty', '-m', 'Begin')
  return root
}

/** What is around the file `planPath` of the repository at `root`. */
export function workspaceAt(root: string, planPath = 'plans/a.md', fs = nodeFs): Workspace {
  const address = new Addresses(fs, root).of(`${root}/${planPath}`)
  if (!address) throw new Error(`${planPath} stands in no repository`)
  return new Workspaces(fs).at(address)
}
