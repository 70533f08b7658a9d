import {describe, expect, test} from 'vitest'
import {project, run} from './world.ts'

const phased = '# Any title\n\n## Phase 1: Start\n\n**Confirmation Gate**: ask\n'
const plain = '# Any title\n\nText.\n'
const config = {
  'plan-lint.config.json': JSON.stringify({
    preset: 'plan',
    overrides: [
      {files: ['rfcs/**'], preset: 'staged'},
      {files: ['rfcs/old/**'], preset: 'humanlayer'},
      {files: ['**'], rules: {'section-order': 'off'}},
    ],
  }),
}

async function which(files: Record<string, string>, ...argv: string[]) {
  const {code, stdout, stderr} = await run(project(files), ['which', ...argv], {columns: 80, env: {NO_COLOR: '1'}})
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  return stdout
}

describe('says why', () => {
  test.each([
    ['by its look', {'a.md': phased}, 'a.md', 'a.md phased, as it has: Confirmation Gate (line 5)'],
    ['as the fallback', {'a.md': plain}, 'a.md', 'a.md plan, the fallback, as it looks like no other preset'],
    [
      'by a directive',
      {'a.md': `<!-- plan-lint preset: staged -->\n\n${phased}`},
      'a.md',
      'a.md staged, as the document says: preset directive (line 1)',
    ],
    [
      'by the configuration',
      {...config, 'a.md': phased},
      'a.md',
      'a.md plan, as "preset" in plan-lint.config.json has it',
    ],
    [
      'by the last override that matches and names one',
      {...config, 'rfcs/old/a.md': phased},
      'rfcs/old/a.md',
      'rfcs/old/a.md humanlayer, as the override for "rfcs/old/**" in\nplan-lint.config.json has it',
    ],
  ])('%s', async (_, files, file, expected) => {
    const stdout = await which(files as Record<string, string>, file)
    expect(stdout.split('\n\n')[0]).toBe(expected)
  })
})

test('what it advises does what it says', async () => {
  const stdout = await which({'a.md': phased}, 'a.md')
  expect(stdout).toContain('in the document           <!-- plan-lint preset: <id> -->')
  expect(await which({'a.md': `<!-- plan-lint preset: plan -->\n${phased}`}, 'a.md')).toMatch(/^a\.md plan,/)
  const [, override = ''] = /("overrides": .*\])$/m.exec(stdout) ?? []
  const json = `{${override.replace('<id>', 'blueprint')}}`
  expect(await which({'a.md': phased, 'plan-lint.config.json': json}, 'a.md')).toMatch(/^a\.md blueprint,/)
})

test('a directive is not advised where the configuration wins over it', async () => {
  expect(await which({...config, 'a.md': phased}, 'a.md')).not.toContain('in the document')
})

test('tells what other presets miss, and which fit besides', async () => {
  const both = `${phased}\n## Function Responsibilities\n\n- one\n`
  const stdout = await which({'a.md': both}, 'a.md')
  expect(stdout).toMatch(/^a\.md go-phased,/)
  expect(stdout).toMatch(/^Other presets\n {2}phased +fits, too: Confirmation Gate \(line 5\); go-phased comes/m)
  expect(stdout).toMatch(/^ {2}staged +lacks a block of ```json metadata that holds "stages"$/m)
  expect(stdout.split('\n').filter(line => line.length > 80)).toEqual([])
})

test('as JSON', async () => {
  const {preset, presetSource, setting, configFiles, others} = JSON.parse(
    await which({...config, 'rfcs/a.md': phased}, 'rfcs/a.md', '--format', 'json'),
  )
  expect({preset, presetSource, setting, configFiles}).toEqual({
    preset: 'staged',
    presetSource: 'config',
    setting: {preset: 'staged', files: ['rfcs/**']},
    configFiles: ['plan-lint.config.json'],
  })
  expect(others[0]).toEqual({
    preset: 'phased',
    found: ['Confirmation Gate (line 5)'],
    missing: [],
    against: [],
    needed: 1,
    fits: true,
  })
})

test('tells what speaks against a preset that would fit', async () => {
  const reviewed =
    '# Bell\n\n## Constitution Check\n\nDone.\n\n## Implementation Phases\n\n### Phase 1: Link\n\nText.\n'
  const stdout = await which({'a.md': reviewed}, 'a.md')
  expect(stdout).toMatch(/^a\.md plan, the fallback/)
  expect(stdout.replace(/\n +/g, ' ')).toContain(
    'has Implementation Phases (line 7), Phase 1: Link (line 9), but also what others are known by: Constitution Check (line 3)',
  )
})

test('words of the document steer no terminal', async () => {
  expect(await which({'a.md': '# A\n\n## Phase 1: \u001b[31m\n\n**Confirmation Gate**: x\n'}, 'a.md')).not.toContain(
    '\u001b',
  )
})

test.each([
  [[], 'which file? Write: plan-lint which <file>'],
  [['b.md'], 'b.md: cannot be read: no such file or folder'],
  [['.'], '.: cannot be read: it is a folder'],
])('which %j', async (argv, message) => {
  expect(await run(project(), ['which', ...argv])).toEqual({code: 2, stdout: '', stderr: `plan-lint: ${message}\n`})
})
