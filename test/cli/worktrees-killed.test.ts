import {spawnSync} from 'node:child_process'
import {chmodSync, existsSync, rmSync, writeFileSync} from 'node:fs'
import {delimiter, join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {buildIfStale} from '../built.ts'
import {git, repository, stagedPlan, stateOf} from './repository.ts'
import {add, project} from './world.ts'

const bin = join(import.meta.dirname, '../../dist/bin/plan-lint.js')

beforeAll(buildIfStale, 180_000)

const stages = [{id: 'pond'}, {id: 'hedge', on: ['pond']}, {id: 'gate'}]

/** A repository with a plan of three stages, and enough files to be stopped between. */
function planned(): string {
  const files = Object.fromEntries(
    Array.from({length: 30}, (_, index) => [`src/bed-${index}.txt`, `${'rose '.repeat(index)}\n`]),
  )
  const root = repository({...files, 'a.md': stagedPlan(stages), '.gitattributes': 'src/bed-17.txt filter=trap\n'})
  git(root, 'config', 'filter.trap.clean', 'cat')
  git(root, 'config', 'filter.trap.smudge', 'cat')
  return root
}

/** Runs the command in a group of processes of its own, so that what kills the group leaves the test alone. */
function worktrees(root: string, env: Record<string, string> = {}) {
  const script = `
    const {spawn} = require('node:child_process')
    const child = spawn(process.execPath, process.argv.slice(1), {detached: true, stdio: 'inherit'})
    child.on('exit', (code, signal) => { process.exitCode = signal ? 137 : code })`
  return spawnSync(process.execPath, ['-e', script, bin, 'worktrees', 'a.md'], {
    cwd: root,
    encoding: 'utf8',
    env: {...process.env, NODE_OPTIONS: '', ...env},
  })
}

/** A folder with a git before the real one, which does what `script` says first. */
function gitBefore(script: string): Record<string, string> {
  const folder = project()
  const real = spawnSync('sh', ['-c', 'command -v git'], {encoding: 'utf8'}).stdout.trim()
  writeFileSync(
    join(folder, 'git'),
    `#!/bin/sh\ncount='${folder}/count'\nreal='${real}'\n${script}\nexec "$real" "$@"\n`,
  )
  chmodSync(join(folder, 'git'), 0o755)
  return {PATH: `${folder}${delimiter}${process.env.PATH}`}
}

/** Says which worktree is added now, from 1, in `$number`; runs `then` in the place of the git that would add it. */
const atAdd = (then: string) => `
case "$*" in *'worktree add'*)
  echo x >> "$count"
  number=$(wc -l < "$count")
  ${then}
esac`

/** The state in which a run ends that nobody stops, with the folder of its repository taken out of it. */
function shapeOf(root: string): string {
  const shape = JSON.stringify(stateOf(root))
  return shape.replaceAll(join(root, '..'), '').replace(/[0-9a-f]{40}/g, 'x')
}

describe.skipIf(process.platform === 'win32')('killed, and run again', () => {
  test.each([
    ['before the first worktree', atAdd('kill -9 0')],
    ['after the first worktree', atAdd('test "$number" -eq 2 && kill -9 0')],
    ['after the last worktree', atAdd('test "$number" -eq 3 && { "$real" "$@"; kill -9 0; }')],
    [
      'between branch and worktree',
      atAdd('test "$number" -eq 2 && { "$real" branch --no-track feature/garden-hedge; kill -9 0; }'),
    ],
    ['while git goes on', atAdd('test "$number" -eq 2 && kill -9 $PPID')],
    ['while git takes its time', atAdd('test "$number" -eq 2 && { kill -9 $PPID; sleep 0.3; }')],
  ])('%s, it comes to the same end', (_, script) => {
    const [root, whole] = [planned(), planned()]
    expect(worktrees(root, gitBefore(script)).status).toBe(137)
    expect(worktrees(whole).status).toBe(0)
    const {status, stdout, stderr} = worktrees(root)
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout.trimEnd().split('\n').length).toBe(3)
    expect(shapeOf(root)).toBe(shapeOf(whole))
  })

  test('amid the files of a worktree, it comes to the same end', () => {
    const [root, whole] = [planned(), planned()]
    const flag = join(root, '../flag')
    writeFileSync(flag, '')
    git(root, 'config', 'filter.trap.smudge', `if test -e '${flag}'; then rm '${flag}'; kill -9 0; fi; cat`)
    expect(worktrees(root).status).toBe(137)
    const half = join(root, '../worktrees/garden/pond')
    expect(existsSync(join(half, 'src/bed-10.txt'))).toBe(true)
    expect(existsSync(join(half, 'src/bed-20.txt'))).toBe(false)
    expect(git(root, 'worktree', 'list', '--porcelain')).toContain('locked initializing')
    expect(worktrees(whole).status).toBe(0)
    const {status, stdout, stderr} = worktrees(root)
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout).toMatch(/^made anew {2}pond .*\ncreated {4}hedge .*\ncreated {4}gate /)
    expect(shapeOf(root)).toBe(shapeOf(whole))
  })

  test('amid the files of a worktree, what somebody has written there since stays', () => {
    const root = planned()
    git(root, 'config', 'filter.trap.smudge', 'kill -9 0')
    expect(worktrees(root).status).toBe(137)
    git(root, 'config', 'filter.trap.smudge', 'cat')
    add(root, {'../worktrees/garden/pond/notes.txt': 'mine'})
    const {status, stderr} = worktrees(root)
    expect(status).toBe(1)
    expect(stderr).toContain('holds what the branch does not: notes.txt; move that away')
    expect(existsSync(join(root, '../worktrees/garden/hedge'))).toBe(false)
    rmSync(join(root, '../worktrees/garden/pond/notes.txt'))
    expect(worktrees(root).status).toBe(0)
  })
})
