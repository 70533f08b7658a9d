import {spawnSync} from 'node:child_process'
import {cpSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {project} from '../cli/world.ts'
import {blocksOf, commandsIn, readPage} from './blocks.ts'

const root = join(import.meta.dirname, '../..')
const folders = [
  'cli',
  'config',
  'core',
  'docs',
  'editors',
  'fixtures',
  'hosts',
  'presets',
  'repository',
  'rules',
  'scripts',
  'test',
]
const files = ['README.md', 'action.yml', 'index.ts', 'package.json', 'tsconfig.json', 'vitest.config.ts']

test('a new rule is written as the page says, and its examples hold', () => {
  const [, line = ''] =
    blocksOf('CONTRIBUTING.md')
      .flatMap(commandsIn)
      .join('\n')
      .match(/^npm run new-rule -- (.*)$/m) ?? []
  const copy = project()
  for (const name of [...folders, ...files]) cpSync(join(root, name), join(copy, name), {recursive: true})
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir')
  const node = (...args: string[]) => spawnSync(process.execPath, args, {cwd: copy, encoding: 'utf8'})

  expect(node('--import', 'tsx', 'scripts/new-rule.ts', line)).toMatchObject({status: 0, stderr: ''})
  const read = (path: string) => readFileSync(join(copy, path), 'utf8')
  expect(readPage('CONTRIBUTING.md')).toContain('a rule that finds the word FAULT')
  expect(read(`rules/${line}.ts`)).toContain('FAULT')
  expect(read('rules/index.ts')).toContain(`'./${line}.ts'`)
  expect(read('README.md')).toContain(`[${line}](rules/${line}.md)`)

  const tests = node('node_modules/vitest/vitest.mjs', 'run', '--project', 'main', 'test/rules.test.ts', '-t', line)
  expect(tests.status, tests.stdout).toBe(0)
  expect(tests.stdout).toMatch(/[1-9]\d* passed/)
}, 180_000)
