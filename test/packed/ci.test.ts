import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import manifest from '../../package.json' with {type: 'json'}
import {runAction} from '../ci/runner.ts'
import {commandsIn} from '../ci/workflow-commands.ts'
import {filesOf} from '../docs/pages.ts'
import {mustRun, nodeOfVersion, type Outcome, Project, packPackage, run} from './project.ts'
import {Registry} from './registry.ts'
import {commitAll, git, ownRepository} from './repository.ts'

const root = join(import.meta.dirname, '../..')
const page = filesOf(readFileSync(join(root, 'docs/ci.md'), 'utf8'))
const clean = readFileSync(join(root, 'fixtures/go-phased/clean.md'), 'utf8')
const fixable = readFileSync(join(root, 'fixtures/go-phased/forgotten-close.md'), 'utf8')
const faulty = `${clean}\nAsk [YOUR_NAME] first.\n`
const fault = '"[YOUR_NAME]" is a placeholder'

let tarball = ''
let registry: Registry
/** The programs that CI and hooks are made of. */
let tools: Project
const projects: Project[] = []

beforeAll(async () => {
  tarball = packPackage()
  registry = await Registry.of(tarball)
  const packages = ['@j178/prek@0.5', 'gitlab-ci-local@4', 'husky@9', 'lefthook@2', 'lint-staged@16']
  tools = new Project({}, packages)
})

afterAll(async () => {
  await registry.stop()
  for (const {folder} of [...projects, tools]) rmSync(folder, {recursive: true, force: true})
  rmSync(dirname(tarball), {recursive: true, force: true})
})

/** A repository that holds `files` of the page, and plans. */
function repository(files: readonly string[], plans: Record<string, string>, packages: string[] = [tarball]): string {
  const texts = files.map(file => [file.replace(/^from-\w+\//, ''), page[file] ?? ''])
  const project = new Project({'.gitignore': 'node_modules\n', ...Object.fromEntries(texts), ...plans}, packages)
  projects.push(project)
  git(project.folder, 'init', '--quiet')
  git(project.folder, 'add', '--all')
  return project.folder
}

function tool(name: string, cwd: string, args: readonly string[], more: Record<string, string> = {}): Outcome {
  const path = `${join(tools.folder, 'node_modules/.bin')}:${process.env.PATH}`
  return run(cwd, name, args, {PATH: path, ...more})
}

describe('hooks of pre-commit, run by prek', () => {
  const plans = {'plans/2026/a.md': faulty, 'plans/README.md': '# [NAME]\n', 'docs/b.md': '# [NAME]\n'}

  const runHooks = (folder: string, more: Record<string, string> = {}) => {
    const home = join(folder, 'node_modules/.prek')
    return tool('prek', folder, ['run', '--all-files'], {PREK_HOME: home, ...more})
  }

  test('take what the project has installed', () => {
    const {status, stdout} = runHooks(repository(['.pre-commit-config.yaml'], {'plans/2026/a.md': faulty}))
    expect(stdout).toContain(fault)
    expect(status).toBe(1)
  })

  test('take plan-lint from npm', () => {
    const folder = repository(['from-npm/.pre-commit-config.yaml'], {'plans/2026/a.md': faulty}, [])
    const {status, stdout} = runHooks(folder, {npm_config_registry: registry.url})
    expect(stdout).toContain(fault)
    expect(status).toBe(1)
  })

  describe('from this repository', () => {
    let own = ''

    beforeAll(() => {
      own = ownRepository()
    })

    afterAll(() => rmSync(own, {recursive: true, force: true}))

    test('build plan-lint, and pass the plans', () => {
      const folder = repository(['from-git/.pre-commit-config.yaml'], plans, [])
      const {status, stdout} = runHooks(folder, {
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `url.${pathToFileURL(own)}.insteadOf`,
        GIT_CONFIG_VALUE_0: 'https://github.com/plan-lint/plan-lint',
      })
      expect(stdout).toContain(fault)
      expect(stdout).toContain('1 error, 0 warnings in 1 file')
      expect(status).toBe(1)
    })

    test('fit what prek asks of them', () => {
      expect(tool('prek', own, ['validate-manifest', '.pre-commit-hooks.yaml'])).toMatchObject({status: 0})
      writeFileSync(join(own, 'bad.yaml'), '- id: plan-lint\n')
      expect(tool('prek', own, ['validate-manifest', 'bad.yaml']).status).toBe(1)
      rmSync(join(own, 'bad.yaml'))
    })

    // prek installs in a way of its own. pre-commit gives npm this address since 4.6; before it packed the clone, and
    // took all that npm printed for the name of the package.
    test('are installed as pre-commit does it', () => {
      const prefix = mkdtempSync(join(tmpdir(), 'plan-lint-prefix-'))
      const install = ['install', '--allow-git=root', '--install-links', '-g', `git+${pathToFileURL(own)}`]
      mustRun(prefix, 'npm', install, {npm_config_prefix: prefix})
      expect(mustRun(prefix, join(prefix, 'bin/plan-lint'), ['--version'])).toBe(`${manifest.version}\n`)

      const packed = mustRun(root, 'npm', ['pack', '--pack-destination', prefix])
      expect(packed).toBe(`plan-lint-${manifest.version}.tgz\n`)
      rmSync(prefix, {recursive: true, force: true})
    })
  })
})

describe('lefthook', () => {
  test('finds its configuration good', () => {
    const folder = repository(['lefthook.yml'], {}, [])
    expect(tool('lefthook', folder, ['validate'])).toMatchObject({status: 0})
    writeFileSync(join(folder, 'lefthook.yml'), (page['lefthook.yml'] ?? '').replace('glob:', 'globs:'))
    expect(tool('lefthook', folder, ['validate']).status).toBe(1)
  })

  test('fixes and stages plans, and stops a commit for what is left', () => {
    const folder = repository(['lefthook.yml'], {'plans/2026/a.md': fixable, 'b.md': '# [NAME]\n'})
    const commit = () => tool('lefthook', folder, ['run', 'pre-commit', '--no-auto-install'])
    expect(commit().status).toBe(0)
    expect(git(folder, 'show', ':plans/2026/a.md')).not.toBe(fixable)
    writeFileSync(join(folder, 'plans/2026/a.md'), faulty)
    git(folder, 'add', '--all')
    const {status, stdout} = commit()
    expect(stdout).toContain(fault)
    expect(status).toBe(1)
  })
})

test('husky and lint-staged fix plans, and stop a commit for what is left', () => {
  const files = ['.husky/pre-commit', '.lintstagedrc.json']
  const folder = repository(files, {'plans/a.md': clean}, [tarball, 'husky@9', 'lint-staged@16'])
  mustRun(folder, 'npx', ['--no', '--', 'husky'])
  commitAll(folder)
  const commit = (text: string) => {
    writeFileSync(join(folder, 'plans/a.md'), text)
    git(folder, 'add', '--all')
    return run(folder, 'git', ['-c', 'user.name=Me', '-c', 'user.email=me@example.org', 'commit', '--message', 'Plan'])
  }
  const {status, stdout, stderr} = commit(faulty)
  expect(stdout + stderr).toContain(fault)
  expect(status).toBe(1)
  expect(commit(fixable).status).toBe(0)
  expect(git(folder, 'show', 'HEAD:plans/a.md')).not.toBe(fixable)
  expect(git(folder, 'status', '--porcelain')).toBe('')
})

test('the configuration for GitLab fits the schema that gitlab-ci-local has from GitLab', () => {
  const folder = repository(['.gitlab-ci.yml'], {}, [])
  const list = () => {
    const program = join(tools.folder, 'node_modules/gitlab-ci-local/dist/index.js')
    return run(folder, nodeOfVersion(24), [program, '--list-all'])
  }
  const {status, stdout} = list()
  expect(stdout).toMatch(/^plan-lint .*\n(?:.*\n)?plan-changes /m)
  expect(status).toBe(0)
  writeFileSync(join(folder, '.gitlab-ci.yml'), (page['.gitlab-ci.yml'] ?? '').replace('artifacts:', 'artefacts:'))
  expect(list().status).toBe(1)
})

describe('the action for GitHub', () => {
  const play = (folder: string, inputs: Record<string, string>, url = registry.url) =>
    runAction(inputs, folder, {
      npm_config_registry: url,
      npm_config_cache: join(folder, '.npm'),
      npm_config_fetch_retries: '0',
    })

  test('brings plan-lint from npm where the project has none', () => {
    const folder = repository([], {'plans/a.md': faulty}, [])
    for (const version of ['', manifest.version, 'latest']) {
      const {code, log} = play(folder, {version})
      expect(log).toContain(`plan-lint ${manifest.version}\n`)
      expect(commandsIn(log).map(({properties}) => properties.file)).toEqual(['plans/a.md'])
      expect(code).toBe(1)
    }
  })

  test('says that it cannot, which is no finding', () => {
    const folder = repository([], {'plans/a.md': clean}, [])
    for (const {code, log} of [play(folder, {version: '9.9.9'}), play(folder, {}, 'http://127.0.0.1:9/')]) {
      expect(commandsIn(log)).toMatchObject([{name: 'error', data: 'plan-lint does not start; the log says why'}])
      expect(code).toBe(2)
    }
  })
})
