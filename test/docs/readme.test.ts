import {spawnSync} from 'node:child_process'
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type Finding, lint} from '../../index.ts'
import {buildIfStale} from '../built.ts'
import {blocksOf} from './blocks.ts'
import {projectOf, runIn} from './pages.ts'

const root = join(import.meta.dirname, '../..')
const blocks = blocksOf('README.md')

/** The block of the page with these words. */
function block(words: string): string {
  const found = blocks.filter(({content}) => content.includes(words))
  expect(found).toHaveLength(1)
  return found[0]?.content ?? ''
}

let folder = ''

beforeAll(async () => {
  await buildIfStale()
  folder = projectOf('')
  writeFileSync(join(folder, 'plan.md'), readFileSync(join(root, 'fixtures/phased/faulty.md')))
}, 180_000)

afterAll(() => rmSync(folder, {recursive: true, force: true}))

test('what a document says of itself is what plan-lint knows', () => {
  const said = block('<!-- plan-lint preset: staged -->')
  const findings = ({findings}: {findings: readonly Finding[]}, id: string) => findings.filter(({rule}) => rule === id)
  const result = lint(`# Mails\n\n${said}`)
  expect(result).toMatchObject({preset: 'staged', presetSource: 'directive', suppressed: 1})
  // The last of them, with nothing between begin and end, keeps nothing back.
  expect(findings(result, 'directives')).toMatchObject([{severity: 'warning', data: {name: ''}}])
  expect(findings(result, 'no-placeholders')).toEqual([])
  expect(findings(lint(said.replace(/^<!-- plan-lint-disable-next-line.*$/m, '')), 'no-placeholders')).toHaveLength(1)
})

test('markdownlint-cli2 shows the findings', () => {
  writeFileSync(join(folder, '.markdownlint-cli2.jsonc'), block('"customRules"'))
  const {status, stderr} = runIn(folder, 'npx markdownlint-cli2 plan.md')
  expect(status).toBe(1)
  expect(stderr).toContain(' error plan-required-sections ')
})

test('remark shows the findings', () => {
  writeFileSync(join(folder, '.remarkrc'), block('"plan-lint/remark/phased"'))
  const {stderr} = runIn(folder, 'npx remark --quiet --no-color plan.md')
  expect(stderr).toMatch(/ plan-required-sections +remark-lint$/m)
})

test('a program gets preset, evidence, findings and verdict', () => {
  const program = `${block("import {lint, readiness} from 'plan-lint'")}\nconsole.log(JSON.stringify([preset, evidence, findings, verdict, blockers]))\n`
  writeFileSync(join(folder, 'own.mjs'), program)
  const {stdout, stderr} = spawnSync(process.execPath, ['own.mjs'], {cwd: folder, encoding: 'utf8'})
  expect(stderr).toBe('')
  const [preset, evidence, findings, verdict, blockers] = JSON.parse(stdout)
  expect({preset, evidence}).toEqual({preset: 'plan', evidence: []})
  expect(findings).toMatchObject([{rule: 'no-placeholders', data: {text: '[YOUR_NAME]'}}])
  expect(verdict).toBe('draft')
  expect(blockers[0]).toMatchObject({cause: 'no-placeholders', keepsFrom: 'reviewable', count: 1})
})
