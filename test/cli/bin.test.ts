import {type SpawnSyncReturns, spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {beforeAll, expect, test} from 'vitest'
import {buildIfStale} from '../built.ts'
import {project} from './world.ts'

const root = join(import.meta.dirname, '../..')
const bin = join(root, 'dist/bin/plan-lint.js')

const plan = '# Plan\n\n- Owner: [PROJECT NAME]\n'

/** Runs the built command; stdout and stderr are pipes. */
function planLint(cwd: string, ...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [bin, ...args], {cwd, encoding: 'utf8', maxBuffer: 1e9})
}

beforeAll(buildIfStale)

test('the source of the command is not more than a start', () => {
  expect(readFileSync(join(root, 'cli/bin/plan-lint.ts'), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(15)
})

test('exit codes', () => {
  const cwd = project({'good.md': '# Plan\n\nText.\n', 'bad.md': plan})
  expect(planLint(cwd, 'good.md').status).toBe(0)
  expect(planLint(cwd, 'bad.md').status).toBe(1)
  expect(planLint(cwd, 'none.md').status).toBe(2)
  expect(planLint(cwd).status).toBe(2)
})

test('finds what lies beside it in the package', () => {
  const cwd = project({'package.json': '{"name": "other"}', 'a.md': plan})
  expect(planLint(cwd, 'explain', 'no-placeholders').stdout).toMatch(/^# no-placeholders\n/)
  expect(planLint(cwd, 'doctor')).toMatchObject({stdout: expect.stringContaining('plan-lint'), stderr: ''})
})

test('a report of many pages goes through a pipe whole', () => {
  const cwd = project({'a.md': `# Plan\n\n${'- Owner: [PROJECT NAME]\n'.repeat(5000)}`})
  const {status, stdout, stderr} = planLint(cwd, '--format', 'json', 'a.md')
  expect({status, stderr}).toEqual({status: 1, stderr: ''})
  expect(stdout.length).toBeGreaterThan(1_000_000)
  expect(JSON.parse(stdout).summary.errors).toBe(5000)
})

test('a reader that stops early gets no complaint', () => {
  const cwd = project({'a.md': `# Plan\n\n${'- Owner: [PROJECT NAME]\n'.repeat(5000)}`})
  const pipe = `"${process.execPath}" "${bin}" a.md | head -n 1`
  const {stdout, stderr} = spawnSync('bash', ['-c', pipe], {cwd, encoding: 'utf8'})
  expect(stdout).toMatch(/^a\.md /)
  expect(stderr).toBe('')
})

test('a configuration in TypeScript is read, or refused with what to do where Node cannot', () => {
  const config = `
    import type {Severity} from 'nowhere'
    const severity: Severity = 'warning'
    export default {rules: {'no-placeholders': severity}}
  `
  const {status, stdout, stderr} = planLint(project({'a.md': plan, 'plan-lint.config.mts': config}), 'a.md')
  if ('typescript' in process.features && process.features.typescript) {
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout).toContain('warning')
  } else {
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toMatch(
      /^plan-lint: plan-lint\.config\.mts: Node [\d.]+ does not read TypeScript; use Node 22\.18 or newer, or .*\n$/,
    )
  }
})

test('a configuration of another kind is refused', () => {
  const {status, stderr} = planLint(project({'a.md': plan, 'x.yaml': 'rules: {}'}), '--config', 'x.yaml', 'a.md')
  expect(status).toBe(2)
  expect(stderr).toMatch(/^plan-lint: x\.yaml: is no kind of configuration file; make it .*\n$/)
})

test.each([
  ['./a.yaml', 'is no kind of plugin; make it a .mjs, .js or .ts file'],
  ['./a.mjs', /cannot be loaded: Unknown file extension "\.yaml"/],
])('a plugin of another kind is refused: %s', (name, message) => {
  const files = {'a.md': plan, 'a.yaml': '', 'a.mjs': `import './a.yaml'`}
  const config = {'plan-lint.config.json': JSON.stringify({plugins: [name]})}
  const {status, stderr} = planLint(project({...files, ...config}), 'a.md')
  expect(status).toBe(2)
  expect(stderr).toMatch(`plan-lint: plan-lint.config.json:1:13: the plugin "${name}" `)
  expect(stderr).toMatch(message)
})

test('defineConfig of the package works in a configuration', () => {
  const config = `
    import {defineConfig} from '${pathToFileURL(join(root, 'dist/index.js')).href}'
    export default defineConfig({rules: {'no-placeholders': 'off'}})
  `
  const {status, stderr} = planLint(project({'a.md': plan, 'plan-lint.config.mjs': config}), 'a.md')
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
})

test('the schema of the configuration ships and knows every rule', () => {
  const schema = JSON.parse(readFileSync(join(root, 'dist/schema/config.schema.json'), 'utf8'))
  expect(Object.keys(schema.definitions.rules.properties)).toContain('no-placeholders')
})
