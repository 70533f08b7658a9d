import {spawnSync} from 'node:child_process'
import {mkdirSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {buildIfStale} from '../built.ts'
import {runIn} from '../docs/pages.ts'
import {add, project, run} from './world.ts'

const root = join(import.meta.dirname, '../..')
const faulty = readFileSync(join(root, 'fixtures/phased/faulty.md'), 'utf8')
/** Nothing is wrong with it, as long as it is not taken for another kind of plan. */
const other = readFileSync(join(root, 'fixtures/humanlayer/clean.md'), 'utf8')
const manifest = {'package.json': '{"devDependencies": {"plan-lint": "*"}}\n', 'package-lock.json': '{}'}

/** A project in which the built package is installed, set up by `init` with `options`. */
async function setUp(files: Record<string, string>, ...options: string[]): Promise<string> {
  const cwd = project({'plans/faulty.md': faulty, 'plans/other.md': other, ...files})
  mkdirSync(join(cwd, 'node_modules/.bin'), {recursive: true})
  symlinkSync(root, join(cwd, 'node_modules/plan-lint'), 'dir')
  symlinkSync('../plan-lint/dist/bin/plan-lint.js', join(cwd, 'node_modules/.bin/plan-lint'))
  const outcome = await run(cwd, ['init', ...options])
  expect(outcome).toMatchObject({code: 0, stderr: ''})
  return cwd
}

/** Runs a line as a shell does in which npm's programs are found; what npm says of this run of the tests is no part of it. */
function shell(cwd: string, line: string, {input = '', env = {}}: {input?: string; env?: Record<string, string>} = {}) {
  const others = Object.entries(process.env).filter(([name]) => !/^(?:npm_|NO_COLOR$|FORCE_COLOR$|GITHUB_)/i.test(name))
  return spawnSync('sh', ['-e', '-c', line], {
    cwd,
    input,
    encoding: 'utf8',
    env: {...Object.fromEntries(others), ...env},
  })
}

beforeAll(buildIfStale, 120_000)

describe('markdownlint-cli2 with what is written beside', () => {
  const own: [string, Record<string, string>][] = [
    ['nothing', {}],
    ['its options', {'.markdownlint-cli2.jsonc': '{\n  // ours\n  "config": {"MD013": false}\n}\n'}],
    ['its options in YAML', {'.markdownlint-cli2.yaml': 'config:\n  MD013: false\n'}],
    ['its options in package.json', {'package.json': '{"markdownlint-cli2": {"config": {"MD013": false}}}'}],
    ['a configuration', {'.markdownlint.json': '{"MD013": false}'}],
    ['a configuration in YAML', {'.markdownlint.yaml': 'MD013: false\n'}],
    ['a configuration with all rules off', {'.markdownlint.jsonc': '{"default": false}'}],
    ['options with all rules off', {'.markdownlint-cli2.jsonc': '{"config": {"default": false}}'}],
  ]

  test.each(own)('%s shows the findings', async (_, files) => {
    const cwd = await setUp({...manifest, ...files}, '--markdownlint')
    const {stderr} = runIn(cwd, 'npx markdownlint-cli2 plans/faulty.md plans/other.md')
    expect(stderr).toMatch(/^plans\/faulty\.md:\S+ error plan-required-sections /m)
    expect(stderr).not.toMatch(/^plans\/other\.md:\S+ error plan-/m)
  })

  test.each(own)('%s shows those of a preset', async (_, files) => {
    const cwd = await setUp({...manifest, ...files}, '--markdownlint', '--preset', 'phased')
    const {stderr} = runIn(cwd, 'npx markdownlint-cli2 plans/other.md')
    expect(stderr).toMatch(/^plans\/other\.md:\S+ error plan-required-sections /m)
  })
})

describe('remark with what is written beside', () => {
  const own: [string, Record<string, string>][] = [
    ['nothing', {}],
    ['a configuration', {'.remarkrc': '{"settings": {"bullet": "-"}}'}],
    ['a list of plugins', {'.remarkrc.json': '{"plugins": ["remark-gfm"]}'}],
    ['an object of plugins', {'.remarkrc.json': '{\n  "plugins": {\n    "remark-gfm": null\n  }\n}'}],
    ['a configuration in YAML', {'.remarkrc.yml': 'plugins:\n  - remark-gfm\n'}],
    ['a configuration in package.json', {'package.json': '{"remarkConfig": {}}'}],
  ]
  const link = (cwd: string) => {
    symlinkSync(join(root, 'node_modules/remark-gfm'), join(cwd, 'node_modules/remark-gfm'), 'dir')
    return cwd
  }

  test.each(own)('%s shows the findings', async (_, files) => {
    const cwd = link(await setUp({...manifest, ...files}, '--remark'))
    const {stderr} = runIn(cwd, 'npx remark --quiet --no-color plans/faulty.md plans/other.md')
    expect(stderr).toMatch(/ plan-required-sections +remark-lint$/m)
    expect(stderr).not.toContain('other.md')
  })

  test.each(own.slice(2, 4))('%s shows those of a preset', async (_, files) => {
    const cwd = link(await setUp({...manifest, ...files}, '--remark', '--preset', 'phased'))
    const {stderr} = runIn(cwd, 'npx remark --quiet --no-color plans/other.md')
    expect(stderr).toMatch(/ plan-required-sections +remark-lint$/m)
  })
})

describe('Claude Code', () => {
  test('gets a hook in the form of its settings, which answers an event', async () => {
    const cwd = await setUp(manifest, '--agent')
    const settings = JSON.parse(readFileSync(join(cwd, '.claude/settings.json'), 'utf8'))
    expect(settings).toEqual({
      hooks: {
        PostToolUse: [{matcher: 'Edit|MultiEdit|Write', hooks: [{type: 'command', command: expect.any(String)}]}],
      },
    })
    const [{command}] = settings.hooks.PostToolUse[0].hooks
    const event = (path: string) =>
      JSON.stringify({hook_event_name: 'PostToolUse', cwd, tool_name: 'Edit', tool_input: {file_path: join(cwd, path)}})
    const told = shell(cwd, command, {input: event('plans/faulty.md')})
    expect(told).toMatchObject({status: 2, stdout: '', stderr: expect.stringContaining(' error required-sections: ')})
    expect(shell(cwd, command, {input: event('plans/other.md')}).status).toBe(0)
  })

  test('gets the hook that the docs show', async () => {
    const cwd = await setUp(manifest, '--agent')
    const page = readFileSync(join(root, 'docs/commands.md'), 'utf8')
    const block = /```json\n(\{\n {2}"hooks"[\s\S]*?)```/.exec(page)?.[1] ?? ''
    expect(JSON.parse(readFileSync(join(cwd, '.claude/settings.json'), 'utf8'))).toEqual(JSON.parse(block))
  })
})

describe.each([
  ['a project of npm', manifest, ['npm ci']],
  ['any other project', {}, []],
])('in %s', (_, files, install) => {
  test('the workflow for GitHub runs', async () => {
    const cwd = await setUp(files, '--ci', 'github')
    const workflow = parse(readFileSync(join(cwd, '.github/workflows/plan-lint.yml'), 'utf8'))
    expect(workflow).toMatchObject({
      on: {push: {branches: ['main', 'master']}, pull_request: null},
      permissions: {contents: 'read'},
      jobs: {'plan-lint': {'runs-on': 'ubuntu-latest'}},
    })
    const {steps} = workflow.jobs['plan-lint']
    expect(steps.slice(0, 2)).toEqual([
      {uses: 'actions/checkout@v7'},
      {uses: 'actions/setup-node@v7', with: {'node-version': 24}},
    ])
    const commands = steps.slice(2).map((step: {run: string}) => step.run)
    expect(commands.slice(0, -1)).toEqual(install)
    const summary = join(cwd, 'summary.md')
    add(cwd, {'summary.md': ''})
    const {status, stdout} = shell(cwd, commands.at(-1), {env: {GITHUB_STEP_SUMMARY: summary}})
    expect(status).toBe(1)
    expect(stdout).toMatch(/^::error file=plans\/faulty\.md,line=\d+/m)
    expect(readFileSync(summary, 'utf8')).toMatch(/^### plan-lint: \d+ errors/)
  })

  test('the job for GitLab runs', async () => {
    const cwd = await setUp(files, '--ci', 'gitlab')
    const job = parse(readFileSync(join(cwd, '.gitlab-ci.yml'), 'utf8'))['plan-lint']
    expect(job.script.slice(0, -1)).toEqual(install)
    const {status, stdout} = shell(cwd, job.script.at(-1))
    expect(status).toBe(1)
    expect(stdout).toContain('required-sections')
    const report = JSON.parse(readFileSync(join(cwd, job.artifacts.reports.codequality), 'utf8'))
    expect(report[0]).toMatchObject({severity: 'major', location: {path: 'plans/faulty.md'}})
  })
})

describe('a hook before commits', () => {
  const plans = [
    'plans/a.md',
    'docs/plans/deep/b.md',
    'thoughts/x/plans/c.md',
    'specs/1/tasks.md',
    'PLAN.md',
    '.claude/plans/d.md',
  ]
  const others = ['README.md', 'plans/README.md', 'plans/a.txt', 'specs/1/spec.md', 'sub/PLAN.md', 'thoughts/notes.md']

  test('of pre-commit is for plans only', async () => {
    const cwd = await setUp(manifest, '--pre-commit')
    const {repos} = parse(readFileSync(join(cwd, '.pre-commit-config.yaml'), 'utf8'))
    const [{hooks}] = repos
    expect(hooks).toMatchObject([{id: 'plan-lint', language: 'system', entry: 'npx --no -- plan-lint'}])
    const [files, exclude] = [new RegExp(hooks[0].files), new RegExp(hooks[0].exclude)]
    const passed = (path: string) => files.test(path) && !exclude.test(path)
    expect([...plans, ...others].filter(passed)).toEqual(plans)
  })

  test('of pre-commit brings plan-lint along where npm does not', async () => {
    const cwd = await setUp({}, '--pre-commit')
    const {repos} = parse(readFileSync(join(cwd, '.pre-commit-config.yaml'), 'utf8'))
    expect(repos[0].hooks[0]).toMatchObject({
      language: 'node',
      entry: 'plan-lint',
      additional_dependencies: [expect.stringMatching(/^plan-lint@\d/)],
    })
  })

  test.each([
    [
      'lefthook.yml',
      'pre-commit:\n  commands:\n    x:\n      run: x\n',
      ['pre-commit', 'commands', 'plan-lint'],
      '**.md',
    ],
    ['lefthook.yml', 'glob_matcher: doublestar\n', ['pre-commit', 'commands', 'plan-lint'], '**/*.md'],
    ['.lefthook.json', '{"pre-commit": {"jobs": [{"run": "x"}]}}', ['pre-commit', 'jobs', '1'], '**.md'],
  ])('of lefthook: %s %j', async (name, text, place, end) => {
    const cwd = await setUp({...manifest, [name]: text}, '--pre-commit')
    const command = place.reduce((inner, key) => inner[key], parse(readFileSync(join(cwd, name), 'utf8')))
    expect(command).toMatchObject({
      glob: expect.stringContaining(`{plans/${end},docs/plans/${end},`),
      exclude: [end.includes('/') ? '**/README.md' : '**README.md'],
      run: 'npx --no -- plan-lint {staged_files}',
    })
  })

  test('of husky lints the plans that are staged', async () => {
    const cwd = await setUp({...manifest, '.husky/_/husky.sh': '', 'README.md': faulty}, '--pre-commit')
    const hook = readFileSync(join(cwd, '.husky/pre-commit'), 'utf8')
    const git = (...args: string[]) => expect(spawnSync('git', args, {cwd}).status).toBe(0)
    git('init', '--quiet')
    git('add', 'README.md')
    expect(shell(cwd, hook)).toMatchObject({status: 0, stdout: ''})
    git('add', 'plans/faulty.md')
    const {status, stdout} = shell(cwd, hook)
    expect(status).not.toBe(0)
    expect(stdout).toContain('plans/faulty.md')
    expect(stdout).toContain(' in 1 file\n')
  })

  test.each(['rfcs/[0-9]*.md', "it's/*.md", 'a,b/*.md', '{a/*.md'])('is left where %s are the plans', async glob => {
    const cwd = project({...manifest, 'plan-lint.config.json': JSON.stringify({plans: [glob]})})
    const {code, stdout} = await run(cwd, ['init', '--pre-commit'])
    expect(code).toBe(1)
    expect(stdout).toContain('\n\nnpx --no -- plan-lint\n')
  })
})

describe('VS Code', () => {
  test('is told of the extension by its name, and of the setting that it has', async () => {
    const cwd = await setUp(manifest, '--editor', 'vscode')
    const extension = JSON.parse(readFileSync(join(root, 'editors/vscode/package.json'), 'utf8'))
    const [recommended, settings] = ['extensions', 'settings'].map(name =>
      JSON.parse(readFileSync(join(cwd, `.vscode/${name}.json`), 'utf8')),
    )
    expect(recommended).toEqual({recommendations: [`${extension.publisher}.${extension.name}`]})
    for (const key of Object.keys(settings))
      expect(extension.contributes.configuration.properties).toHaveProperty([key])
  })
})
