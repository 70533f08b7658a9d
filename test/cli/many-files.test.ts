import {spawnSync} from 'node:child_process'
import {linkSync, mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {buildIfStale} from '../built.ts'
import {project} from './world.ts'

beforeAll(buildIfStale, 180_000)

const bin = join(import.meta.dirname, '../../dist/bin/plan-lint.js')
const count = 20_000
const perFolder = 500

/** Plans in many folders; links to one file, as they are quick to make. */
function manyPlans(): string {
  const root = project({'plan.md': '# Plan\n\n[NAME]\n'})
  for (let index = 0; index < count; index++) {
    const folder = join(root, 'plans', String(Math.floor(index / perFolder)))
    if (index % perFolder === 0) mkdirSync(folder, {recursive: true})
    linkSync(join(root, 'plan.md'), join(folder, `${index}.md`))
  }
  return root
}

test.skipIf(process.platform === 'win32')(
  '20,000 plans are linted with 256 files open at most',
  () => {
    const cwd = manyPlans()
    const args = ['-c', 'ulimit -n 256; exec "$@"', 'bash', process.execPath, bin, '-f', 'compact']
    const {status, stdout, stderr} = spawnSync('bash', args, {cwd, encoding: 'utf8', maxBuffer: 1e9})
    expect({status, stderr}).toEqual({status: 1, stderr: ''})
    expect(stdout.split('\n')).toHaveLength(count + 1)
  },
  600_000,
)
