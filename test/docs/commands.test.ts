import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {commands} from '../../cli/commands/commands.ts'
import {withExamples} from '../../scripts/examples.ts'
import {buildIfStale} from '../built.ts'
import {repository} from '../cli/repository.ts'
import {project, run} from '../cli/world.ts'
import {programsIn, runLine} from './shell.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/commands.md'), 'utf8')

test('an output that is no longer true is noticed', async () => {
  const stale = page.replace('A slot of the template was never filled in.', 'A slot.')
  expect(stale).not.toBe(page)
  expect(await withExamples(stale, root)).toBe(page)
})

test('every command to learn from has its part, and an example that runs', () => {
  const others = ['lint', 'lsp', 'hook']
  for (const name of Object.keys(commands).filter(name => !others.includes(name))) {
    expect(page).toContain(`\n## ${name}\n`)
    expect(page).toContain(`\n$ npx plan-lint ${name}`)
  }
})

// The numbers are others each time, and with them the order.
test('statistics are told in the form that is shown', async () => {
  const [, line = '', shown = ''] = /```console stats\n\$ npx plan-lint (.*)\n([\s\S]*?)```/.exec(page) ?? []
  const {stderr} = await run(root, line.split(' '))
  const formOf = (text: string) => text.trim().replace(/ *\d+(?:\.\d)?/g, ' 0')
  const lines = formOf(stderr).split('\n')
  for (const part of formOf(shown).split('\n')) {
    const isOfList = /kB {2}\S|% {2}[a-z]+-/.test(part)
    if (part !== '…' && !isOfList) expect(lines).toContain(part)
  }
  expect(formOf(shown).match(/^(?:Statistics|Parts|Slowest \w+)/gm)).toEqual(
    formOf(stderr).match(/^(?:Statistics|Parts|Slowest \w+)/gm),
  )
})

describe('the event of a hook', () => {
  const [, event = ''] = /```json event\n([\s\S]*?)```/.exec(page) ?? []
  const [, answer] = /```text answer\n([\s\S]*?\n)```\n/.exec(page) ?? []

  test('is answered as shown', async () => {
    const {code, stderr} = await run(root, ['hook'], {stdin: event})
    expect({code, stderr}).toEqual({code: 2, stderr: answer})
  })

  test('is answered by what the settings start', async () => {
    await buildIfStale()
    const folder = project()
    const [, settings = ''] = /```json\n(\{\n {2}"hooks"[\s\S]*?)```/.exec(page) ?? []
    const [{matcher, hooks}] = JSON.parse(settings).hooks.PostToolUse
    expect(matcher.split('|')).toEqual(['Edit', 'MultiEdit', 'Write'])
    expect(hooks).toMatchObject([{type: 'command'}])
    writeFileSync(join(folder, 'event.json'), event)
    const {status, stderr} = runLine(root, `${hooks[0].command} < ${folder}/event.json`, programsIn(folder))
    expect({status, stderr}).toEqual({status: 2, stderr: answer})
  }, 180_000)
})

describe('worktrees', () => {
  const files = {'plans/parcels.md': readFileSync(join(root, 'fixtures/staged/clean.md'), 'utf8')}

  test('are made as shown', async () => {
    const folder = repository(files)
    const shown = [...page.matchAll(/```console worktrees\n\$ npx plan-lint (.*)\n([\s\S]*?)```/g)]
    expect(shown.length).toBe(2)
    for (const [, line = '', output] of shown) {
      const {code, stdout, stderr} = await run(folder, line.split(' '))
      expect({code, stdout, stderr}).toEqual({code: 0, stdout: output, stderr: ''})
    }
  })

  test('are made by the recipe', async () => {
    await buildIfStale()
    const [, body = ''] = /```just\n(?:#.*\n)?plan-setup plan \*options:\n {4}(.*)\n```/.exec(page) ?? []
    const line = body.replace('{{quote(plan)}}', "'plans/parcels.md'").replace('{{options}}', '--dry-run')
    expect(line).not.toContain('{{')
    const folder = repository(files)
    const {status, stdout, stderr} = runLine(folder, line, programsIn(folder))
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout).toMatch(/^git .*worktree add /)
  }, 180_000)
})
