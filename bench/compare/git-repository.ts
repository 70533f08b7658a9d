import {spawnSync} from 'node:child_process'
import {Problem} from '../../config/problem.ts'
import type {Commit} from '../repository.ts'

/**
 * Makes a git repository of `commits` in `folder` (absolute), with their files on the disk.
 * @throws {Problem} when git cannot
 */
export function makeRepository(folder: string, commits: readonly Commit[]): void {
  git(folder, ['init', '--quiet', '--initial-branch=main'])
  git(folder, ['fast-import', '--quiet'], commits.map(importOf).join(''))
  git(folder, ['reset', '--quiet', '--hard'])
}

/** @throws {Problem} when it fails */
function git(folder: string, args: readonly string[], input = ''): void {
  const {status, stderr, error} = spawnSync('git', args, {cwd: folder, input, encoding: 'utf8'})
  if (status !== 0) throw new Problem(`git ${args[0]} fails: ${error?.message ?? stderr.trim()}`)
}

/** A commit as `git fast-import` reads it. */
function importOf({written, moved}: Commit, index: number): string {
  const who = `bench <bench@example.org> ${1_700_000_000 + index} +0000`
  return [
    `commit refs/heads/main\ncommitter ${who}\n${dataOf(`Commit ${index + 1}`)}`,
    ...Array.from(written, ([path, text]) => `M 100644 inline ${path}\n${dataOf(text)}`),
    ...moved.map(({from, to}) => `R ${from} ${to}\n`),
  ].join('')
}

function dataOf(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`
}
