import {execFileSync} from 'node:child_process'
import {mkdirSync, rmSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {withSeverities} from '../../cli/severities.ts'
import {partOf} from '../../cli/shard.ts'
import {add, project, run} from './world.ts'

const plan = (owner: string) =>
  `<!-- plan-lint preset: plan -->\n# Retries\n\nThe [NAME] retries.\n\nThe ${owner} waits.\n`

function git(root: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'init.defaultBranch=main']
  execFileSync('git', [...identity, ...args], {cwd: root, stdio: 'pipe'})
}

/** A repository whose first commit holds two plans with a finding each. */
function repository(): string {
  const root = project({'plans/a.md': plan('queue'), 'plans/bä.md': plan('queue'), 'src/c.ts': ''})
  git(root, 'init')
  git(root, 'add', '.')
  git(root, 'commit', '-m', 'Begin')
  return root
}

async function seen(root: string, ...argv: string[]): Promise<unknown> {
  const {code, stdout, stderr} = await run(root, [...argv, '--format', 'json'])
  if (stdout === '') return {code, stderr}
  const files: {path: string; findings: {line: number}[]}[] = JSON.parse(stdout).files
  if (files.length === 0) return {code, stderr}
  return files.map(({path, findings}) => `${path}: ${findings.map(({line}) => line).join(' ')}`)
}

describe('--changed', () => {
  test('takes what is changed, staged or new', async () => {
    const root = repository()
    add(root, {'plans/bä.md': plan('[NAME]'), 'plans/new.md': plan('queue'), 'src/c.ts': 'c'})
    expect(await seen(root, '--changed')).toEqual(['plans/bä.md: 4 6', 'plans/new.md: 4'])
    git(root, 'add', '.')
    expect(await seen(root, '--changed')).toEqual(['plans/bä.md: 4 6', 'plans/new.md: 4'])
  })

  test('with --changed-lines leaves out the findings that were there before', async () => {
    const root = repository()
    add(root, {'plans/bä.md': plan('[NAME]'), 'plans/new.md': plan('queue')})
    expect(await seen(root, '--changed', '--changed-lines')).toEqual(['plans/bä.md: 6', 'plans/new.md: 4'])
  })

  test('is clean, and says why, where no plan has changed', async () => {
    const root = repository()
    add(root, {'src/c.ts': 'c'})
    expect(await seen(root, '--changed')).toEqual({code: 0, stderr: 'plan-lint: no plan has changed\n'})
  })

  test('takes everything before the first commit', async () => {
    const root = project({'plans/a.md': plan('queue')})
    git(root, 'init')
    git(root, 'add', '.')
    expect(await seen(root, '--changed')).toEqual(['plans/a.md: 4'])
  })

  test('works below the root of the repository, and behind a link', async () => {
    const root = repository()
    add(root, {'plans/a.md': plan('[NAME]')})
    const link = join(project(), 'link')
    symlinkSync(root, link)
    expect(await seen(join(link, 'plans'), '--changed', '.')).toEqual(['a.md: 4 6'])
  })

  test('with a ref behind it is told how to write that', async () => {
    expect(await seen(repository(), '--changed', 'main')).toEqual({
      code: 2,
      stderr: 'plan-lint: main: no such file or folder; for what has changed since that ref write --changed=main\n',
    })
    expect(await seen(repository(), '--changed', 'none.md')).toMatchObject({
      code: 2,
      stderr: 'plan-lint: none.md: no such file or folder; check the path\n',
    })
  })

  test('outside of a repository is a problem', async () => {
    const answer = await seen(project({'plans/a.md': plan('queue')}), '--changed')
    expect(answer).toEqual({
      code: 2,
      stderr: 'plan-lint: what has changed is told by git; this is no git repository\n',
    })
  })
})

describe('--since', () => {
  test('takes what the branch changed, committed or not, and not what happened on the other', async () => {
    const root = repository()
    git(root, 'switch', '-c', 'work')
    add(root, {'plans/new.md': plan('queue')})
    git(root, 'add', '.')
    git(root, 'commit', '-m', 'Add a plan')
    git(root, 'switch', 'main')
    add(root, {'plans/a.md': plan('[NAME]')})
    git(root, 'commit', '-am', 'Go on')
    git(root, 'switch', 'work')
    expect(await seen(root, '--since', 'main')).toEqual(['plans/new.md: 4'])
    expect(await seen(root, '--changed=main')).toEqual(['plans/new.md: 4'])
  })

  test.each(['nowhere', '--output=x', ''])('of a revision that does not exist (%j) is a problem', async revision => {
    const answer = await seen(repository(), `--since=${revision}`)
    expect(answer).toMatchObject({code: 2})
  })
})

test('--changed-lines alone, or with --fix, is a problem', async () => {
  const root = repository()
  expect(await seen(root, '--changed-lines')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('add one of them'),
  })
  expect(await seen(root, '--changed', '--changed-lines', '--fix')).toMatchObject({code: 2})
})

test('a deleted plan is not looked for', async () => {
  const root = repository()
  rmSync(join(root, 'plans/a.md'))
  mkdirSync(join(root, 'plans/a.md'))
  add(root, {'plans/bä.md': plan('worker')})
  expect(await seen(root, '--changed')).toEqual(['plans/bä.md: 4'])
})

describe('--shard', () => {
  test('every file falls to one part', () => {
    const files = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const parts = [1, 2, 3].map(index => partOf(files, {index, count: 3}))
    expect(parts.flat().sort()).toEqual(files)
    expect(parts.map(part => part.length)).toEqual([3, 2, 2])
  })

  test('a part without files is clean', async () => {
    expect(await seen(repository(), '--shard', '3/3')).toEqual({
      code: 0,
      stderr: 'plan-lint: no file falls to this shard\n',
    })
  })

  test.each(['0/3', '4/3', '1', 'a/b', '1/0'])('%s is a problem', async shard => {
    expect(await seen(repository(), '--shard', shard)).toMatchObject({code: 2})
  })
})

describe('what fails a run', () => {
  const code = async (...argv: string[]) => (await run(project({'a.md': plan('queue')}), ['a.md', ...argv])).code

  test('--rule sets the severity of a rule', async () => {
    expect(await code()).toBe(1)
    expect(await code('--rule', 'no-placeholders:warning')).toBe(0)
    expect(await code('--rule', 'no-placeholders:off')).toBe(0)
    expect(await code('--rule', 'no-placeholders:off', '--rule', 'no-placeholders:error')).toBe(1)
  })

  test('--rule keeps the options of the configuration', () => {
    const settings = {'struct-tags': ['error', {tags: ['json']}] as const}
    expect(withSeverities(settings, {'struct-tags': 'info'})).toEqual({'struct-tags': ['info', {tags: ['json']}]})
    expect(withSeverities(settings, {'struct-tags': 'off'})).toEqual({'struct-tags': 'off'})
  })

  test('--fail-on', async () => {
    const warning = ['--rule', 'no-placeholders:warning']
    expect(await code(...warning, '--fail-on', 'warning')).toBe(1)
    expect(await code(...warning, '--fail-on', 'error')).toBe(0)
  })

  test('--max-warnings', async () => {
    const warning = ['--rule', 'no-placeholders:warning']
    expect(await code(...warning, '--max-warnings', '1')).toBe(0)
    expect(await code(...warning, '--max-warnings', '0')).toBe(1)
  })

  test('more than --max-warnings are told where no report tells of them', async () => {
    const argv = ['a.md', '--quiet', '--rule', 'no-placeholders:warning', '--max-warnings', '0']
    expect(await run(project({'a.md': plan('[NAME]')}), argv)).toEqual({
      code: 1,
      stdout: '✔ no errors in 1 file (2 less grave not shown)\n',
      stderr: 'plan-lint: 2 warnings, and --max-warnings allows 0\n',
    })
  })

  test.each([
    [['--rule', 'no-placeholders'], '--rule is "no-placeholders"; write it as --rule no-placeholders:warning'],
    [['--rule', 'no-placeholder:off'], 'unknown rule "no-placeholder"; did you mean "no-placeholders"?'],
    [['--rule', 'no-placeholders:eror'], 'unknown severity "eror"; did you mean "error"?'],
    [['--fail-on', 'warnings'], 'unknown severity "warnings"; did you mean "warning"?'],
    [['--max-warnings', 'many'], '--max-warnings is "many"; it needs a number'],
  ])('%j is a problem', async (argv, message) => {
    expect(await run(project({'a.md': plan('queue')}), ['a.md', ...argv])).toEqual({
      code: 2,
      stdout: '',
      stderr: `plan-lint: ${message}\n`,
    })
  })
})
