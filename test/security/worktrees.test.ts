import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {globSync} from 'tinyglobby'
import {describe, expect, test} from 'vitest'
import {filesBeside, git, repository, stagedPlan} from '../cli/repository.ts'
import {add, run} from '../cli/world.ts'

const sources = join(import.meta.dirname, '../..')

function planned(stage: {branch?: string; path?: string}, more?: Record<string, unknown>): string {
  return repository({'a.md': stagedPlan([{id: 'pond', ...stage}], more), 'src/pond.ts': 'export {}\n'})
}

async function expectRefused(root: string, words: string, ...argv: string[]): Promise<void> {
  const before = filesBeside(root)
  for (const more of [['--dry-run'], []]) {
    const {code, stdout, stderr} = await run(root, ['worktrees', 'a.md', ...argv, ...more])
    expect({code, stdout}).toEqual({code: 1, stdout: ''})
    expect(stderr).toContain(words)
  }
  expect(filesBeside(root)).toEqual(before)
}

describe('a worktree is made in no folder that the user did not allow', () => {
  test.each([
    '../outside/pond',
    '../../pond',
    '/plan-lint-pond',
    '../worktrees',
    '../worktrees/../pond',
    '../worktrees-of-mine/pond',
    'src',
    '.',
    '..',
    '~/pond',
    '.github/workflows/pond',
  ])('%s', async path => {
    await expectRefused(planned({path}), `stage pond: its worktree_path "${path}" leads to `)
  })

  test.each([
    '.git/hooks',
    '.git/pond',
    '.worktrees/.git/pond',
    '.worktrees/.GIT/pond',
    '../worktrees/git~1/x',
    '../worktrees/.git /x',
  ])('nor in the folder of git, even where it is allowed: %s', async path => {
    await expectRefused(planned({path}), 'leads into the folder of git; choose another', '--allow-path', '.')
  })

  test('nor beside it under a name like that of an option, or with a control character', async () => {
    await expectRefused(planned({path: '--force'}), 'begins with "-"', '--allow-path', '.')
    await expectRefused(planned({path: '../worktrees/a\nworktree x'}), 'holds a control character')
  })

  test.each([
    ['of the folder for worktrees', '.worktrees', '.worktrees/pond'],
    ['of the folder beside the repository', '../worktrees', '../worktrees/pond'],
    ['on the way', '.worktrees/way', '.worktrees/way/pond'],
    ['of the worktree', '.worktrees/pond', '.worktrees/pond'],
  ])('nor by a link in the place %s', async (_, link, path) => {
    const root = planned({path})
    mkdirSync(join(root, '../outside'))
    mkdirSync(join(root, link, '..'), {recursive: true})
    symlinkSync(join(root, '../outside'), join(root, link))
    await expectRefused(root, 'leads to ../outside')
    expect(readdirSync(join(root, '../outside'))).toEqual([])
  })

  test('nor by a link that leads nowhere', async () => {
    const root = planned({path: '.worktrees/pond'})
    mkdirSync(join(root, '.worktrees'))
    symlinkSync(join(root, '../outside'), join(root, '.worktrees/pond'))
    await expectRefused(root, 'goes by a link that leads nowhere')
  })

  test('and in one that is allowed, also by a link', async () => {
    const root = planned({path: '../outside/way/pond'})
    mkdirSync(join(root, '../outside'))
    mkdirSync(join(root, '../disk'))
    symlinkSync(join(root, '../disk'), join(root, '../outside/way'))
    await expectRefused(root, 'leads to ../disk/pond', '--allow-path', '../outside')
    const {code} = await run(root, ['worktrees', 'a.md', '--allow-path', '../outside/way'])
    expect(code).toBe(0)
    expect(existsSync(join(root, '../disk/pond/a.md'))).toBe(true)
  })
})

describe('a branch gets no name that git would take for something else', () => {
  test.each([
    '--detach',
    '-b',
    '-',
    '@{-1}',
    '@',
    'HEAD',
    'a..b',
    'a b',
    'a~1',
    'a:b',
    'a.lock',
    '/a',
    'a//b',
    'a\u0007b',
    'a\\b',
    '.a',
    'a/',
  ])('%j', async branch => {
    await expectRefused(planned({branch}), 'stage pond: its branch ')
  })

  test.each(['--orphan', '-', 'HEAD; touch ran', '$(touch ran)', 'no-such', ':/Begin', 'HEAD^{tree}'])(
    'nor does it begin at %j',
    async base => {
      await expectRefused(planned({}, {base_branch: base}), 'stage pond: ')
    },
  )

  test.each(['$(touch$IFS$9ran)', 'a;touch$IFS$9ran', 'a|b', "a'b", 'a&&b', '%PATH%'])(
    'and is no word of a shell: %s',
    async branch => {
      const root = planned({branch, path: `../worktrees/${branch}`})
      expect((await run(root, ['worktrees', 'a.md'])).code).toBe(0)
      expect(git(root, 'for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads')).toContain(branch)
      expect(Object.keys(filesBeside(root)).filter(path => /(?:^|\/)ran$/.test(path))).toEqual([])
    },
  )
})

test.skipIf(process.platform === 'win32')(
  'no hook runs for a worktree, not even one that its branch brings',
  async () => {
    const root = planned({branch: 'theirs'})
    const hook = `#!/bin/sh\ntouch '${root}/ran'\n`
    const names = ['post-checkout', 'reference-transaction', 'post-index-change', 'fsmonitor']
    const inTree = Object.fromEntries(names.map(name => [`.husky/${name}`, hook]))
    add(root, inTree)
    for (const name of Object.keys(inTree)) chmodSync(join(root, name), 0o755)
    git(root, 'switch', '--quiet', '-c', 'theirs')
    git(root, 'add', '.')
    git(root, 'commit', '--quiet', '-m', 'Bring hooks')
    git(root, 'switch', '--quiet', '-')
    for (const name of names) {
      add(root, {[`.git/hooks/${name}`]: hook})
      chmodSync(join(root, `.git/hooks/${name}`), 0o755)
    }
    git(root, 'config', 'core.hooksPath', '.husky')
    git(root, 'config', 'core.fsmonitor', '.husky/fsmonitor')
    expect((await run(root, ['worktrees', 'a.md'])).code).toBe(0)
    expect(existsSync(join(root, '../worktrees/garden/pond/.husky/post-checkout'))).toBe(true)
    expect(existsSync(join(root, 'ran'))).toBe(false)
    git(root, 'config', '--unset', 'core.hooksPath')
    git(root, 'branch', '--quiet', 'more')
    git(root, 'worktree', 'add', '--quiet', '../worktrees/more', 'more')
    expect(existsSync(join(root, 'ran')), 'the hooks would have run').toBe(true)
  },
)

test('no program is started by a shell', () => {
  const shells = /\bexec(?:Sync)?\(['"`]|\bshell: true|import \{[^}]*\bexec(?:Sync)?\b[^}]*\} from 'node:child_process'/
  const files = globSync(['{cli,config,core,hosts}/**/*.ts'], {cwd: sources})
  expect(files.filter(file => shells.test(readFileSync(join(sources, file), 'utf8')))).toEqual([])
})
