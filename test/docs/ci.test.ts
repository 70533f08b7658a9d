import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import manifest from '../../package.json' with {type: 'json'}
import {buildIfStale} from '../built.ts'
import {bash, checkout} from '../ci/checkout.ts'
import {faultsOfGitHub} from '../ci/github.ts'
import {runAction} from '../ci/runner.ts'
import {commandsIn} from '../ci/workflow-commands.ts'
import {add} from '../cli/world.ts'
import {blocksOf, readPage} from './blocks.ts'
import {filesOf} from './pages.ts'

const root = join(import.meta.dirname, '../..')
const page = readPage('docs/ci.md')
const files = filesOf(page)
const faulty = readFileSync(join(root, 'fixtures/go-phased/forgotten-close.md'), 'utf8')

beforeAll(() => buildIfStale(), 180_000)

/** The text of a file of the page. */
function fileOf(path: string): string {
  const text = files[path]
  if (text === undefined) throw new Error(`the page has no file ${path}`)
  return text
}

/** A repository whose branch has left `origin/main`, where `plans/old.md` is as faulty as the new `plans/new.md`. */
function repository(): string {
  const folder = checkout({'plans/old.md': faulty, '.gitignore': 'node_modules\n'})
  const commit = 'git add . && git -c user.name=Me -c user.email=me@example.org commit --quiet --message Plans'
  git(folder, `git init --quiet && ${commit} && git update-ref refs/remotes/origin/main HEAD`)
  add(folder, {'plans/new.md': faulty})
  git(folder, commit)
  return folder
}

function git(folder: string, script: string): string {
  const {status, stdout, stderr} = bash(folder, script)
  if (status !== 0) throw new Error(stderr)
  return stdout.trim()
}

/** The plans in which a report for people tells of the fault. */
function plansIn(stdout: string): string[] {
  return Array.from(stdout.matchAll(/^(plans\/\w+\.md)(?= |$)/gm), ([path]) => path)
}

interface Step {
  run?: string
  uses?: string
  with?: Record<string, string | boolean | number>
  env?: Record<string, string>
}

interface Workflow {
  jobs: Record<string, {steps: Step[]; strategy?: {matrix: {part: number[]}}}>
}

const workflows = Object.keys(files).filter(path => path.startsWith('.github/workflows/'))

describe.each(workflows)('%s', path => {
  const text = fileOf(path)
  const jobs = Object.values((parse(text) as Workflow).jobs)
  const steps = jobs.flatMap(job => job.steps)

  test('is a workflow by what GitHub asks of workflows', async () => {
    expect(await faultsOfGitHub(path, text)).toEqual([])
    expect(await faultsOfGitHub(path, text.replace('runs-on', 'run-on'))).not.toEqual([])
  })

  const own = steps.filter(({uses}) => uses?.startsWith('plan-lint/'))

  test.each(own)('its action tells of the fault', ({with: given = {}}) => {
    const inputs = Object.entries(given).map(([name, value]) => [name, filled(String(value), {base_ref: 'main'})])
    const folder = repository()
    const {code, log, outputs} = runAction(Object.fromEntries(inputs), folder)
    expect({code, 'exit-code': outputs['exit-code']}).toEqual({code: 1, 'exit-code': '1'})
    expect(plansIn(log)).toEqual(given.args ? ['plans/new.md'] : ['plans/new.md', 'plans/old.md'])
    expect(commandsIn(log)).toHaveLength(given.annotations === false ? 0 : plansIn(log).length)
    if (given.sarif) expect(existsSync(join(folder, String(outputs.sarif)))).toBe(true)
  })

  test('its commands tell of the fault', {timeout: 90_000}, () => {
    const commands = steps.filter(({run}) => run !== undefined && run !== 'npm ci')
    expect(commands.length + own.length).toBe(1)
    for (const {run = '', env = {}} of commands) {
      const folder = repository()
      const told = (jobs[0]?.strategy?.matrix.part ?? []).map(part => {
        const summary = join(folder, 'summary.md')
        const entries = Object.entries(env).map(([name, value]) => [name, filled(value, {part: String(part)})])
        const {stdout} = bash(folder, run, {...Object.fromEntries(entries), GITHUB_STEP_SUMMARY: summary})
        expect(readFileSync(summary, 'utf8')).toMatch(/^### plan-lint: /)
        return commandsIn(stdout).map(({properties}) => properties.file)
      })
      expect(told.flat().sort()).toEqual(['plans/new.md', 'plans/old.md'])
    }
  })
})

test('the steps in the README are those of a workflow', async () => {
  const [block, ...others] = blocksOf('README.md').filter(({content}) => content.includes('uses: plan-lint/'))
  const job = `runs-on: ubuntu-latest\n${block?.content}`.replace(/^(?=.)/gm, '    ')
  expect(await faultsOfGitHub('.github/workflows/a.yml', `on: push\njobs:\n  plans:\n${job}`)).toEqual([])
  expect(others).toEqual([])
})

test('an input that the action does not have would be noticed', async () => {
  const [path = ''] = workflows.filter(file => fileOf(file).includes('fail-on: '))
  expect(await faultsOfGitHub(path, fileOf(path).replace('fail-on: ', 'failOn: '))).toHaveLength(1)
})

/** `text` with the values of its expressions, by their last names. */
function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\$\{\{ [\w.]*\.(\w+) \}\}/g, (all, name: string) => values[name] ?? all)
}

test('the jobs for GitLab report what it reads, and what a branch changes', () => {
  const {'plan-lint': all, 'plan-changes': changes} = parse(fileOf('.gitlab-ci.yml'))
  const folder = repository()
  const {status, stdout} = bash(folder, all.script.join('\n'), {CI_PROJECT_DIR: folder})
  expect(status).toBe(1)
  expect(plansIn(stdout)).toEqual(['plans/new.md', 'plans/old.md'])
  const {codequality, junit} = all.artifacts.reports
  expect(JSON.parse(readFileSync(join(folder, codequality), 'utf8'))).toHaveLength(2)
  expect(readFileSync(join(folder, junit), 'utf8')).toContain('failures="2"')

  const base = git(folder, 'git rev-parse origin/main')
  const changed = bash(folder, changes.script.join('\n'), {CI_MERGE_REQUEST_DIFF_BASE_SHA: base})
  expect(changed.status).toBe(1)
  expect(plansIn(changed.stdout)).toEqual(['plans/new.md'])

  const [, shard = ''] = /`(--shard "\$CI_NODE_INDEX\/[^`]+)`/.exec(page) ?? []
  const part = (index: string) =>
    plansIn(bash(folder, `npx plan-lint ${shard}`, {CI_NODE_INDEX: index, CI_NODE_TOTAL: '2'}).stdout)
  expect([...part('1'), ...part('2')].sort()).toEqual(['plans/new.md', 'plans/old.md'])
})

test('the pipeline for Jenkins reads the reports that its command writes', () => {
  const text = fileOf('Jenkinsfile')
  const [install, lint = '', ...others] = Array.from(text.matchAll(/^ *sh '(.*)'$/gm), ([, line = '']) => line)
  expect([install, others]).toEqual(['npm ci', []])
  const folder = repository()
  expect(bash(folder, lint).status).toBe(1)
  const read = Array.from(text.matchAll(/(?:junit|pattern:) '([^']+)'/g), ([, file = '']) => file)
  expect(read).toHaveLength(2)
  for (const file of read) expect(existsSync(join(folder, file)), file).toBe(true)
})

test('the pipeline for Azure reads the reports that its command writes', () => {
  const {steps} = parse(fileOf('azure-pipelines.yml')) as {steps: {script?: string; inputs?: Record<string, string>}[]}
  const scripts = steps.flatMap(({script}) => (script && script !== 'npm ci' ? [script] : []))
  const folder = repository()
  expect(bash(folder, scripts.join('\n')).status).toBe(1)
  const read = steps.flatMap(({inputs}) => inputs?.testResultsFiles ?? inputs?.PathtoPublish ?? [])
  expect(read).toHaveLength(2)
  for (const file of read) expect(existsSync(join(folder, file)), file).toBe(true)
})

test('MegaLinter finds the descriptor, and the descriptor plan-lint', () => {
  const [plugin, ...others] = parse(fileOf('.mega-linter.yml')).PLUGINS as string[]
  expect(others).toEqual([])
  // What MegaLinter asks of the addresses of plugins.
  expect(plugin).toMatch(/^file:\/\/.*\/mega-linter-plugin-.*\.megalinter-descriptor\.yml$/)
  const {linters} = parse(fileOf(String(plugin).replace('file://', '')))
  const [{linter_name: name, cli_sarif_args: args}] = linters
  const folder = repository()
  const words = args.map((word: string) => word.replace('{{SARIF_OUTPUT_FILE}}', 'out/plan-lint.sarif'))
  const {status, stdout, stderr} = bash(folder, `npx --no -- ${[name, ...words].join(' ')}`)
  expect({status, stderr, plans: plansIn(stdout)}).toEqual({
    status: 1,
    stderr: '',
    plans: ['plans/new.md', 'plans/old.md'],
  })
  expect(existsSync(join(folder, 'out/plan-lint.sarif'))).toBe(true)
})

test('the commands that choose what to check do what the page says', {timeout: 90_000}, () => {
  const plans: Record<string, string[]> = {
    '--update-baseline': ['plans/new.md', 'plans/old.md'],
    '--baseline plan-lint-baseline.json': [],
    '--since origin/main --changed-lines': ['plans/new.md'],
    '--changed': [],
    '--since origin/main --require executable': ['plans/new.md'],
    '--shard 1/4': ['plans/new.md'],
  }
  const blocks = page.matchAll(/^( *)```sh\n([\s\S]*?)^\1```$/gm)
  const lines = Array.from(blocks, ([, , text = '']) => text.trim().split(/\n\s*/)).flat()
  expect(lines).toEqual(Object.keys(plans).map(options => `npx plan-lint ${options}`))
  const folder = repository()
  for (const line of lines) {
    const options = line.replace('npx plan-lint ', '')
    const {status, stdout} = bash(folder, line)
    const isRed = options !== '--update-baseline' && plans[options]?.length !== 0
    expect({options, status, plans: plansIn(stdout)}).toEqual({options, status: isRed ? 1 : 0, plans: plans[options]})
  }
})

test('the versions are that of this package', () => {
  const shown = Array.from(
    (page + readPage('README.md')).matchAll(/plan-lint@v?([\d.]+)|rev: v([\d.]+)/g),
    ([, first, second]) => first ?? second,
  )
  expect(shown.length).toBeGreaterThan(7)
  expect(new Set(shown)).toEqual(new Set([manifest.version]))
})
