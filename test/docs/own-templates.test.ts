import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, test} from 'vitest'
import {derivePreset, lint} from '../../index.ts'
import {add, project, run} from '../cli/world.ts'

const root = join(import.meta.dirname, '../..')
const file = join(root, 'docs/own-templates.md')
const page = readFileSync(file, 'utf8')

const files = Object.fromEntries(
  [...page.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, path = '', content = '']) => [path, content]),
)

/** What the commands of the page print in the project that it shows; long output is cut as in other pages. */
async function shown(cwd: string): Promise<string> {
  let told = page
  for (const [, line = ''] of page.matchAll(/^```console\n\$ npx plan-lint ?(.*)$/gm)) {
    const {stdout, stderr} = await run(cwd, line.split(' ').filter(Boolean), {columns: 80, env: {NO_COLOR: '1'}})
    expect(stderr).toBe('')
    const start = told.indexOf(`\`\`\`console\n$ npx plan-lint${line && ` ${line}`}\n`)
    const from = told.indexOf('\n', told.indexOf('$ ', start)) + 1
    told = told.slice(0, from) + stdout + told.slice(told.indexOf('```', from))
  }
  return told
}

describe('the project of the page', () => {
  test('is judged as shown', async () => {
    expect(Object.keys(files)).toContain('plans/search.md')
    await expect(await shown(project(files))).toMatchFileSnapshot(file)
  })

  test('has a template that is nothing but left over, and plans begun by it that can be filled in', async () => {
    const cwd = project(files)
    const {stdout} = await run(cwd, ['docs/plan-template.md', '--format', 'json', '--all'])
    const rules = new Set(JSON.parse(stdout).files[0].findings.map(({rule}: {rule: string}) => rule))
    expect([...rules].sort()).toEqual(['no-placeholders', 'no-template-text'])
    const [, begin = ''] = /^npx plan-lint (new .*)$/m.exec(page) ?? []
    const argv = Array.from(begin.matchAll(/"([^"]*)"|\S+/g), ([all, quoted]) => quoted ?? all)
    expect(await run(cwd, argv)).toMatchObject({code: 0, stderr: ''})
    const plan = readFileSync(join(cwd, 'plans/search-in-invoices.md'), 'utf8')
    const filled = plan
      .replace('YYYY-MM-DD', '2026-05-01')
      .replace(/\[(Low|Draft)[^\]]*\]/g, '$1')
      .replace(/\[[^\] ][^\]]*\]/g, 'Run `npm test` and look')
    add(cwd, {'plans/search-in-invoices.md': filled})
    expect(await run(cwd, ['plans/search-in-invoices.md'])).toMatchObject({code: 0})
  })

  test('has a plugin that a program can take', async () => {
    const library = pathToFileURL(join(root, 'index.ts')).href
    const module = (files['tools/plan-template.mjs'] ?? '').replace("'plan-lint'", `'${library}'`)
    expect(module).toContain(library)
    const preset = derivePreset(files['docs/plan-template.md'] ?? '', {id: 'delivery', summary: 'Our delivery plans'})
    const plugin = {presets: [preset]}
    expect(
      lint(files['plans/search.md'] ?? '', {plugins: [plugin], preset: 'delivery'}).findings.length,
    ).toBeGreaterThan(3)
  })
})

test('every comment of the page is an annotation', async () => {
  const words = [...page.matchAll(/`(<!-- plan-lint: [^`]* -->)`/g)].map(([, comment]) => comment)
  expect(words.length).toBeGreaterThan(4)
  for (const comment of words) {
    expect(() => derivePreset(`## Aim\n\n${comment}\n\n- [one thing]\n`, {id: 'a', summary: 'a'})).not.toThrow()
  }
})
