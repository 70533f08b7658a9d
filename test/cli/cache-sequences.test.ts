import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {add, project, run} from './world.ts'

const begin = '<!-- plan-lint preset: plan -->\n# Retries\n\n'
const texts = [
  `${begin}The worker retries.\n`,
  `${begin}The [NAME] retries.\n`,
  `${begin}## Phase 1: A\n\nRun \`make test\` for [DATE].\n\n## Phase 3: B\n\nRun \`make test\`.\n`,
  `${begin}The [NAME] retries. <!-- plan-lint-disable-line no-placeholders -- to come -->\n`,
]
const configs = [
  '{}',
  '{"rules": {"no-placeholders": "warning"}}',
  '{"preset": "staged", "failOn": "info"}',
  '{"overrides": [{"files": ["plans/a.md"], "rules": {"no-placeholders": "off"}}]}',
  '{"rules": {"no-placeholder": "off"}}',
]
const options = [
  [],
  ['--fix'],
  ['--fix-suggestions'],
  ['--diff'],
  ['--changed'],
  ['--changed', '--changed-lines'],
  ['--baseline', 'baseline.json'],
  ['--update-baseline', '--baseline', 'baseline.json'],
  ['--rule', 'no-placeholders:info', '--fail-on', 'info'],
  ['--preset', 'staged'],
  ['--shard', '1/2'],
  ['--no-config', 'plans/b.md'],
  ['--quiet', '--max-warnings', '0'],
  ['--format', 'json'],
  ['--format', 'agent'],
]

/** What happens between runs, or a run by its options. */
type Step =
  | {kind: 'run'; argv: readonly string[]}
  | {kind: 'write'; path: string; text: string}
  | {kind: 'remove'; path: string}
  | {kind: 'commit'}
  | {kind: 'spoil'; entry: number; at: number; isCut: boolean}

const path = fc.constantFrom('plans/a.md', 'plans/b.md', 'docs/plans/c.md')
const steps = fc.array(
  fc.oneof(
    {weight: 6, arbitrary: fc.record({kind: fc.constant('run'), argv: fc.constantFrom(...options)})},
    {weight: 3, arbitrary: fc.record({kind: fc.constant('write'), path, text: fc.constantFrom(...texts)})},
    fc.record({
      kind: fc.constant('write'),
      path: fc.constant('plan-lint.config.json'),
      text: fc.constantFrom(...configs),
    }),
    fc.record({kind: fc.constant('remove'), path}),
    fc.record({kind: fc.constant('commit')}),
    fc.record({kind: fc.constant('spoil'), entry: fc.nat(9), at: fc.nat(600), isCut: fc.boolean()}),
  ),
  {minLength: 4, maxLength: 16},
) as fc.Arbitrary<Step[]>

function git(cwd: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org']
  const {status, stderr} = spawnSync('git', [...identity, ...args], {cwd, encoding: 'utf8'})
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
}

function make(cwd: string, step: Exclude<Step, {kind: 'run'}>): void {
  if (step.kind === 'write') add(cwd, {[step.path]: step.text})
  else if (step.kind === 'remove') rmSync(join(cwd, step.path), {force: true})
  else if (step.kind === 'spoil') spoil(cwd, step)
  else {
    git(cwd, 'add', '--all')
    git(cwd, 'commit', '--quiet', '--allow-empty', '--message', 'Go on')
  }
}

/** Cuts one of the entries of the cache short, or writes something else into it, if there is one. */
function spoil(cwd: string, {entry, at, isCut}: Step & {kind: 'spoil'}): void {
  const folder = join(cwd, '.plan-lint-cache')
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.json')) : []
  const name = names[entry % names.length]
  if (!name) return
  const content = readFileSync(join(folder, name))
  const rest = isCut ? [] : [Buffer.from('7'), content.subarray(at + 1)]
  writeFileSync(join(folder, name), Buffer.concat([content.subarray(0, at), ...rest]))
}

function filesIn(cwd: string): Record<string, string> {
  const names = readdirSync(cwd, {recursive: true, encoding: 'utf8'}).filter(name => /\.(?:md|json)$/.test(name))
  const own = names.filter(name => !name.startsWith('.'))
  return Object.fromEntries(own.sort().map(name => [name, readFileSync(join(cwd, name), 'utf8')]))
}

test('whatever happens, runs with a cache print, fix and end as runs without one', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async sequence => {
      const [without, cached] = [project(), project()]
      for (const cwd of [without, cached]) {
        git(cwd, 'init', '--quiet')
        make(cwd, {kind: 'write', path: 'plans/a.md', text: texts[1] ?? ''})
        make(cwd, {kind: 'write', path: '.gitignore', text: '.plan-lint-cache\n'})
        make(cwd, {kind: 'commit'})
      }
      for (const step of [...sequence, {kind: 'run', argv: []} as const]) {
        if (step.kind === 'run') {
          expect(await run(cached, ['--cache', ...step.argv])).toEqual(await run(without, [...step.argv]))
          expect(filesIn(cached)).toEqual(filesIn(without))
        } else {
          for (const cwd of [without, cached]) make(cwd, step)
        }
      }
    }),
    {numRuns: 25},
  )
}, 120_000)
