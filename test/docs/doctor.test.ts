import {copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {checks} from '../../cli/doctor/checks.ts'
import {buildIfStale} from '../built.ts'
import {run} from '../cli/world.ts'
import {projectOf} from './pages.ts'

const root = join(import.meta.dirname, '../..')
const path = join(root, 'docs/commands.md')
const page = readFileSync(path, 'utf8')

let folder = ''

beforeAll(async () => {
  await buildIfStale()
  folder = projectOf(page)
  for (const [place, fixture] of [
    ['plans', 'phased'],
    ['rfcs', 'blueprint'],
  ] as const) {
    mkdirSync(join(folder, place))
    copyFileSync(join(root, 'fixtures', fixture, 'clean.md'), join(folder, place, 'parcels.md'))
  }
  const host = 'node_modules/markdownlint-cli2'
  symlinkSync(join(root, host), join(folder, host), 'dir')
}, 180_000)

afterAll(() => rmSync(folder, {recursive: true, force: true}))

// `npx vitest run test/docs/doctor.test.ts --update` writes the output into the page.
test('the page shows what the doctor prints', async () => {
  const {stdout, stderr} = await run(folder, ['doctor'], {columns: 80, env: {NO_COLOR: '1'}})
  expect(stderr).toBe('')
  const output = stdout.replace(process.versions.node, '22.18.0')
  const shown = page.replace(/(?<=^```console doctor\n\$ npx plan-lint doctor\n)[\s\S]*?(?=^```$)/m, () => output)
  await expect(shown).toMatchFileSnapshot(path)
})

test('the page has a row for each check', () => {
  const [, table = ''] = /\| It looks at .*\n.*\n((?:\|.*\n)+)/.exec(page) ?? []
  const names = Array.from(table.matchAll(/^\| (.*?) \|/gm), ([, cell = '']) => cell.split(', ')).flat()
  expect(names).toEqual(checks.map(({name}) => name))
})
