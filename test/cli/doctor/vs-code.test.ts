import {beforeAll, describe, expect, test} from 'vitest'
import {buildIfStale} from '../../built.ts'
import {hosted, plan, toldOf} from './hosted.ts'

beforeAll(buildIfStale)

const settings = '.vscode/settings.json'
const extensions = '.vscode/extensions.json'
const customRules = ['plan-lint/markdownlint']

const told = (files: Record<string, string | object>, packages = ['plan-lint', 'markdownlint-cli2']) =>
  toldOf(hosted({'plans/a.md': plan, ...files}, packages), 'VS Code')

test('settings of other things are passed over', async () => {
  expect(await told({[settings]: {'editor.tabSize': 2}})).toMatchObject({status: 'absent', problems: []})
})

test('settings with comments are read, and told of where they are broken', async () => {
  expect((await told({[settings]: '{\n  // on\n  "planLint.enable": true,\n}\n'})).status).toBe('passed')
  expect(await told({[settings]: '{\n  "planLint.enable": tru\n}\n'})).toMatchObject({
    code: 1,
    status: 'failed',
    summary: 'cannot be read',
    problems: [expect.stringMatching(/^error: \.vscode\/settings\.json:2:\d+: is no JSON: /)],
  })
})

describe('the plan-lint extension', () => {
  test('is on', async () => {
    expect(await told({[extensions]: {recommendations: ['plan-lint.plan-lint']}})).toMatchObject({
      code: 0,
      status: 'passed',
      summary: 'the plan-lint extension',
    })
  })

  test('is off', async () => {
    expect((await told({[settings]: {'planLint.enable': false}})).problems).toEqual([
      'warning: "planLint.enable" is false, so that the plan-lint extension shows nothing = take that setting out of .vscode/settings.json',
    ])
  })

  test('runs the plan-lint that it is told to run, where there is one', async () => {
    expect((await told({[settings]: {'planLint.path': 'node_modules/plan-lint'}})).problems).toEqual([])
    expect((await told({[settings]: {'planLint.path': 'tools/plan-lint'}})).problems).toEqual([
      'warning: there is no plan-lint at "tools/plan-lint", which "planLint.path" names; the extension runs its own instead = npm install --save-dev plan-lint, and name "node_modules/plan-lint"',
    ])
  })
})

describe('the markdownlint extension', () => {
  const shows = "markdownlint, which shows plan-lint's findings where the folder is trusted"

  test('shows findings by the settings, or by the project', async () => {
    const byProject = {
      [extensions]: {recommendations: ['DavidAnson.vscode-markdownlint']},
      '.markdownlint-cli2.jsonc': {customRules},
    }
    for (const files of [{[settings]: {'markdownlint.customRules': customRules}}, byProject])
      expect(await told(files)).toMatchObject({status: 'passed', summary: shows})
  })

  test('takes its setting only where the project names no rules', async () => {
    const files = {
      [settings]: {'markdownlint.customRules': customRules},
      '.markdownlint-cli2.jsonc': {customRules: []},
    }
    expect(await told(files)).toMatchObject({
      code: 1,
      summary: "markdownlint, without plan-lint's rules",
      problems: [
        'error: "customRules" in .markdownlint-cli2.jsonc takes the place of "markdownlint.customRules", which names plan-lint = add "plan-lint/markdownlint" to "customRules" in .markdownlint-cli2.jsonc',
      ],
    })
  })

  test('gets no rules from the package itself', async () => {
    expect((await told({[settings]: {'markdownlint.customRules': ['plan-lint']}})).problems).toEqual([
      'error: the modules in "markdownlint.customRules" bring no rules of plan-lint = write "plan-lint/markdownlint" in "markdownlint.customRules"',
    ])
  })

  test('has the rules off', async () => {
    const files = {[settings]: {'markdownlint.customRules': customRules, 'markdownlint.config': {plan: false}}}
    expect((await told(files)).problems).toEqual([
      expect.stringMatching(
        /: the configuration switches plan-lint's rules off for plans\/a\.md = set "plan": true .*, in "markdownlint\.config", /,
      ),
    ])
  })

  test('fails', async () => {
    expect((await told({[settings]: {'markdownlint.customRules': ['./none.mjs']}})).problems).toEqual([
      expect.stringMatching(/^error: markdownlint: Unable to import module '\.\/none\.mjs'\./),
    ])
  })

  test('cannot be tried without markdownlint-cli2', async () => {
    expect((await told({[settings]: {'markdownlint.customRules': customRules}}, ['plan-lint'])).problems).toEqual([
      'warning: whether the markdownlint extension loads the rules cannot be tried without markdownlint-cli2 in the project = npm install --save-dev markdownlint-cli2',
    ])
  })

  test('shows what the plan-lint extension shows, too', async () => {
    const both = {'markdownlint.customRules': customRules, 'planLint.enable': true}
    expect((await told({[settings]: both})).problems).toEqual([
      'warning: the plan-lint extension and markdownlint both show the findings, so that each stands there twice = set "plan": false under "markdownlint.config", or leave the plan-lint extension out',
    ])
    const cured = {...both, 'markdownlint.config': {plan: false}}
    expect((await told({[settings]: cured})).problems).toEqual([])
  })
})

test('the remark extension needs remark in the project', async () => {
  const files = {[extensions]: {recommendations: ['unifiedjs.vscode-remark']}}
  expect((await told(files, ['plan-lint', 'remark'])).problems).toEqual([])
  expect((await told(files, ['plan-lint'])).problems).toEqual([
    "warning: the remark extension runs the project's remark, and there is none = npm install --save-dev remark",
  ])
})

test('the settings of the repository count in a package of it', async () => {
  const folder = hosted({'.git/HEAD': '', [settings]: {'planLint.enable': false}, 'a/package.json': {}, 'a/x.md': ''})
  expect((await toldOf(`${folder}/a`, 'VS Code')).status).toBe('warning')
})
