import {execFileSync} from 'node:child_process'
import nodeFs, {mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {add, project} from '../cli/world.ts'
import {git, gitRepository, workspaceAt} from './repositories.ts'

const source = 'export {}\n'

describe('a repository on the disk', () => {
  test('has the files and folders that lie in it, whether git knows them or not', () => {
    const root = gitRepository({'src/a.ts': source, '.gitignore': 'dist\n'})
    add(root, {'src/new.ts': source, 'dist/a.js': 'a'})
    const workspace = workspaceAt(root)
    for (const path of ['src/a.ts', './src/a.ts', 'src/../src/a.ts', 'src/new.ts', 'dist/a.js']) {
      expect(workspace.kindOf(path), path).toBe('file')
    }
    for (const path of ['src', 'src/', '', '.', 'dist']) expect(workspace.kindOf(path), path).toBe('folder')
    for (const path of ['src/b.ts', 'a.ts', 'src/a.ts/b', 'SRC/a.ts']) expect(workspace.kindOf(path), path).toBeNull()
    expect(workspace.read('src/a.ts')).toBe(source)
    expect(workspace.read('src')).toBeNull()
    expect(workspace.namesIn('src')).toEqual(['a.ts', 'new.ts'])
    expect(workspace.namesIn('src/a.ts')).toEqual([])
  })

  test('nothing outside of the repository is there', () => {
    const folder = project({'outside/secret.ts': source, 'work/.git/HEAD': '', 'work/src/a.ts': source})
    const root = join(folder, 'work')
    symlinkSync('../outside', join(root, 'way'))
    symlinkSync('../../outside/secret.ts', join(root, 'src/link.ts'))
    symlinkSync('a.ts', join(root, 'src/inside.ts'))
    symlinkSync('nowhere', join(root, 'src/broken.ts'))
    const workspace = workspaceAt(root)
    const absolute = join(folder, 'outside/secret.ts')
    for (const path of [
      ...['../outside/secret.ts', 'src/../../outside/secret.ts', absolute, `/${absolute}`, '/etc/passwd'],
      ...[
        'way',
        'way/secret.ts',
        'src/link.ts',
        'src/broken.ts',
        '..',
        '/',
        'C:/a.ts',
        '..\\outside\\secret.ts',
        'a\0b',
      ],
      'a/'.repeat(5000),
    ]) {
      expect(workspace.kindOf(path), path).toBeNull()
      expect(workspace.read(path), path).toBeNull()
      expect(workspace.namesIn(path), path).toEqual([])
    }
    expect(workspace.read('src/inside.ts')).toBe(source)
    expect(workspace.filesEndingIn('secret.ts')).toEqual([])
  })

  test.skipIf(process.platform === 'win32')('what could take for ever to read is not read', () => {
    const root = gitRepository({'src/a.ts': source, 'src/picture.ts': Buffer.from([0, 1])})
    execFileSync('mkfifo', [join(root, 'src/pipe.ts')])
    writeFileSync(join(root, 'src/huge.ts'), '')
    truncateSync(join(root, 'src/huge.ts'), 2 ** 30)
    symlinkSync('/dev/zero', join(root, 'src/zero.ts'))
    const workspace = workspaceAt(root)
    expect(workspace.kindOf('src/huge.ts')).toBe('file')
    for (const name of ['pipe', 'zero']) expect(workspace.kindOf(`src/${name}.ts`)).toBeNull()
    for (const name of ['huge', 'pipe', 'zero', 'picture']) expect(workspace.read(`src/${name}.ts`), name).toBeNull()
  })

  test('tells files by the case of their names where the disk does not', () => {
    const root = gitRepository({'src/Store.ts': source})
    // A disk that takes `src/store.ts` for `src/Store.ts`, and says how it is called.
    const real = (path: string) => path.replace('store.ts', 'Store.ts')
    const realpathSync = Object.assign((path: string) => nodeFs.realpathSync(real(path)), {
      native: (path: string) => nodeFs.realpathSync.native(real(path)),
    })
    const lstatSync = (path: string) => nodeFs.lstatSync(real(path))
    const workspace = workspaceAt(root, 'plans/a.md', {...nodeFs, realpathSync, lstatSync} as unknown as typeof nodeFs)
    expect(workspace.kindOf('src/Store.ts')).toBe('file')
    expect(workspace.kindOf('src/store.ts')).toBeNull()
    expect(workspace.nearestTo('src/store.ts')).toBe('src/Store.ts')
  })

  test('is asked once: an answer stays as long as a run takes', () => {
    const root = gitRepository({'src/a.ts': source})
    const workspace = workspaceAt(root)
    expect([workspace.kindOf('src/a.ts'), workspace.read('src/a.ts'), workspace.kindOf('src/b.ts')]).toEqual([
      'file',
      source,
      null,
    ])
    rmSync(join(root, 'src/a.ts'))
    add(root, {'src/b.ts': ''})
    expect([workspace.kindOf('src/a.ts'), workspace.read('src/a.ts'), workspace.kindOf('src/b.ts')]).toEqual([
      'file',
      source,
      null,
    ])
  })
})

const roots: [string, (files: Record<string, string>) => string][] = [
  ['git lists', gitRepository],
  ['lie in a folder that git knows nothing of', project],
  ['lie in a repository that is broken', files => project({...files, '.git/HEAD': ''})],
]

describe.each(roots)('files that %s', (_, make) => {
  test('are found by the ends of their paths', () => {
    const root = make({'packages/a/src/x.ts': '', 'packages/b/src/x.ts': '', 'lib/y.ts': '', '.gitignore': ''})
    add(root, {'lib/new.ts': '', 'node_modules/z/y.ts': ''})
    const {filesEndingIn} = workspaceAt(root)
    expect(filesEndingIn('src/x.ts')).toEqual(['packages/a/src/x.ts', 'packages/b/src/x.ts'])
    expect(filesEndingIn('a/src/x.ts')).toEqual(['packages/a/src/x.ts'])
    expect(filesEndingIn('new.ts')).toEqual(['lib/new.ts'])
    expect(filesEndingIn('c/x.ts')).toEqual([])
    expect(filesEndingIn('.ts')).toEqual([])
  })

  test('are left out by the ignore files on the way to them', () => {
    const root = make({
      '.gitignore': 'dist/\n*.log\n!keep.log\n',
      'packages/a/.gitignore': 'gen/*\n!gen/kept.ts\n',
      'x.ts': '',
    })
    const {isIgnored} = workspaceAt(root)
    for (const path of ['dist/a.js', 'a/dist/b/c.js', 'a.log', 'packages/a/gen/b.ts', 'node_modules/x/y.js']) {
      expect(isIgnored(path), path).toBe(true)
    }
    for (const path of ['a.js', 'keep.log', 'gen/b.ts', 'packages/a/gen/kept.ts', '../dist/a.js', '']) {
      expect(isIgnored(path), path).toBe(false)
    }
  })
})

describe('the file that is meant', () => {
  const files = {
    'src/store/store.ts': '',
    'src/store/index.ts': '',
    'src/http/index.ts': '',
    'src/http/client.ts': '',
    'src/http/step1.ts': '',
    'src/http/backoff.ts': '',
    'packages/a/main.go': '',
    'packages/b/main.go': '',
    'packages/a/src/gauge_table.ts': '',
    'docs/why/rate_table.md': '',
    'test/http/limits.ts': '',
    'src/http/UserStore.ts': '',
    'src/http/steppers1.json': '',
    'docs/Überblick.md': '',
  }

  const slips: [string, string, string | null][] = [
    ['a slip in the name', 'src/http/cleint.ts', 'src/http/client.ts'],
    ['another ending', 'src/http/client.js', 'src/http/client.ts'],
    ['another case', 'src/HTTP/Client.ts', 'src/http/client.ts'],
    ['a slip in a folder', 'src/htpt/client.ts', 'src/http/client.ts'],
    ['a folder that is left out', 'src/backoff.ts', 'src/http/backoff.ts'],
    ['a name of several words in another folder', 'docs/how/rate_table.md', 'docs/why/rate_table.md'],
    ['a name of one word in a folder that has nothing in common', 'lib/calls/backoff.ts', null],
    ['the same name in the tests', 'src/http/limits.ts', null],
    ['the same path in another package', 'packages/valves/src/gauge_table.ts', null],
    ['another word in the name', 'src/http/ItemStore.ts', null],
    ['a slip in a word of the name', 'src/http/UserStroe.ts', 'src/http/UserStore.ts'],
    ['a name of another kind', 'src/http/stepper1.ts', null],
    ['a name of many in another folder', 'lib/client.ts', null],
    ['a common name in a folder of that name', 'lib/http/index.ts', 'src/http/index.ts'],
    ['letters of another script', 'docs/Überblik.md', 'docs/Überblick.md'],
    ['a common name anywhere', 'lib/cache/index.ts', null],
    ['one of two', 'cmd/main.go', null],
    ['another number', 'src/http/step2.ts', null],
    ['another word', 'src/http/server.ts', null],
    ['out of the repository', '../src/http/client.ts', null],
    ['nothing', '', null],
  ]

  test('is the one that is nearest, if that is one', () => {
    const {nearestTo} = workspaceAt(gitRepository(files))
    expect(slips.map(([kind, path]) => [kind, path, nearestTo(path)])).toEqual(slips)
  })

  test('is there', () => {
    const root = gitRepository(files)
    rmSync(join(root, 'src/http/client.ts'))
    expect(workspaceAt(root).nearestTo('src/http/cleint.ts')).toBeNull()
  })
})

describe('a file that was moved', () => {
  const text = 'a line of some length\n'.repeat(20)

  test('is found where it is by now, also after a second move and with changes', () => {
    const root = gitRepository({'src/a.ts': text, 'src/gone.ts': `${text}gone\n`, 'src/same.ts': 'x'})
    const move = (from: string, to: string) => {
      mkdirSync(join(root, 'lib'), {recursive: true})
      renameSync(join(root, from), join(root, to))
      git(root, 'add', '--all')
      git(root, 'commit', '--quiet', '-m', 'Move')
    }
    move('src/a.ts', 'lib/b.ts')
    add(root, {'lib/b.ts': `${text}more\n`})
    move('lib/b.ts', 'lib/c.ts')
    move('src/gone.ts', 'lib/gone.ts')
    rmSync(join(root, 'lib/gone.ts'))
    const {movedTo} = workspaceAt(root)
    expect(movedTo('src/a.ts')).toBe('lib/c.ts')
    expect(movedTo('./lib/b.ts')).toBe('lib/c.ts')
    expect(movedTo('src/gone.ts')).toBeNull()
    expect(movedTo('src/never.ts')).toBeNull()
    expect(movedTo('../src/a.ts')).toBeNull()
  })

  test('nobody knows of without git', () => {
    expect(workspaceAt(project({'a.ts': ''})).movedTo('b.ts')).toBeNull()
  })
})

describe('a file', () => {
  const plan = 'plans/plan.md'

  /** A repository with a commit for each of `files`, in that order. */
  function grown(...files: string[]): string {
    const root = gitRepository({'README.md': source})
    for (const file of files) {
      add(root, {[file]: `${file}\n`})
      git(root, 'add', '--all')
      git(root, 'commit', '--quiet', '-m', file)
    }
    return root
  }

  test('was there before the plan where its commit was', () => {
    const {wasBeforePlan} = workspaceAt(grown('src/old.ts', plan, 'src/young.ts'), plan)
    expect(['README.md', 'src/old.ts', './src/old.ts'].map(wasBeforePlan)).toEqual([true, true, true])
    expect(wasBeforePlan('src/young.ts')).toBe(false)
  })

  test('that is in no commit came last, like a plan that is in none', () => {
    const root = grown('src/old.ts', plan)
    add(root, {'src/new.ts': source, 'plans/new.md': '# Plan: New\n'})
    expect(workspaceAt(root, plan).wasBeforePlan('src/new.ts')).toBe(false)
    const ofNewPlan = workspaceAt(root, 'plans/new.md')
    expect(ofNewPlan.wasBeforePlan('src/old.ts')).toBe(true)
    expect(ofNewPlan.wasBeforePlan('src/new.ts')).toBeNull()
  })

  test('that came by a move is as old as the move', () => {
    const root = grown('src/old.ts', plan)
    renameSync(join(root, 'src/old.ts'), join(root, 'src/moved.ts'))
    git(root, 'add', '--all')
    git(root, 'commit', '--quiet', '-m', 'Move')
    expect(workspaceAt(root, plan).wasBeforePlan('src/moved.ts')).toBe(false)
  })

  test('is not older than a plan that was moved since', () => {
    const root = grown(plan, 'src/young.ts')
    mkdirSync(join(root, 'plans/done'))
    renameSync(join(root, plan), join(root, 'plans/done/plan.md'))
    git(root, 'add', '--all')
    git(root, 'commit', '--quiet', '-m', 'Archive')
    const {wasBeforePlan} = workspaceAt(root, 'plans/done/plan.md')
    expect(['README.md', 'src/young.ts'].map(wasBeforePlan)).toEqual([true, false])
  })

  test('that came with the plan was not there before it', () => {
    const root = gitRepository({'README.md': source})
    add(root, {[plan]: '# Plan: One\n', 'src/a.ts': source})
    git(root, 'add', '--all')
    git(root, 'commit', '--quiet', '-m', 'All at once')
    expect(workspaceAt(root, plan).wasBeforePlan('src/a.ts')).toBe(false)
  })

  test('that was deleted or moved was there once', () => {
    const root = grown('src/deleted.ts', 'src/moved.ts', 'src/kept.ts')
    rmSync(join(root, 'src/deleted.ts'))
    renameSync(join(root, 'src/moved.ts'), join(root, 'src/here.ts'))
    git(root, 'add', '--all')
    git(root, 'commit', '--quiet', '-m', 'Clear up')
    const {wasThere} = workspaceAt(root)
    expect(['src/deleted.ts', 'deleted.ts', './src/moved.ts'].map(wasThere)).toEqual([true, true, true])
    expect(['src/kept.ts', 'src/here.ts', 'eleted.ts', 'src/never.ts'].map(wasThere)).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(workspaceAt(project({'a.ts': ''})).wasThere('b.ts')).toBe(false)
  })

  test('was changed since the plan where it was in its commit or later, but for moves', () => {
    const root = grown('src/old.ts', 'src/still.ts', 'src/moved.ts', plan, 'src/young.ts')
    add(root, {'src/old.ts': 'changed\n'})
    renameSync(join(root, 'src/moved.ts'), join(root, 'src/here.ts'))
    git(root, 'add', '--all')
    git(root, 'commit', '--quiet', '-m', 'Work')
    const {changedSincePlan} = workspaceAt(root, plan)
    const changed = ['src/old.ts', plan, 'src/young.ts', './src/young.ts']
    const unchanged = ['src/still.ts', 'src/moved.ts', 'src/here.ts', 'README.md', 'src/never.ts']
    expect(changed.filter(path => changedSincePlan(path) !== true)).toEqual([])
    expect(unchanged.filter(path => changedSincePlan(path) !== false)).toEqual([])
    add(root, {'plans/new.md': '# Plan: New\n'})
    expect(workspaceAt(root, 'plans/new.md').changedSincePlan('src/old.ts')).toBe(false)
  })

  test('that is a plan is new until anything but documents is committed', () => {
    const root = grown('src/old.ts', plan, 'docs/more.md')
    add(root, {'plans/new.md': '# Plan: New\n'})
    expect([plan, 'plans/new.md', 'src/old.ts', 'README.md'].map(workspaceAt(root).isNew)).toEqual([
      true,
      true,
      false,
      false,
    ])
    add(root, {'src/old.ts': 'changed\n'})
    git(root, 'add', 'src')
    git(root, 'commit', '--quiet', '-m', 'Work')
    expect([plan, 'plans/new.md'].map(workspaceAt(root).isNew)).toEqual([false, true])
    expect(workspaceAt(project({[plan]: ''})).isNew(plan)).toBe(true)
  })

  test('was longer once by what was taken from it', () => {
    const root = grown('src/kept.ts')
    for (const length of [9, 12, 4, 6]) {
      add(root, {'src/a.ts': 'line\n'.repeat(length)})
      git(root, 'add', '--all')
      git(root, 'commit', '--quiet', '-m', `${length} lines`)
    }
    const {shrunkBy} = workspaceAt(root)
    expect(['src/a.ts', 'src/kept.ts', 'src/never.ts'].map(shrunkBy)).toEqual([6, 0, 0])
  })

  test('of a history that is cut off may have been another before', () => {
    const root = grown('src/old.ts', plan)
    const copy = join(project(), 'copy')
    git(root, 'clone', '--quiet', '--depth=1', `file://${root}`, copy)
    const cut = workspaceAt(copy, plan)
    expect([cut.wasThere('src/gone.ts'), cut.changedSincePlan('src/old.ts'), cut.shrunkBy('src/old.ts')]).toEqual([
      null,
      null,
      null,
    ])
    expect(cut.isNew(plan)).toBe(false)
  })

  test('is known of in a clone without what its files held', () => {
    const root = grown('src/gone.ts', plan)
    git(root, 'config', 'uploadpack.allowFilter', 'true')
    rmSync(join(root, 'src/gone.ts'))
    add(root, {'src/here.ts': 'another\n'})
    git(root, 'add', '--all')
    git(root, 'commit', '--quiet', '-m', 'Clear up')
    const copy = join(project(), 'copy')
    git(root, 'clone', '--quiet', '--filter=blob:none', `file://${root}`, copy)
    const {wasThere, wasBeforePlan} = workspaceAt(copy, plan)
    expect([wasThere('src/gone.ts'), wasThere('src/never.ts'), wasBeforePlan('README.md')]).toEqual([true, false, true])
  })

  test('of the first commit like the plan, and one without git, may be of any age', () => {
    const root = gitRepository({[plan]: '# Plan: All\n', 'src/a.ts': source})
    expect(workspaceAt(root, plan).wasBeforePlan('src/a.ts')).toBeNull()
    expect(workspaceAt(project({[plan]: '', 'src/a.ts': source}), plan).wasBeforePlan('src/a.ts')).toBeNull()
  })
})
