import {spawnSync} from 'node:child_process'
import {mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {scaffold} from '../../../core/scaffold/scaffold.ts'
import {presets} from '../../../index.ts'
import {buildIfStale} from '../../built.ts'
import {hosted, plan, root, toldOf} from './hosted.ts'

beforeAll(buildIfStale)

const packages = ['plan-lint', 'markdownlint-cli2']
const file = '.markdownlint-cli2.jsonc'
const customRules = ['plan-lint/markdownlint']

const told = (files: Record<string, string | object>, installed = packages) =>
  toldOf(hosted({'plans/a.md': plan, 'plans/b.md': plan, ...files}, installed), 'markdownlint-cli2')

/** What `markdownlint-cli2` itself says in `folder`. */
function markdownlint(folder: string, ...argv: string[]): string {
  const bin = join(root, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs')
  return spawnSync(process.execPath, [bin, ...argv], {cwd: folder, encoding: 'utf8'}).stderr
}

describe('the rules load', () => {
  test.each([
    ['.markdownlint-cli2.jsonc', {customRules, config: {extends: 'plan-lint/markdownlint/presets/phased.json'}}],
    ['.markdownlint-cli2.yaml', 'customRules: ["plan-lint/markdownlint"]\n'],
    ['.markdownlint-cli2.mjs', "import rules from 'plan-lint/markdownlint'\nexport default {customRules: [rules]}\n"],
    ['.markdownlint-cli2.cjs', "module.exports = {customRules: ['plan-lint/markdownlint']}\n"],
    ['package.json', {'markdownlint-cli2': {customRules}}],
  ])('by %s', async (name, content) => {
    expect(await told({[name]: content})).toMatchObject({
      status: 'passed',
      summary: "0.20.0 shows plan-lint's findings in all 2 plans",
      problems: [],
    })
  })

  test('by a file that a script names', async () => {
    const docs = `markdownlint-cli2 --config config/${file} "plans/*.md"`
    const files = {'package.json': {scripts: {docs}}, [`config/${file}`]: {customRules}}
    expect(await told(files)).toMatchObject({status: 'passed', problems: []})
    expect((await told({...files, [`config/${file}`]: {customRules: ['plan-lint']}})).problems).toEqual([
      expect.stringMatching(
        /^error: "plan-lint" among .* = write "plan-lint\/markdownlint" in config\/\.markdownlint-cli2/,
      ),
    ])
  })

  test('where all of them are off but our own', async () => {
    expect(await told({[file]: {customRules, config: {default: false, plan: true}}})).toMatchObject({problems: []})
  })
})

describe('tells why they do not', () => {
  test('they are not named', async () => {
    expect(await told({[file]: {config: {MD013: false}}})).toEqual({
      code: 0,
      status: 'warning',
      summary: "0.20.0 without plan-lint's rules",
      problems: [
        `warning: plan-lint's rules are not among the "customRules" for any of 2 plans = add "plan-lint/markdownlint" to "customRules" in ${file}`,
      ],
    })
  })

  test('the package is named, and not its entry for markdownlint', async () => {
    expect(await told({[file]: {customRules: ['plan-lint']}})).toEqual({
      code: 1,
      status: 'failed',
      summary: "0.20.0 shows none of plan-lint's findings",
      problems: [
        `error: "plan-lint" among the "customRules" brings no rules, and markdownlint-cli2 does not say so = write "plan-lint/markdownlint" in ${file}`,
      ],
    })
  })

  test('the package is not installed', async () => {
    const {status, problems} = await told({[file]: {customRules}}, ['markdownlint-cli2'])
    expect(status).toBe('failed')
    expect(problems).toEqual([
      expect.stringMatching(
        /^error: Unable to import module 'plan-lint\/markdownlint'\. .* = npm install --save-dev plan-lint$/,
      ),
    ])
  })

  test.each([
    ['all rules', {default: false}],
    ['the tag', {plan: false}],
    ['the tag, in a comment of the options', {plan: false, MD013: false}],
  ])('%s are off', async (_, config) => {
    expect((await told({[file]: {customRules, config}})).problems).toEqual([
      `error: the configuration switches plan-lint's rules off for all 2 plans = set "plan": true where the rules are switched, in "config" of ${file} or in a folder of the plans`,
    ])
  })

  test('a folder of the plans switches them off', async () => {
    const files = {[file]: {customRules}, 'plans/b/.markdownlint.json': {default: false}, 'plans/b/c.md': plan}
    expect(await told(files)).toMatchObject({
      code: 0,
      summary: "0.20.0 shows plan-lint's findings in 2 of 3 plans",
      problems: [
        expect.stringMatching(
          /^warning: the configuration switches plan-lint's rules off for 1 of 3 plans \(plans\/b\/c\.md\)/,
        ),
      ],
    })
  })

  test('a folder of the plans names other rules', async () => {
    const files = {
      [file]: {customRules},
      'plans/b/.markdownlint-cli2.jsonc': {customRules: []},
      'plans/b/c.md': plan,
    }
    expect((await told(files)).problems).toEqual([
      `warning: "customRules" that do not name plan-lint's rules count for 1 of 3 plans (plans/b/c.md) = a file in a folder of the plans takes the place of ${file}; name "plan-lint/markdownlint" there, too`,
    ])
  })

  test('plans are ignored', async () => {
    expect((await told({[file]: {customRules, ignores: ['plans/b.md']}})).problems).toEqual([
      `warning: "ignores" leaves out 1 of 2 plans (plans/b.md) = take that out of "ignores" in ${file}`,
    ])
    expect((await told({[file]: {customRules, ignores: ['plans/**']}})).problems).toEqual([
      `error: "ignores" leaves out all 2 plans = take that out of "ignores" in ${file}`,
    ])
  })

  test('as many plans as there may be', async () => {
    const many = Object.fromEntries(Array.from({length: 30}, (_, index) => [`plans/${index}.md`, plan]))
    expect((await told({...many, [file]: {customRules, ignores: ['plans']}})).problems).toEqual([])
    expect((await told({...many, [file]: {customRules, ignores: ['plans/*']}})).problems).toEqual([
      `error: "ignores" leaves out all 32 plans = take that out of "ignores" in ${file}`,
    ])
  })

  test('of two reasons both are told', async () => {
    const {problems} = await told({[file]: {customRules, config: {default: false}, ignores: ['plans/**']}})
    expect(problems.map(problem => problem.slice(0, 30))).toEqual(
      ['error: the configuration switch', 'error: "ignores" leaves out all'].map(words => words.slice(0, 30)),
    )
  })

  test('globs take plans out again', async () => {
    const globs = ['**/*.md', '!node_modules', '!plans/b.md']
    expect((await told({[file]: {customRules, globs}})).problems).toEqual([
      `warning: nothing comes out in 1 of 2 plans (plans/b.md), and trying did not tell why = look for globs that begin with "!" in ${file}, and at what this prints: npx markdownlint-cli2 ":plans/b.md"`,
    ])
  })
})

describe('a run comes to the plans', () => {
  test('by globs', async () => {
    expect((await told({[file]: {customRules, globs: ['**/*.md', '!node_modules']}})).problems).toEqual([])
    expect((await told({[file]: {customRules, globs: ['plans/a.md']}})).problems).toEqual([
      `warning: a run of it does not come to 1 of 2 plans (plans/b.md) = name them in "globs" of ${file}`,
    ])
    expect((await told({[file]: {customRules, globs: ['docs/*.md']}})).problems).toEqual([
      `error: a run of it does not come to any of 2 plans = name them in "globs" of ${file}`,
    ])
  })

  test('by scripts, together', async () => {
    const one = {a: 'markdownlint-cli2 "plans/a.md"'}
    const both = {...one, b: "tsc && NODE_ENV=x npx --no -- markdownlint-cli2 --fix 'plans/b*' '#node_modules'"}
    expect((await told({[file]: {customRules}, 'package.json': {scripts: both}})).problems).toEqual([])
    expect((await told({[file]: {customRules}, 'package.json': {scripts: one}})).problems).toEqual([
      'warning: a run of it does not come to 1 of 2 plans (plans/b.md) = name them in the script "a"',
    ])
  })
})

describe('traps', () => {
  const extended = {customRules, config: {extends: 'plan-lint/markdownlint/presets/phased.json'}}

  test('a file of switches is taken in place of those among the options', async () => {
    const files = {[file]: extended, '.markdownlint.json': {MD013: false}, 'plans/a.md': '# A\n\nText.\n'}
    expect((await told(files)).problems).toEqual([
      `warning: .markdownlint.json is taken in place of "config" in ${file}, so that the preset named there does not count = move "extends" into .markdownlint.json, or all of that file into "config"`,
    ])
    expect(markdownlint(hosted({...files, '.markdownlint.json': {}}, packages), 'plans/a.md')).toBe('')
    const {'.markdownlint.json': _, ...alone} = files
    expect(markdownlint(hosted(alone, packages), 'plans/a.md')).toContain('plan-required-sections')
  })

  test('the same heading in each phase', async () => {
    const phased = presets.find(({id}) => id === 'phased') ?? expect.fail()
    const text = scaffold(phased, presets, 'Retries')
    const files = {[file]: {customRules}, 'plans/a.md': text}
    expect(markdownlint(hosted(files, packages), 'plans/a.md')).toContain('MD024')
    expect((await told(files)).problems).toEqual([
      `warning: MD024 takes the headings that phased asks for in each phase for duplicates = set "MD024": {"siblings_only": true} in "config" of ${file}`,
    ])
    const cured = {...files, [file]: {customRules, config: {MD024: {siblings_only: true}}}}
    expect(markdownlint(hosted(cured, packages), 'plans/a.md')).not.toContain('MD024')
    expect((await told(cured)).problems).toEqual([])
  })

  test('a file of ignored paths that it does not read', async () => {
    const files = {[file]: {customRules}, '.markdownlintignore': 'plans/b.md\n', 'plans/b.md': `${plan}\n[NAME]\n`}
    expect((await told(files)).problems).toEqual([
      `warning: .markdownlintignore names 1 of 2 plans (plans/b.md), but only markdownlint-cli reads that file = put what markdownlint-cli2 is to leave out into "ignores" in ${file}`,
    ])
    expect(markdownlint(hosted(files, packages), 'plans/*.md')).toContain('plans/b.md:7:1 error plan-no-placeholders')
  })

  test('comments of plan-lint are no HTML to it', () => {
    const text =
      '<!-- plan-lint preset: plan -->\n# A\n\n<!-- plan-lint-disable-next-line no-placeholders -- x -->\n[NAME]\n'
    expect(markdownlint(hosted({'a.md': text}, packages), 'a.md')).toBe('')
  })
})

describe('what is broken', () => {
  test('the file with the options', async () => {
    const {code, status, problems} = await told({[file]: '{"customRules": ['})
    expect({code, status}).toEqual({code: 1, status: 'failed'})
    expect(problems[0]).toMatch(
      /^error: Unable to use configuration file '.*\.markdownlint-cli2\.jsonc'; .* = put that right/,
    )
  })

  test('a preset that does not exist', async () => {
    const config = {extends: 'plan-lint/markdownlint/presets/phazed.json'}
    expect((await told({[file]: {customRules, config}})).problems[0]).toContain('phazed.json')
  })

  test('rules that end the process', async () => {
    const {status, problems} = await told({[file]: {customRules: ['./rules.mjs']}, 'rules.mjs': 'process.exit()\n'})
    expect(status).toBe('failed')
    expect(problems).toEqual([
      'error: it ended without a word = put that right; "npx markdownlint-cli2" then runs, too',
    ])
  })

  test('rules that print', async () => {
    const rules = "console.log('::error::x'); console.error('y')\nexport {default} from 'plan-lint/markdownlint'\n"
    expect(await told({[file]: {customRules: ['./rules.mjs']}, 'rules.mjs': rules})).toMatchObject({problems: []})
  })
})

test('what is not installed cannot be tried', async () => {
  expect((await told({[file]: {customRules}}, ['plan-lint'])).problems).toEqual([
    `warning: ${file} is there, but the project has no markdownlint-cli2 to try it with = npm install --save-dev markdownlint-cli2`,
  ])
})

test('a host that is made for other versions of Node and markdownlint', async () => {
  const folder = hosted({[file]: {customRules}, 'plans/a.md': plan}, ['plan-lint'])
  const host = join(folder, 'node_modules/markdownlint-cli2')
  mkdirSync(join(host, 'node_modules/markdownlint'), {recursive: true})
  const manifest = {name: 'markdownlint-cli2', version: '0.9.9', exports: './main.mjs', engines: {node: '<20'}}
  writeFileSync(join(host, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(host, 'node_modules/markdownlint/package.json'), '{"name": "markdownlint", "version": "0.37.4"}')
  symlinkSync(join(root, 'node_modules/markdownlint-cli2/markdownlint-cli2.mjs'), join(host, 'main.mjs'))
  expect((await toldOf(folder, 'markdownlint-cli2')).problems).toEqual([
    `warning: markdownlint-cli2 0.9.9 is made for Node <20, and this is ${process.versions.node} = take another version of Node, or an older one of markdownlint-cli2`,
    'warning: markdownlint-cli2 brings markdownlint 0.37.4, and plan-lint is made for >=0.38 = take a newer markdownlint-cli2: npm install --save-dev markdownlint-cli2@latest',
  ])
})

test('nothing is written, though a run would fix and report', async () => {
  const faulty = `${plan}\n\n\nEnd\n`
  const writer = "import {writeFileSync} from 'node:fs'\nexport default () => writeFileSync('report.txt', 'x')\n"
  const options = {customRules, fix: true, globs: ['**/*.md', '!node_modules'], outputFormatters: [['./writer.mjs']]}
  const folder = hosted({[file]: options, 'writer.mjs': writer, 'plans/a.md': faulty, 'b.md': faulty}, packages)
  const before = readdirSync(folder)
  expect((await toldOf(folder, 'markdownlint-cli2')).status).toBe('passed')
  expect(readdirSync(folder)).toEqual(before)
  for (const path of ['plans/a.md', 'b.md']) expect(readFileSync(join(folder, path), 'utf8')).toBe(faulty)
})
