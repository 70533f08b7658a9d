import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, realpathSync} from 'node:fs'
import {join} from 'node:path'
import {globSync} from 'tinyglobby'
import {beforeAll, describe, expect, test} from 'vitest'
import {buildIfStale} from '../built.ts'
import {project} from '../cli/world.ts'

const root = join(import.meta.dirname, '../..')
const sources = '{cli,config,core,hosts,presets,repository,rules}/**/*.ts'

function filesWith(pattern: RegExp, ...globs: string[]): string[] {
  return globSync(globs, {cwd: root})
    .filter(file => pattern.test(readFileSync(join(root, file), 'utf8')))
    .sort()
}

function moduleNames(...names: string[]): RegExp {
  return new RegExp(
    `(?:from|import\\(|require\\(|getBuiltinModule\\()\\s*['"](?:node:)?(?:${names.join('|')})(?:/\\w+)?['"]`,
  )
}

test('programs are started by git for what has changed and what there is, for worktrees, and by doctor to try hosts, and nowhere else', () => {
  expect(filesWith(moduleNames('child_process', 'cluster'), sources)).toEqual([
    'cli/changed.ts',
    'cli/doctor/child.ts',
    'cli/doctor/plan-server.ts',
    'cli/watch/history.ts',
    'cli/worktrees/git.ts',
    'repository/git.ts',
  ])
})

test('text becomes code nowhere', () => {
  expect(filesWith(moduleNames('worker_threads'), sources), 'threads of what else than of the package').toEqual([
    'cli/ahead/pool.ts',
    'cli/bin/lint-worker.ts',
  ])
  expect(filesWith(moduleNames('vm'), sources), 'to run what else than the program of the package').toEqual([
    'cli/program/compiled-code.ts',
    'cli/program/load-program.ts',
  ])
  expect(filesWith(moduleNames('inspector', 'repl'), sources)).toEqual([])
  expect(filesWith(/\beval\(|\bnew Function\b|\bsetTimeout\(['"`]/, sources)).toEqual([])
})

describe('no connection is opened', () => {
  const network = moduleNames('http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns')

  test('by the sources', () => {
    expect(filesWith(network, sources)).toEqual([])
    expect(filesWith(/(?<![\w.'"])(?:fetch|WebSocket|EventSource|XMLHttpRequest)\(/, sources)).toEqual([])
  })

  test('by what is bundled with them, but for the language server, which could listen where an editor asks it to', async () => {
    await buildIfStale()
    for (const file of filesWith(network, 'dist/**/*.js')) {
      expect(readFileSync(join(root, file), 'utf8'), file).toContain('createServerPipeTransport')
    }
  }, 180_000)
})

/** The option that takes all rights from a process that are not given back. */
const permission = ['--permission', '--experimental-permission'].find(option =>
  process.allowedNodeEnvironmentFlags.has(option),
)

describe.skipIf(permission === undefined)('a run that may read the project and plan-lint, and nothing else', () => {
  beforeAll(buildIfStale, 180_000)

  // What a plan says to run, and paths that it names, by every form that rules read.
  const plan = `<!-- plan-lint preset: phased -->
# [Feature Name] Implementation Plan

![picture](file:///etc/passwd) [link](../../../../etc/passwd) <https://example.org/>

## Phase 1: Begin

### Changes Required

#### 1. Passwords

**File**: \`/etc/passwd\`

\`\`\`sh
touch ran
\`\`\`

### Success Criteria

#### Automated Verification

- [ ] It runs: \`touch ran\`
- [ ] \`$(touch ran)\` and \`!touch ran\`
`

  function planLint(cwd: string, ...argv: string[]) {
    const allowed = [cwd, root, realpathSync(join(root, 'node_modules'))].map(folder => `--allow-fs-read=${folder}/*`)
    const bin = join(root, 'dist/bin/plan-lint.js')
    return spawnSync(process.execPath, [permission ?? '', '--no-warnings', ...allowed, bin, ...argv], {
      cwd,
      encoding: 'utf8',
      env: {...process.env, NODE_OPTIONS: '', NODE_DISABLE_COMPILE_CACHE: '1'},
    })
  }

  test.each([
    [['--no-config']],
    [['--no-config', '-f', 'json', 'plans/a.md', '.']],
    [['which', '--no-config', 'plans/a.md']],
    [['inspect', '--no-config', 'plans/a.md']],
    [['stages', '--no-config', 'plans/a.md']],
    [['suppressions', '--no-config']],
    [['explain', 'no-placeholders']],
  ])('comes to its end, and leaves nothing behind: %j', argv => {
    const cwd = realpathSync(project({'plans/a.md': plan, '.git/HEAD': ''}))
    const {status, stdout, stderr} = planLint(cwd, ...argv)
    expect({status, stderr}).toEqual({status: argv[0]?.startsWith('-') ? 1 : 0, stderr: ''})
    expect(stdout).not.toBe('')
    expect(globSync('**/*', {cwd, dot: true}).sort()).toEqual(['.git/HEAD', 'plans/a.md'])
    expect(existsSync(join(cwd, 'ran'))).toBe(false)
  })

  test('could not do more', () => {
    const cwd = realpathSync(project({'plans/a.md': plan, '.git/HEAD': ''}))
    const {status, stderr} = planLint(cwd, '--no-config', '/etc/passwd')
    expect(status).toBe(2)
    expect(stderr).toContain('/etc/passwd: cannot be read')
  })
})
