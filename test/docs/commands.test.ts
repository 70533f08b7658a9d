import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {commands} from '../../cli/commands/commands.ts'
import {withExamples} from '../../scripts/examples.ts'
import {run} from '../cli/world.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/commands.md'), 'utf8')

// `npm run generate` writes the outputs into the page.
test('the page shows what the commands print', async () => {
  expect(await withExamples(page, root)).toBe(page)
})

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

test('the event of a hook is answered as shown', async () => {
  const [, event] = /```json event\n([\s\S]*?)```/.exec(page) ?? []
  const [, answer] = /```text answer\n([\s\S]*?\n)```\n/.exec(page) ?? []
  const {code, stderr} = await run(root, ['hook'], {stdin: String(event)})
  expect({code, stderr}).toEqual({code: 2, stderr: answer})
})
