import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Preset} from '../../index.ts'
import {buildIfStale} from '../built.ts'
import {projectOf, runIn, withOutputs} from './pages.ts'

const root = join(import.meta.dirname, '../..')
const path = join(root, 'docs/custom.md')
const page = readFileSync(path, 'utf8')

const good = 'rfcs/0007-rate-limits.md'
const spoilt = 'rfcs/0008-search.md'
/** What is wrong with the second RFC, as `line:column rule`. */
const faults = [
  '1:3 required-sections',
  '9:47 no-placeholders',
  '14:3 alternatives-reasoned',
  '18:5 phase-validation',
  '24:3 no-open-questions',
]

let folder = ''

beforeAll(async () => {
  await buildIfStale()
  folder = projectOf(page)
}, 180_000)

afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** `line:column rule` of each line that `pattern` finds in what a command prints. */
function shown(line: string, pattern: RegExp): string[] {
  const {stdout, stderr} = runIn(folder, line)
  return Array.from((stdout + stderr).matchAll(pattern), ([, place, rule]) => `${place} ${rule}`)
}

// `npx vitest run test/docs --update` writes the outputs into the page.
test('the page shows what the commands print', async () => {
  await expect(withOutputs(page, folder)).toMatchFileSnapshot(path)
})

const stylish = /^ +(\d+:\d+) +error .*? {2}(\S+)$/gm
const markdownlint = /^\S+?\.md:(\d+:\d+) error plan-(\S+)/gm
const remark = /^(\d+:\d+)\S* +\S*error.*? plan-(\S+) +remark-lint$/gm

test.each([
  ['the command line', 'npx plan-lint', stylish],
  ['markdownlint', 'npx markdownlint-cli2', markdownlint],
  ['remark', 'npx remark --quiet --no-color', remark],
])('%s accepts the RFC that fits, and tells every fault of the other one', (_, command, pattern) => {
  expect(runIn(folder, `${command} ${good}`).status).toBe(0)
  expect(shown(`${command} ${good}`, pattern)).toEqual([])
  expect(shown(`${command} ${spoilt}`, pattern)).toEqual(faults)
  expect(runIn(folder, `${command} ${spoilt}`).status).toBe(1)
})

test('markdownlint does so under a preset that is chosen', () => {
  rmSync(join(folder, '.markdownlint-cli2.jsonc'))
  expect(runIn(folder, `npx markdownlint-cli2 ${good}`).status).toBe(0)
  expect(shown(`npx markdownlint-cli2 ${spoilt}`, markdownlint)).toEqual(faults)
})

test('the template is no RFC yet', () => {
  const template = /^```markdown\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? ''
  writeFileSync(join(folder, 'rfcs/template.md'), template)
  const {stdout} = runIn(folder, 'npx plan-lint rfcs/template.md --format json')
  const rules = JSON.parse(stdout).files[0].findings.map(({rule}: {rule: string}) => rule)
  expect(new Set(rules)).toContain('no-placeholders')
})

test('a new RFC lacks nothing but what waits to be filled in', () => {
  const {stdout: text} = runIn(folder, 'npx plan-lint new rfc "Search"')
  writeFileSync(join(folder, 'rfcs/new.md'), text)
  expect(runIn(folder, 'npx plan-lint which rfcs/new.md').stdout).toMatch(/^rfcs\/new\.md rfc, /)
  const {stdout} = runIn(folder, 'npx plan-lint rfcs/new.md --format json')
  rmSync(join(folder, 'rfcs/new.md'))
  const rules = JSON.parse(stdout).files[0].findings.map(({rule}: {rule: string}) => rule)
  expect([...new Set(rules)].sort()).toEqual(['alternatives-reasoned', 'no-placeholders', 'phase-validation'])
})

test('a slip in a preset is told as the page says', () => {
  const message = /^```text\n(Section .*)$/m.exec(page)?.[1]
  const preset = readFileSync(join(folder, 'tools/plan-lint/rfc.mjs'), 'utf8')
  writeFileSync(join(folder, 'tools/plan-lint/slip.mjs'), preset.replace('holdsPhases', 'holdPhases'))
  writeFileSync(join(folder, 'slip.json'), JSON.stringify({plugins: ['./tools/plan-lint/slip.mjs']}))
  expect(runIn(folder, `npx plan-lint --config slip.json ${good}`)).toMatchObject({
    status: 2,
    stderr: `plan-lint: slip.json:1:13: the plugin "./tools/plan-lint/slip.mjs" cannot be loaded: ${message}\n`,
  })
})

test('the preset made of another one asks for what it adds, and for no more', () => {
  const plan = readFileSync(join(root, 'fixtures/phased/clean.md'), 'utf8')
  writeFileSync(join(folder, 'plan.md'), plan)
  const plugin = `import preset from './tools/plan-lint/team-phased.mjs'\nexport const presets = [preset]\n`
  writeFileSync(join(folder, 'team.mjs'), plugin)
  writeFileSync(join(folder, 'team.json'), JSON.stringify({plugins: ['./team.mjs']}))
  const {stdout} = runIn(folder, 'npx plan-lint --config team.json --format json plan.md')
  const [file] = JSON.parse(stdout).files
  expect(file).toMatchObject({preset: 'team-phased', presetSource: 'detected'})
  expect(file.findings).toMatchObject([{rule: 'required-sections', data: {section: 'security'}}])
})

test('the page tells of every key of a preset', () => {
  const keys = {
    id: true,
    summary: true,
    titleForms: true,
    fingerprints: true,
    priority: true,
    fields: true,
    sections: true,
    phases: true,
    metadata: true,
    mentions: true,
    vocabulary: true,
    literals: true,
    templateText: true,
    rules: true,
    fileName: true,
  } satisfies Record<keyof Preset, true>
  expect(Array.from(page.matchAll(/^\| `(\w+)` \|/gm), ([, key]) => key)).toEqual(Object.keys(keys))
})

test('its modules are well typed', () => {
  const options = '--noEmit --strict --checkJs --module nodenext --target es2023 --skipLibCheck --types node'
  const typeRoots = join(root, 'node_modules/@types')
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const files = 'check.mjs .markdownlint-cli2.mjs tools/plan-lint/remark.mjs tools/plan-lint/team-phased.mjs'
  expect(runIn(folder, `node ${tsc} ${options} --typeRoots ${typeRoots} ${files}`)).toMatchObject({
    stdout: '',
    status: 0,
  })
})
