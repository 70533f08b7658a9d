import {existsSync, readFileSync, rmSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {reporterNames} from '../../cli/reporters/reporters.ts'
import {buildIfStale} from '../built.ts'
import {projectOf, runIn} from './pages.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/reporters.md'), 'utf8')

let folder = ''

beforeAll(async () => {
  await buildIfStale()
  folder = projectOf(page)
  symlinkSync(join(root, 'fixtures'), join(folder, 'fixtures'), 'dir')
}, 180_000)

afterAll(() => rmSync(folder, {recursive: true, force: true}))

test('the page has a section and a row for each format', () => {
  expect(Array.from(page.matchAll(/^## (\w+)$/gm), ([, name]) => name)).toEqual(reporterNames)
  expect(Array.from(page.matchAll(/^\| \[`(\w+)`\]\(#\1\)/gm), ([, name]) => name)).toEqual(reporterNames)
})

const shown = Array.from(
  page.matchAll(/(?:^```console\n\$ |^`)(npx plan-lint [^`\n]*)(?:\n|` prints\n\n```text\n)([\s\S]*?)^```$/gm),
  ([, line = '', output = '']) => [line, output] as const,
)

test.each(shown)('%s prints what the page shows', (line, output) => {
  const {stdout, stderr} = runIn(folder, line)
  expect(stderr).toBe('')
  // The page shows a terminal of 80 columns, and leaves lines out.
  const withoutBreaks = (text: string) => text.replace(/\s+/g, ' ').trim()
  for (const part of output.split(/^…$/m)) expect(withoutBreaks(stdout)).toContain(withoutBreaks(part))
})

const scripts = Array.from(
  page.matchAll(/^(?:```sh\n|.*(?:run|script): )(npx plan-lint [^|>\n]*)/gm),
  ([, line = '']) => line,
)

test.each(scripts)('%s does what the page says', line => {
  const {status, stderr} = runIn(folder, `${line} fixtures/go-phased/faulty.md`)
  expect({status, stderr}).toEqual({status: 1, stderr: ''})
  for (const [, file = ''] of line.matchAll(/=(\S+)/g)) expect(existsSync(join(folder, file)), file).toBe(true)
})

test('there are commands to run', () => {
  expect(shown.length).toBeGreaterThan(6)
  expect(scripts.length).toBeGreaterThan(4)
})

test('the reporter is well typed', () => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const options = '--noEmit --strict --checkJs --allowJs --module nodenext --target es2023 --skipLibCheck --types node'
  const typeRoots = join(root, 'node_modules/@types')
  expect(runIn(folder, `node ${tsc} ${options} --typeRoots ${typeRoots} count.mjs`)).toMatchObject({
    stdout: '',
    status: 0,
  })
})
