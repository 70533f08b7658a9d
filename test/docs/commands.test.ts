import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {commands} from '../../cli/commands/commands.ts'
import {withExamples} from '../../scripts/examples.ts'

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
  const others = ['lint', 'lsp']
  for (const name of Object.keys(commands).filter(name => !others.includes(name))) {
    expect(page).toContain(`\n## ${name}\n`)
    expect(page).toContain(`\n$ npx plan-lint ${name}`)
  }
})
