import {beforeAll, describe, expect, test} from 'vitest'
import {buildIfStale} from '../../built.ts'
import {hosted, plan, toldOf} from './hosted.ts'

beforeAll(buildIfStale)

const ownModule = {'plan-lint-rules.cjs': "module.exports = require('plan-lint/markdownlint').default\n"}
const withRules = (rules: string) => ({'package.json': {scripts: {docs: `markdownlint --rules ${rules} "**/*.md"`}}})

const told = (files: Record<string, string | object>, packages = ['plan-lint', 'markdownlint-cli']) =>
  toldOf(hosted({'plans/a.md': plan, 'plans/b.md': plan, ...files}, packages), 'markdownlint-cli')

test('the rules load by a module of the project', async () => {
  expect(await told({...withRules('./plan-lint-rules.cjs'), ...ownModule})).toEqual({
    code: 0,
    status: 'passed',
    summary: "0.48.0 shows plan-lint's findings",
    problems: [],
  })
})

describe('tells why they do not', () => {
  const advice =
    'name a module of yours, "--rules ./plan-lint-rules.cjs", that says: module.exports = require(\'plan-lint/markdownlint\').default; or use markdownlint-cli2'

  test('it is asked for none', async () => {
    const {status, problems} = await told({'package.json': {devDependencies: {'markdownlint-cli': '0'}}})
    expect({status, problems}).toEqual({
      status: 'warning',
      problems: [
        `warning: it takes rules by --rules only, and no script gives it any = ${advice}, which takes them by its configuration`,
      ],
    })
  })

  test('it does not find entries of packages', async () => {
    expect((await told(withRules('plan-lint/markdownlint'))).problems).toEqual([
      `error: Cannot load custom rule plan-lint/markdownlint: No such rule = ${advice}`,
    ])
  })

  test.each(['plan-lint', 'node_modules/plan-lint/dist/hosts/markdownlint.js'])(
    'it does not see the default export of %s',
    async rules => {
      const {status, problems} = await told(withRules(rules))
      expect(status).toBe('failed')
      expect(problems).toEqual([
        `error: Property 'names' of custom rule at index 0 is incorrect: 'undefined'. = ${advice}`,
      ])
    },
  )

  test('its modules bring other rules', async () => {
    const other = "module.exports = {names: ['x'], description: 'x', tags: ['y'], parser: 'none', function() {}}\n"
    const {problems} = await told({...withRules('./other.cjs'), 'other.cjs': other})
    expect(problems).toEqual([
      expect.stringMatching(/^error: the modules of --rules do not bring plan-lint's rules = /),
    ])
  })

  test('they are off', async () => {
    const files = {...withRules('./plan-lint-rules.cjs'), ...ownModule, '.markdownlint.json': {default: false}}
    expect((await told(files)).problems).toEqual([
      'error: the configuration switches plan-lint\'s rules off = set "plan": true in it',
    ])
    expect((await told({...files, '.markdownlint.json': {default: false, plan: true}})).problems).toEqual([])
  })

  test('plans are ignored', async () => {
    const files = {...withRules('./plan-lint-rules.cjs'), ...ownModule, '.markdownlintignore': 'plans/b*\n'}
    expect((await told(files)).problems).toEqual([
      'warning: .markdownlintignore leaves out 1 of 2 plans (plans/b.md) = take that out of .markdownlintignore',
    ])
  })
})

test('what is not installed cannot be tried', async () => {
  expect((await told(withRules('x'), ['plan-lint'])).problems).toEqual([
    'warning: package.json names it, but it is not installed = npm install',
  ])
})
