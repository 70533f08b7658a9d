import {readFileSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {beforeAll, describe, expect, test, vi} from 'vitest'
import {LintPool} from '../../cli/ahead/pool.ts'
import {buildIfStale} from '../built.ts'
import {git, gitRepository} from '../repository/repositories.ts'
import {add, project, run} from './world.ts'

const plan = (place: string) => `<!-- plan-lint preset: plan -->\n# Retries\n\nThe queue drops them: \`${place}\`.\n`
const source = 'a\nb\nc\n'
const compact = ['-f', 'compact']
const told = (path: string, column: number, message: string) =>
  `${path}:4:${column}: warning ${message} [code-references]\n`
const beyond = (path: string, line: number) =>
  told(path, 33, `src/a.ts ends with line 3, before line ${line}; look the place up again`)

/** A repository with a commit of `others`, and plans that are in none yet. */
function repositoryWithPlans(plans: Record<string, string>, others: Record<string, string>): string {
  const root = gitRepository(others)
  add(root, plans)
  return root
}

describe('a plan is held against', () => {
  test('the git repository around it, from wherever it is linted', async () => {
    const root = repositoryWithPlans({'docs/plans/a.md': plan('src/a.ts:9')}, {'src/a.ts': source})
    expect(await run(root, [...compact, 'docs/plans/a.md'])).toEqual({
      code: 0,
      stdout: beyond('docs/plans/a.md', 9),
      stderr: '',
    })
    expect((await run(join(root, 'docs'), [...compact, 'plans/a.md'])).stdout).toBe(beyond('plans/a.md', 9))
  })

  test('its history, which tells whether it was carried out', async () => {
    const root = repositoryWithPlans({'plans/a.md': plan('src/a.ts:9')}, {'src/a.ts': source.repeat(4)})
    const commit = () => git(root, 'commit', '--quiet', '--all', '-m', 'Go on')
    const stdout = async () => (await run(root, [...compact, 'plans/a.md'])).stdout
    add(root, {'src/a.ts': source})
    expect(await stdout()).toBe(beyond('plans/a.md', 9))
    git(root, 'add', 'plans')
    git(root, 'commit', '--quiet', '-m', 'Plan')
    expect(await stdout()).toBe(beyond('plans/a.md', 9))
    commit()
    expect(await stdout()).toBe('')
    add(root, {'plans/a.md': plan('src/a.ts:99')})
    expect(await stdout()).toBe('')
  })

  test('the innermost of two', async () => {
    const root = gitRepository({'src/a.ts': source, 'part/plans/a.md': plan('src/a.ts:9')})
    git(join(root, 'part'), 'init', '--quiet')
    add(root, {'part/src/a.ts': 'x\n'.repeat(20)})
    expect((await run(root, [...compact, 'part/plans/a.md'])).stdout).toBe('')
  })

  test('the project that a configuration makes it, without git', async () => {
    const files = {'plans/a.md': plan('src/a.ts:9'), 'src/a.ts': source}
    expect((await run(project(files), compact)).stdout).toBe('')
    const root = project({...files, 'plan-lint.config.json': '{}'})
    expect((await run(root, compact)).stdout).toBe(beyond('plans/a.md', 9))
    expect((await run(root, [...compact, '--no-config'])).stdout).toBe('')
  })

  test('none where it lies outside of that project', async () => {
    const folder = project({'work/plan-lint.config.json': '{}', 'work/src/a.ts': source, 'a.md': plan('src/a.ts:9')})
    expect((await run(join(folder, 'work'), [...compact, '../a.md'])).stdout).toBe('')
  })

  test('the repository of the file that a text on standard input is said to be of', async () => {
    const root = gitRepository({'src/a.ts': source})
    const stdin = plan('src/a.ts:9')
    const named = await run(root, [...compact, '--stdin', '--stdin-filename', 'plans/new.md'], {stdin})
    expect(named.stdout).toBe(beyond('plans/new.md', 9))
    expect((await run(root, [...compact, '--stdin'], {stdin})).stdout).toBe('')
  })

  test('nothing where the rule is off', async () => {
    const root = gitRepository({'plans/a.md': plan('src/a.ts:9'), 'src/a.ts': source})
    expect((await run(root, [...compact, '--rule', 'code-references:off'])).stdout).toBe('')
  })
})

test('the hook of an agent holds the plan against its repository, too', async () => {
  const config = '{"rules": {"code-references": "error"}}'
  const root = repositoryWithPlans(
    {'plans/a.md': plan('src/a.ts:9')},
    {'src/a.ts': source, 'plan-lint.config.json': config},
  )
  const stdin = JSON.stringify({cwd: root, tool_input: {file_path: join(root, 'plans/a.md')}})
  const {code, stderr} = await run(root, ['hook'], {stdin})
  expect(code).toBe(2)
  expect(stderr).toContain('ends with line 3, before line 9')
})

test('--fix-suggestions names the file that is meant', async () => {
  const root = gitRepository({'plans/a.md': plan('src/stroe.ts:2'), 'src/store.ts': source})
  expect((await run(root, ['--fix-suggestions', '-q'])).code).toBe(0)
  expect(readFileSync(join(root, 'plans/a.md'), 'utf8')).toBe(plan('src/store.ts:2'))
})

describe('--stats', () => {
  const silent = (plans: string) => `No repository is around ${plans}; rules about it are silent on them.`

  test('tells of plans that no repository is around', async () => {
    const root = project({'plans/a.md': plan('src/a.ts:9'), 'plans/b/.git/HEAD': '', 'plans/b/a.md': plan('a.ts:1')})
    expect((await run(root, ['--stats', 'plans/a.md'])).stderr).toContain(silent('the plans'))
    expect((await run(root, ['--stats'])).stderr).toContain(silent('1 of 2 plans'))
    expect((await run(root, ['--stats', 'plans/b'])).stderr).not.toContain('No repository')
  })
})

describe('a run with --cache', () => {
  const cached = (root: string) => run(root, ['--cache', ...compact])

  test('tells what the repository has become, as often as it changes', async () => {
    const root = repositoryWithPlans(
      {'plans/a.md': plan('src/a.ts:4'), 'plans/b.md': plan('src/b.ts:1')},
      {'src/a.ts': source},
    )
    const missing = told('plans/b.md', 24, 'there is no file src/b.ts; name the one that is meant')
    const stdout = async () => (await cached(root)).stdout
    expect(await stdout()).toBe(missing)
    expect(await stdout()).toBe(missing)
    add(root, {'src/b.ts': ''})
    expect(await stdout()).toBe('')
    add(root, {'src/a.ts': 'a\n'})
    const shorter = told('plans/a.md', 33, 'src/a.ts ends with line 1, before line 4; look the place up again')
    expect(await stdout()).toBe(shorter)
    add(root, {'src/a.ts': source})
    expect(await stdout()).toBe('')
    rmSync(join(root, 'src/b.ts'))
    expect(await stdout()).toBe(missing)
    renameSync(join(root, '.git'), join(root, 'none'))
    expect(await stdout()).toBe('')
  })

  test('takes over what still holds', async () => {
    const root = gitRepository({'plans/a.md': plan('src/a.ts:9'), 'plans/b.md': plan('x.ts:1'), 'src/a.ts': source})
    await cached(root)
    add(root, {'src/other.ts': ''})
    const {stderr} = await run(root, ['--cache', '--stats', ...compact])
    expect(stderr).toContain('2 known from before')
  })
})

describe('workers', () => {
  beforeAll(buildIfStale, 180_000)

  test('hold plans against the repository as well, and note what they asked of it', async () => {
    const plans = Array.from({length: 150}, (_, index) => [`plans/${index}.md`, plan(`src/a.ts:${index}`)])
    const root = repositoryWithPlans(Object.fromEntries(plans), {'src/a.ts': source})
    const built = pathToFileURL(join(import.meta.dirname, '../../dist/bin/lint-worker.js'))
    const lintWorkers = {module: built, count: 1}
    const alone = await run(root, compact)
    expect(alone.stdout.split('\n')).toHaveLength(146)
    const lint = vi.spyOn(LintPool.prototype, 'lint')
    expect(await run(root, [...compact, '--cache'], {lintWorkers})).toEqual(alone)
    expect(lint).toHaveBeenCalled()
    lint.mockClear()
    expect(await run(root, [...compact, '--cache'], {lintWorkers})).toEqual(alone)
    expect(lint).not.toHaveBeenCalled()
    add(root, {'src/a.ts': 'a\n'.repeat(200)})
    expect((await run(root, [...compact, '--cache'], {lintWorkers})).stdout).toBe('')
  })
})
