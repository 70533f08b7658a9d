import {mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {project, run} from './world.ts'

const text = '# A\n\nText.\n'

function texts(...paths: string[]): Record<string, string> {
  return Object.fromEntries(paths.map(path => [path, text]))
}

/** Paths that a run in `cwd` reads, in order. */
async function filesRead(cwd: string, ...paths: string[]): Promise<string[]> {
  const {stdout, stderr} = await run(cwd, ['--format', 'json', ...paths])
  expect(stderr).toBe('')
  return JSON.parse(stdout).files.map((file: {path: string}) => file.path)
}

describe('without paths', () => {
  const places = texts(
    '.claude/plans/a.md',
    'PLAN.md',
    'docs/plans/deep/a.md',
    'implementation-plan.md',
    'plans/a.md',
    'specs/001-x/plan.md',
    'specs/001-x/tasks.md',
    'thoughts/shared/plans/a.md',
  )
  const others = texts('README.md', 'docs/guide.md', 'specs/001-x/spec.md', 'node_modules/p/plans/a.md')

  test('the places where people keep plans are read, nothing else', async () => {
    expect(await filesRead(project({...places, ...others}))).toEqual(Object.keys(places))
  })

  test('the report says where plans were found', async () => {
    const {code, stdout} = await run(project(texts('plans/a.md', 'plans/b.md', 'PLAN.md')), [])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^3 plans in plans\/, PLAN\.md\n/)
  })

  test('nothing found is an error that says what to do', async () => {
    const {code, stdout, stderr} = await run(project(others), [])
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toMatch(
      /^plan-lint: no plans in plans\/, docs\/plans\/, .*PLAN\.md; name files, folders or globs.*\n$/,
    )
  })
})

describe('paths', () => {
  test('a file is read whatever it is called and whoever ignores it', async () => {
    const root = project({...texts('notes.txt', 'secret/a.md'), '.gitignore': 'secret\n'})
    expect(await filesRead(root, 'notes.txt', 'secret/a.md')).toEqual(['notes.txt', 'secret/a.md'])
  })

  test('a folder stands for all Markdown in it, dot folders included', async () => {
    const root = project(texts('d/a.md', 'd/b/c.markdown', 'd/.claude/e.md', 'd/f.MD', 'd/g.txt', 'h.md'))
    expect(await filesRead(root, 'd')).toEqual(['d/.claude/e.md', 'd/a.md', 'd/b/c.markdown', 'd/f.MD'])
  })

  test('a folder outside the working folder, and the working folder itself', async () => {
    const root = project(texts('a/x.md', 'b/y.md'))
    expect(await filesRead(join(root, 'a'), '../b', '.')).toEqual(['../b/y.md', 'x.md'])
  })

  test('a glob matches Markdown files only', async () => {
    const root = project(texts('p/a.md', 'p/b.txt', 'p/q/c.md', 'r/d.md'))
    expect(await filesRead(root, 'p/**')).toEqual(['p/a.md', 'p/q/c.md'])
    expect(await filesRead(root, '{p,r}/*.md')).toEqual(['p/a.md', 'r/d.md'])
    expect(await filesRead(join(root, 'r'), '../p/*')).toEqual(['../p/a.md'])
  })

  test('a file whose name looks like a glob is that file', async () => {
    const root = project(texts('[draft] {a}.md', 'd.md'))
    expect(await filesRead(root, '[draft] {a}.md')).toEqual(['[draft] {a}.md'])
  })

  test('a file named by several paths is read once, and files come in order', async () => {
    const root = project(texts('b.md', 'a.md', 'c/d.md'))
    expect(await filesRead(root, 'c', './b.md', 'b.md', '*.md', 'c/../a.md')).toEqual(['a.md', 'b.md', 'c/d.md'])
  })
})

describe('.gitignore', () => {
  test('counts at every level, the innermost deciding', async () => {
    const root = project({
      ...texts('plans/keep.md', 'plans/draft.md', 'plans/old/a.md', 'plans/old/draft.md', 'plans/out/a.md'),
      '.gitignore': 'draft.md\nout/\n',
      'plans/old/.gitignore': '!draft.md\n',
    })
    mkdirSync(join(root, '.git'))
    expect(await filesRead(root, 'plans')).toEqual(['plans/keep.md', 'plans/old/a.md', 'plans/old/draft.md'])
  })

  test('counts from the root of the repository, where the run starts deeper', async () => {
    const root = project({...texts('p/plans/a.md', 'p/plans/b.md'), '.gitignore': '/p/plans/b.md\n'})
    mkdirSync(join(root, '.git'))
    expect(await filesRead(join(root, 'p'))).toEqual(['plans/a.md'])
  })

  test('of a folder above the repository does not count', async () => {
    const root = project({...texts('repo/plans/a.md'), '.gitignore': '*.md\n'})
    mkdirSync(join(root, 'repo/.git'))
    expect(await filesRead(join(root, 'repo'))).toEqual(['plans/a.md'])
  })

  test('does not hide a folder that was asked for, but what it ignores inside', async () => {
    const root = project({...texts('build/a.md', 'build/b.md'), '.gitignore': 'build/\n', 'build/.gitignore': 'b.md\n'})
    mkdirSync(join(root, '.git'))
    expect(await filesRead(root, 'build')).toEqual(['build/a.md'])
    expect((await run(root, ['**/*.md'])).code).toBe(2)
  })

  test('that is a folder says nothing', async () => {
    expect(await filesRead(project(texts('plans/a.md', '.gitignore/a.txt')))).toEqual(['plans/a.md'])
  })

  test('node_modules and .git are never entered', async () => {
    expect(await filesRead(project(texts('a.md', 'node_modules/a/b.md', '.git/c.md')), '.')).toEqual(['a.md'])
  })
})

test('links to files are read, links to folders and to nowhere are not', async () => {
  const root = project(texts('real/a.md', 'd/b.md'))
  symlinkSync(join(root, 'real/a.md'), join(root, 'd/link.md'))
  symlinkSync(join(root, 'd'), join(root, 'd/loop'))
  symlinkSync(join(root, 'nowhere'), join(root, 'd/.#lock.md'))
  expect(await filesRead(root, 'd')).toEqual(['d/b.md', 'd/link.md'])
})

describe('what cannot be had is one line on stderr, exit code 2', () => {
  test.each([
    ['missing.md', 'missing.md: no such file or folder; check the path'],
    ['', '"": no such file or folder; check the path'],
    ['a.md/b.md', 'a.md/b.md: no such file or folder; check the path'],
    ['empty', 'empty: no Markdown file in this folder; name one that holds plans'],
    ['x/*.md', 'x/*.md: no Markdown file matches; check the glob, and whether a .gitignore leaves the files out'],
    ['round.md', 'round.md: cannot be read: its symbolic links go round in a circle'],
  ])('%s', async (path, message) => {
    const root = project({...texts('a.md'), 'empty/image.png': ''})
    symlinkSync('round.md', join(root, 'round.md'))
    expect(await run(root, [path])).toEqual({code: 2, stdout: '', stderr: `plan-lint: ${message}\n`})
  })

  test('the rest is linted all the same', async () => {
    const {code, stdout, stderr} = await run(project(texts('a.md')), ['missing.md', 'a.md', '--format', 'json'])
    expect(code).toBe(2)
    expect(stderr).toBe('plan-lint: missing.md: no such file or folder; check the path\n')
    expect(JSON.parse(stdout).summary.files).toBe(1)
  })
})
