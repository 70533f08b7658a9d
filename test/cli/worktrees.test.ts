import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {filesBeside, git, repository, stagedPlan, stateOf} from './repository.ts'
import {add, project, run} from './world.ts'

const two = [{id: 'pond'}, {id: 'hedge', on: ['pond']}]

/** A repository that holds the plan `a.md`. */
function planned(stages: Parameters<typeof stagedPlan>[0] = two, more?: Record<string, unknown>): string {
  return repository({'a.md': stagedPlan(stages, more), 'src/pond.ts': 'export {}\n'})
}

function worktrees(root: string, ...argv: string[]) {
  return run(root, ['worktrees', 'a.md', ...argv], {env: {NO_COLOR: '1'}})
}

async function refused(root: string, words: string, ...argv: string[]): Promise<void> {
  const before = stateOf(root)
  const {code, stdout, stderr} = await worktrees(root, ...argv)
  expect({code, stdout}).toEqual({code: 1, stdout: ''})
  expect(stderr).toContain(words)
  expect(stderr.trimEnd().split('\n').at(-1)).toBe('plan-lint: no worktree was made')
  expect(stateOf(root)).toEqual(before)
}

describe('makes worktrees', () => {
  test('with the branches that the plan names', async () => {
    const root = planned()
    expect(await worktrees(root)).toEqual({
      code: 0,
      stdout: `created  pond   ../worktrees/garden/pond on feature/garden-pond
created  hedge  ../worktrees/garden/hedge on feature/garden-hedge
`,
      stderr: '',
    })
    const pond = join(root, '../worktrees/garden/pond')
    expect(git(pond, 'branch', '--show-current')).toBe('feature/garden-pond\n')
    expect(git(pond, 'status', '--porcelain')).toBe('')
    expect(readFileSync(join(pond, 'src/pond.ts'), 'utf8')).toBe('export {}\n')
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect(git(root, 'for-each-ref', '--format=%(upstream)', 'refs/heads').trim()).toBe('')
  })

  test('and leaves those alone that are there', async () => {
    const root = planned()
    await worktrees(root, '--stage', 'pond')
    add(root, {
      '../worktrees/garden/pond/src/pond.ts': 'export const depth = 2\n',
      '../worktrees/garden/pond/new.ts': '',
    })
    const {stdout} = await worktrees(root)
    expect(stdout.split('\n').map(line => line.split(' ')[0])).toEqual(['kept', 'created', ''])
    expect(readFileSync(join(root, '../worktrees/garden/pond/src/pond.ts'), 'utf8')).toBe('export const depth = 2\n')
    const state = stateOf(root)
    expect((await worktrees(root)).code).toBe(0)
    expect(stateOf(root)).toEqual(state)
  })

  test('from a branch that is there as from a new one', async () => {
    const root = planned()
    git(root, 'switch', '--quiet', '-c', 'feature/garden-pond')
    add(root, {'water.txt': ''})
    git(root, 'add', '.')
    git(root, 'commit', '--quiet', '-m', 'Fill')
    git(root, 'switch', '--quiet', '-')
    expect((await worktrees(root)).code).toBe(0)
    expect(existsSync(join(root, '../worktrees/garden/pond/water.txt'))).toBe(true)
    expect(existsSync(join(root, '../worktrees/garden/hedge/water.txt'))).toBe(false)
  })

  test('from the base that the metadata name', async () => {
    const root = planned([{id: 'pond'}, {id: 'hedge', more: {base_branch: 'HEAD'}}], {base_branch: 'spring'})
    git(root, 'branch', 'spring')
    git(root, 'commit', '--quiet', '--allow-empty', '-m', 'Go on')
    await worktrees(root)
    const [spring, head] = ['spring', 'HEAD'].map(name => git(root, 'rev-parse', name))
    expect(git(root, 'rev-parse', 'feature/garden-pond')).toBe(spring)
    expect(git(root, 'rev-parse', 'feature/garden-hedge')).toBe(head)
  })

  test('not for stages that are done, unless they are named', async () => {
    const root = planned([{id: 'pond', status: 'completed'}, {id: 'hedge'}])
    expect((await worktrees(root)).stdout).toBe(`created   hedge  ../worktrees/garden/hedge on feature/garden-hedge
left out  pond   is done; --stage names it all the same
`)
    expect((await worktrees(root, '--stage', 'pond')).stdout).toMatch(/^created {2}pond /)
  })

  test('by the names that people give stages', async () => {
    const root = planned()
    expect((await worktrees(root, '--stage', 'Stage 2', '--stage', 'hedge')).stdout).toMatch(/^created {2}hedge .*\n$/)
  })

  test('beside the main worktree, wherever it is run', async () => {
    const root = planned()
    await worktrees(root, '--stage', 'pond')
    const pond = join(root, '../worktrees/garden/pond')
    const {stdout} = await run(pond, ['worktrees', 'a.md', '--stage', 'hedge'])
    expect(stdout).toContain('../hedge on ')
    mkdirSync(join(root, 'docs'))
    expect((await run(join(root, 'docs'), ['worktrees', '../a.md'])).stdout).toContain(' ../../worktrees/garden/hedge ')
    expect(existsSync(join(root, '../worktrees/garden/hedge/a.md'))).toBe(true)
  })

  test('in the repository, where .worktrees is for them', async () => {
    const root = planned([{id: 'pond', path: '.worktrees/pond'}])
    expect((await worktrees(root)).code).toBe(0)
    expect(existsSync(join(root, '.worktrees/pond/a.md'))).toBe(true)
  })

  test('in an empty folder that is there', async () => {
    const root = planned()
    mkdirSync(join(root, '../worktrees/garden/pond'), {recursive: true})
    expect((await worktrees(root)).code).toBe(0)
  })

  test('whatever git is told of another repository', async () => {
    const [root, other] = [planned(), planned()]
    process.env.GIT_DIR = join(other, '.git')
    try {
      expect((await worktrees(root)).code).toBe(0)
    } finally {
      delete process.env.GIT_DIR
    }
    expect(git(other, 'branch')).not.toContain('garden')
  })
})

describe('--dry-run', () => {
  test('prints the commands, and changes nothing', async () => {
    const root = planned([{id: 'pond'}, {id: 'hedge'}, {id: 'gate', status: 'completed'}])
    git(root, 'branch', 'feature/garden-hedge')
    const before = stateOf(root)
    const {code, stdout} = await worktrees(root, '--dry-run')
    expect(code).toBe(0)
    expect(
      stdout,
    ).toBe(`git -c core.hooksPath=/dev/null -c core.fsmonitor=false worktree add --no-track -b feature/garden-pond -- ../worktrees/garden/pond HEAD
git -c core.hooksPath=/dev/null -c core.fsmonitor=false worktree add -- ../worktrees/garden/hedge feature/garden-hedge
# gate is done; --stage names it all the same
`)
    expect(stateOf(root)).toEqual(before)
  })

  test('what it prints does the same', async () => {
    const names = {branch: "feature/garden-it's;touch$IFS'ran'", path: "../worktrees/garden-pond/it's $(touch ran)"}
    const [printed, made] = [planned([{id: 'pond', ...names}]), planned([{id: 'pond', ...names}])]
    const {stdout} = await worktrees(printed, '--dry-run')
    expect(spawnSync('sh', ['-c', stdout], {cwd: printed}).status).toBe(0)
    expect((await worktrees(made)).code).toBe(0)
    const shape = (root: string) =>
      JSON.stringify(stateOf(root))
        .replaceAll(realpathSync(join(root, '..')), '')
        .replace(/[0-9a-f]{40}/g, '')
    expect(shape(made)).toBe(shape(printed))
    expect(existsSync(join(made, 'ran'))).toBe(false)
  })

  test('tells of worktrees that are there', async () => {
    const root = planned()
    await worktrees(root)
    expect((await worktrees(root, '--dry-run')).stdout).toBe(`# pond has its worktree in ../worktrees/garden/pond
# hedge has its worktree in ../worktrees/garden/hedge
`)
  })
})

describe('refuses what is in the way, and makes nothing else', () => {
  const pond = '../worktrees/garden/pond'

  test('a folder with something in it', async () => {
    const root = planned()
    add(root, {[`${pond}/notes.txt`]: 'mine'})
    await refused(root, `stage pond: ${pond} is there, and is no worktree of this repository; move it away`)
  })

  test('a file', async () => {
    const root = planned()
    add(root, {[pond]: 'mine'})
    await refused(root, `stage pond: ${pond} is there`)
  })

  test('a worktree with another branch, or none', async () => {
    const root = planned()
    git(root, 'worktree', 'add', '--quiet', '-b', 'other', pond)
    await refused(root, `stage pond: ${pond} is a worktree with the branch other in it`)
    git(join(root, pond), 'checkout', '--quiet', '--detach')
    await refused(root, `stage pond: ${pond} is a worktree with no branch in it`)
  })

  test('a branch that is checked out elsewhere', async () => {
    const root = planned()
    git(root, 'worktree', 'add', '--quiet', '-b', 'feature/garden-pond', '../elsewhere')
    await refused(root, 'stage pond: its branch feature/garden-pond is checked out in ../elsewhere')
  })

  test('a branch that is checked out here', async () => {
    const root = planned()
    git(root, 'switch', '--quiet', '-c', 'feature/garden-hedge')
    await refused(root, 'stage hedge: its branch feature/garden-hedge is checked out in the worktree at hand')
  })

  test('a worktree whose folder is gone, as its disk may come back', async () => {
    const root = planned()
    await worktrees(root)
    renameSync(join(root, pond), join(root, '../away'))
    await expectGone(root, '"git worktree prune" makes git forget it')
    renameSync(join(root, '../away'), join(root, pond))
    git(root, 'worktree', 'lock', pond)
    renameSync(join(root, pond), join(root, '../away'))
    await expectGone(root, 'it is locked')
  })

  async function expectGone(root: string, remedy: string): Promise<void> {
    const {code, stderr} = await worktrees(root)
    expect(code).toBe(1)
    expect(stderr).toContain(
      `stage pond: git has a worktree in ${pond} that is not there; bring it back, or let it go: ${remedy}`,
    )
  }

  test('a branch beside one of which it would be a part', async () => {
    const root = planned()
    git(root, 'branch', 'feature')
    await refused(root, 'stage pond: its branch "feature/garden-pond" cannot be beside the branch feature')
    const other = planned([
      {id: 'pond', branch: 'garden-pond'},
      {id: 'hedge', branch: 'garden-pond/hedge'},
    ])
    await refused(other, 'stage hedge: its branch garden-pond/hedge cannot be beside garden-pond, that of stage pond')
  })

  test('worktrees in each other', async () => {
    const root = planned([{id: 'pond'}, {id: 'hedge', path: '../worktrees/garden/pond/hedge'}])
    await refused(root, 'stage hedge: its worktree would lie in that of stage pond, or around it')
    await worktrees(root, '--stage', 'pond')
    await refused(
      root,
      'stage hedge: ../worktrees/garden/pond/hedge lies inside of the worktree ../worktrees/garden/pond',
    )
  })

  test('a base that is not there', async () => {
    await refused(
      planned(two, {base_branch: 'autumn'}),
      'stage pond: git knows no commit "autumn" that its branch could',
    )
    await refused(
      planned(two, {base_branch: '--detach'}),
      'stage pond: its base "--detach" begins with "-"; correct it',
    )
  })
})

describe('refuses a plan', () => {
  test.each<[string, (plan: string) => string, string]>([
    ['with an error in its metadata', plan => plan.replace('"draft"', '"begun"'), '[stage-metadata]'],
    ['whose stages wait for one that is not there', plan => plan.replace('"pond"\n', '"pont"\n'), '[stage-graph]'],
    [
      'whose sections say something else',
      plan => plan.replace('`feature/garden-pond`', '`feature/garden`'),
      '[stage-sync]',
    ],
    [
      'that keeps such an error back',
      plan => `<!-- plan-lint-disable-file -->\n${plan.replace('"draft"', '"begun"')}`,
      '[stage-metadata]',
    ],
    [
      'with a slot for a branch',
      plan => plan.replaceAll('feature/garden-pond', 'feature/[plan-id]-[stage-id]'),
      'a.md: stage pond has no "branch"; fill it in',
    ],
    ['without a block of metadata', plan => plan.replace('json metadata', 'text'), '[stage-metadata]'],
  ])('%s', async (_, change, words) => {
    await refused(repository({'a.md': change(stagedPlan(two))}), words)
  })

  test('whatever the configuration says of the rules', async () => {
    const root = repository({
      'a.md': stagedPlan(two).replace('"draft"', '"begun"'),
      'plan-lint.config.json': '{"rules": {"stage-metadata": "off"}}',
    })
    await refused(root, '[stage-metadata]')
  })

  test.each([
    [
      'of another kind',
      '# A\n\n## Phase 1: B\n',
      'a.md: is read as plan, a kind of plan that names no worktrees; staged plans do',
    ],
  ])('%s', async (_, text, words) => {
    const {code, stderr} = await worktrees(repository({'a.md': text}))
    expect({code, stderr}).toEqual({code: 2, stderr: expect.stringContaining(words)})
  })
})

describe('tells of wrong use', () => {
  test.each([
    [['worktrees'], 'which file? Write: plan-lint worktrees <file>'],
    [['worktrees', 'a.md', '--stage', 'pont'], 'a.md: has no stage "pont". Did you mean "pond"? Stages: pond, hedge'],
    [['worktrees', 'b.md'], 'b.md: cannot be read: no such file or folder'],
  ])('%j', async (argv, message) => {
    expect(await run(planned(), argv)).toEqual({code: 2, stdout: '', stderr: `plan-lint: ${message}\n`})
  })

  test('no repository', async () => {
    const message = 'worktrees belong to a git repository; run this in the one of the plan'
    const root = project({'a.md': stagedPlan(two)})
    expect(await worktrees(root)).toMatchObject({code: 2, stderr: `plan-lint: ${message}\n`})
  })

  test('no commit', async () => {
    const root = project({'a.md': stagedPlan(two)})
    git(root, 'init', '--quiet')
    expect((await worktrees(root)).stderr).toContain('the repository has no commit yet that a branch could begin at')
  })

  test.skipIf(process.getuid?.() === 0)('a folder in which git may not write', async () => {
    const root = planned()
    mkdirSync(join(root, '../worktrees'), {mode: 0o500})
    const {code, stderr} = await worktrees(root)
    chmodSync(join(root, '../worktrees'), 0o700)
    expect({code, stderr}).toEqual({code: 2, stderr: expect.stringMatching(/git failed for stage pond: .*denied/i)})
  })
})

describe('a worktree that git had begun and not finished', () => {
  const pond = '../worktrees/garden/pond'

  /** A repository whose worktrees are made, but for the first, which is as a process that was killed left it. */
  async function begun(
    undo: (paths: {root: string; folder: string; admin: string}) => void,
  ): Promise<{root: string; whole: unknown}> {
    const root = planned()
    await worktrees(root)
    const whole = stateOf(root)
    const [folder, admin] = [realpathSync(join(root, pond)), join(root, '.git/worktrees/pond')]
    writeFileSync(join(admin, 'locked'), 'initializing\n')
    undo({root, folder, admin})
    return {root, whole}
  }

  const withoutIndex = (admin: string) => {
    rmSync(join(admin, 'index'))
    writeFileSync(join(admin, 'index.lock'), '')
  }

  test.each<[string, string, Parameters<typeof begun>[0]]>([
    ['with all but its lock gone', 'finished', () => {}],
    ['with files that are not in the index', 'made anew', ({admin}) => withoutIndex(admin)],
    [
      'amid its files',
      'made anew',
      ({admin, folder}) => {
        withoutIndex(admin)
        rmSync(join(folder, 'src'), {recursive: true})
      },
    ],
    [
      'amid one file',
      'made anew',
      ({admin, folder}) => {
        withoutIndex(admin)
        writeFileSync(join(folder, 'src/pond.ts'), 'exp')
      },
    ],
    [
      'before its files',
      'made anew',
      ({admin, folder}) => {
        rmSync(join(admin, 'index'))
        for (const name of ['src', 'a.md']) rmSync(join(folder, name), {recursive: true})
      },
    ],
    [
      'before it had a branch',
      'made anew',
      ({admin, folder}) => {
        rmSync(join(admin, 'index'))
        writeFileSync(join(admin, 'HEAD'), `${'0'.repeat(40)}\n`)
        for (const name of ['src', 'a.md']) rmSync(join(folder, name), {recursive: true})
      },
    ],
    [
      'before its folder',
      'made anew',
      ({admin, folder}) => {
        for (const name of ['index', 'HEAD', 'commondir']) rmSync(join(admin, name))
        rmSync(folder, {recursive: true})
      },
    ],
    [
      'before git had noted where it is',
      'created',
      ({admin, folder}) => {
        rmSync(admin, {recursive: true})
        mkdirSync(admin)
        writeFileSync(join(admin, 'locked'), 'initializing\n')
        writeFileSync(join(admin, 'gitdir'), '')
        rmSync(folder, {recursive: true})
      },
    ],
    [
      'between branch and worktree',
      'created',
      ({admin, folder}) => {
        for (const path of [admin, folder]) rmSync(path, {recursive: true})
      },
    ],
  ])('%s is %s', async (_, word, undo) => {
    const {root, whole} = await begun(undo)
    const {code, stdout, stderr} = await worktrees(root)
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toMatch(new RegExp(`^${word} +pond .*\\nkept +hedge `))
    expect(stateOf(root)).toEqual(whole)
  })

  test.each<[string, (folder: string) => void, string]>([
    ['a file of somebody', folder => add(folder, {'src/new.ts': 'mine'}), 'src/new.ts'],
    ['a file that git ignores', folder => add(folder, {'.gitignore': 'mine', mine: 'x'}), 'mine'],
    [
      'a file that somebody has changed',
      folder => add(folder, {'src/pond.ts': 'export const depth = 2\n'}),
      'src/pond.ts',
    ],
    ['a file that somebody has written on', folder => add(folder, {'src/pond.ts': 'export {}\n\n'}), 'src/pond.ts'],
    [
      'a link in the place of a folder',
      folder => {
        renameSync(join(folder, 'src'), join(folder, '../src'))
        symlinkSync('../src', join(folder, 'src'))
      },
      'src',
    ],
    [
      'another repository',
      folder => {
        mkdirSync(join(folder, 'inner'))
        git(join(folder, 'inner'), 'init', '--quiet')
      },
      'inner/',
    ],
    [
      'the file of another worktree',
      folder => writeFileSync(join(folder, '.git'), `gitdir: ${join(folder, '..')}\n`),
      '.git',
    ],
  ])('is left as it is with %s in it', async (_, change, name) => {
    const {root} = await begun(({root, admin, folder}) => {
      git(root, 'worktree', 'remove', '../worktrees/garden/hedge')
      withoutIndex(admin)
      change(folder)
    })
    const before = filesBeside(root)
    const {code, stdout, stderr} = await worktrees(root)
    expect({code, stdout}).toEqual({code: 1, stdout: ''})
    expect(stderr).toMatch(/^plan-lint: stage pond: .* was begun as a worktree, and holds what the branch does not: /)
    expect(stderr).toContain(`${name}`)
    expect(filesBeside(root)).toEqual(before)
  })

  test('is told of by --dry-run, and left alone', async () => {
    const {root} = await begun(({admin}) => withoutIndex(admin))
    const before = filesBeside(root)
    const {stdout} = await worktrees(root, '--dry-run', '--stage', 'pond')
    expect(stdout).toBe(`# ../worktrees/garden/pond was begun and not finished: what git has put there goes first
git -c core.hooksPath=/dev/null -c core.fsmonitor=false worktree add --force --force -- ../worktrees/garden/pond feature/garden-pond
`)
    expect(filesBeside(root)).toEqual(before)
  })

  test('for another branch is refused', async () => {
    const {root} = await begun(({root, admin}) => {
      git(root, 'branch', 'other')
      writeFileSync(join(admin, 'HEAD'), 'ref: refs/heads/other\n')
    })
    expect((await worktrees(root)).stderr).toContain('was begun as a worktree for the branch other, and not finished')
  })
})
