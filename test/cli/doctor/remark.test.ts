import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {buildIfStale} from '../../built.ts'
import {hosted, plan, root, toldOf} from './hosted.ts'

beforeAll(buildIfStale)

const packages = ['plan-lint', 'remark-cli', 'remark-lint']
const file = '.remarkrc.json'
const plugins = ['plan-lint/remark']

const told = (files: Record<string, string | object>, installed = packages) =>
  toldOf(hosted({'plans/a.md': plan, 'plans/b.md': plan, ...files}, installed), 'remark')

describe('the rules load', () => {
  test.each([
    ['.remarkrc', {plugins: ['plan-lint/remark/phased']}],
    ['.remarkrc.json', {plugins}],
    ['.remarkrc.yml', 'plugins:\n  - plan-lint/remark\n'],
    ['.remarkrc.mjs', "import planLint from 'plan-lint/remark'\nexport default {plugins: [planLint]}\n"],
    ['package.json', {remarkConfig: {plugins}}],
  ])('by %s', async (name, content) => {
    expect(await told({[name]: content})).toMatchObject({
      code: 0,
      summary: "remark-cli 12.0.1 shows plan-lint's findings in all 2 plans",
      problems: [],
    })
  })
})

test('the rules load by a file that a script names', async () => {
  const files = {'package.json': {scripts: {docs: 'remark . --rc-path config/rc.json -q'}}, 'config/rc.json': {plugins}}
  expect(await told(files)).toMatchObject({status: 'passed', problems: []})
  expect((await told({...files, 'config/rc.json': {plugins: []}})).problems).toEqual([
    'warning: plan-lint\'s rules are not among the plugins for any of 2 plans = add "plan-lint/remark" to "plugins" in config/rc.json',
  ])
})

describe('tells why they do not', () => {
  test('they are not named', async () => {
    expect(await told({[file]: {plugins: ['remark-lint']}})).toEqual({
      code: 0,
      status: 'warning',
      summary: "remark-cli 12.0.1 without plan-lint's rules",
      problems: [
        `warning: plan-lint's rules are not among the plugins for any of 2 plans = add "plan-lint/remark" to "plugins" in ${file}`,
      ],
    })
  })

  test('they are off', async () => {
    const off = `import {rules} from 'plan-lint/remark'
      export default {plugins: Object.values(rules).map(rule => [rule, false])}`
    const {code, problems} = await told({'.remarkrc.mjs': off})
    expect(code).toBe(1)
    expect(problems).toEqual([
      expect.stringMatching(
        /^error: the configuration does not bring plan-lint's rules to any of 2 plans, or switches/,
      ),
    ])
  })

  test('plans are ignored', async () => {
    expect((await told({[file]: {plugins}, '.remarkignore': 'plans/b.md\n'})).problems).toEqual([
      'warning: .remarkignore leaves out 1 of 2 plans (plans/b.md) = take that out of .remarkignore',
    ])
  })

  test('a folder of the plans has a configuration of its own', async () => {
    const files = {[file]: {plugins}, 'plans/b/.remarkrc.json': {plugins: []}, 'plans/b/c.md': plan}
    expect((await told(files)).problems).toEqual([
      expect.stringMatching(
        /^warning: the configuration does not bring plan-lint's rules to 1 of 3 plans \(plans\/b\/c\.md\)/,
      ),
    ])
  })

  test('the package is not installed', async () => {
    expect((await told({[file]: {plugins}}, ['remark-cli'])).problems).toEqual([
      expect.stringMatching(/^error: .*plan-lint\/remark.* = npm install --save-dev plan-lint$/),
    ])
  })

  test('the file with the plugins is broken', async () => {
    const {status, problems} = await told({[file]: '{"plugins": ['})
    expect(status).toBe('failed')
    expect(problems).toEqual([expect.stringMatching(/^error: .*JSON.* = put that right; "npx remark" then runs, too$/)])
  })

  test('remark is not installed', async () => {
    expect((await told({[file]: {plugins}}, ['plan-lint'])).problems).toEqual([
      `warning: ${file} is there, but the project has no remark-cli to try it with = npm install --save-dev remark-cli`,
    ])
  })
})

test('a run comes to the plans, or not', async () => {
  const scripts = (docs: string) => ({[file]: {plugins}, 'package.json': {scripts: {docs}}})
  expect((await told(scripts('remark . --frail --quiet'))).problems).toEqual([])
  expect((await told(scripts('remark plans/a.md docs -q'))).problems).toEqual([
    'warning: a run of it does not come to 1 of 2 plans (plans/b.md) = name them in the script "docs"',
  ])
  expect((await told(scripts('remark plans --ignore-pattern "plans/*"'))).problems).toEqual([
    'error: a run of it does not come to any of 2 plans = name them in the script "docs"',
  ])
})

describe('traps', () => {
  const remark = (folder: string, ...argv: string[]) =>
    spawnSync(process.execPath, [join(root, 'node_modules/remark-cli/cli.js'), '--no-color', ...argv], {
      cwd: folder,
      encoding: 'utf8',
    }).stderr

  test('without remark-lint its comments keep nothing back', async () => {
    const single = "import {rules} from 'plan-lint/remark'\nexport default {plugins: Object.values(rules)}\n"
    const files = {'.remarkrc.mjs': single, 'plans/a.md': `${plan}\n<!-- lint disable -->\n\n[NAME]\n`}
    expect((await told(files)).problems).toEqual([
      'warning: comments such as <!-- lint disable --> keep no finding back, as remark-lint is not among the plugins = put "remark-lint" before plan-lint\'s rules in .remarkrc.mjs; npm install --save-dev remark-lint',
    ])
    expect(remark(hosted(files, packages), 'plans/a.md')).toContain('plan-no-placeholders')
    const whole =
      "import {rules} from 'plan-lint/remark'\nexport default {plugins: ['remark-lint', ...Object.values(rules)]}\n"
    expect((await told({...files, '.remarkrc.mjs': whole})).problems).toEqual([])
    expect(remark(hosted({...files, '.remarkrc.mjs': whole}, packages), 'plans/a.md')).not.toContain('placeholders')
  })

  test.each(['remark . --output', 'remark plans -qfo'])('%s writes plans anew', async script => {
    const tasks = `${plan}\n- [ ] T003 [P] Write src/__init__.py\n`
    const files = {[file]: {plugins}, 'package.json': {scripts: {tidy: script}}, 'plans/a.md': tasks}
    expect((await told(files)).problems).toEqual([
      'warning: the script "tidy" lets remark write: it writes a whole plan anew, and "[P]" becomes "\\[P]" = leave --output out, or keep plans out of that run by --ignore-pattern',
    ])
    const folder = hosted(files, packages)
    remark(folder, ...script.split(' ').slice(1))
    expect(readFileSync(join(folder, 'plans/a.md'), 'utf8')).toContain('* [ ] T003 \\[P] Write')
  })
})
