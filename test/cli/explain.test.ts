import {stripVTControlCharacters} from 'node:util'
import {describe, expect, test} from 'vitest'
import {rules} from '../../index.ts'
import {project, run} from './world.ts'

const plugin = `export const rules = [{
  id: 'no-todo', summary: 'A \\u001b[31mTODO is left', group: 'own', severity: 'warning', enabledByDefault: true,
  options: {words: {type: 'array', items: {type: 'string'}, default: ['TODO'], description: 'What counts | as one'}},
  messages: {todo: 'TODO'}, check: function* () {},
}]`
const withPlugin = {'plan-lint.config.json': '{"plugins": ["./own.mjs"]}', 'own.mjs': plugin}

describe.each(rules)('$id', ({id, summary, url}) => {
  test('its page is printed, in lines that fit a terminal', async () => {
    const {code, stdout, stderr} = await run(project(), ['explain', id], {columns: 80, env: {}})
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    const lines = stripVTControlCharacters(stdout).split('\n')
    expect(lines.slice(0, 3)).toEqual([id, '', expect.stringContaining(summary.slice(0, 30))])
    expect(lines.at(-2)?.endsWith(`${url}`)).toBe(true)
    const wide = lines.filter(line => line.length > 80 && !line.startsWith('  │'))
    expect(wide.filter(line => line.includes(' '))).toEqual([])
    expect(stdout).not.toContain('rule:start')
  })
})

test('without a terminal headings and code keep their marks, and no colour is printed', async () => {
  const {stdout} = await run(project(), ['explain', 'no-placeholders'])
  expect(stdout).toMatch(/^# no-placeholders\n\n/)
  expect(stdout).toContain('• In markdownlint and remark: `plan-no-placeholders`')
  expect(stdout).toContain('\n  │ **Date**: [DATE]\n')
  expect(stdout).not.toContain('\u001b')
})

test('colour stands for marks where it is asked for', async () => {
  const {stdout} = await run(project(), ['explain', 'no-placeholders', '--color'])
  expect(stdout).toContain('\u001b[36mplan-no-placeholders\u001b[39m')
})

test('tables are laid out, links give their address where it leads elsewhere', async () => {
  const {stdout} = await run(project(), ['explain', 'no-function-bodies'], {env: {NO_COLOR: '1'}, columns: 60})
  expect(stdout).toMatch(/^Option +Type +Default +Meaning\n─+\n`/m)
})

test('the name that the rule has in other linters will do', async () => {
  const cwd = project()
  expect(await run(cwd, ['explain', 'plan-stage-sync'])).toEqual(await run(cwd, ['explain', 'stage-sync']))
})

test('a rule of a plugin says of itself what there is, and steers no terminal', async () => {
  const {code, stdout} = await run(project(withPlugin), ['explain', 'no-todo'])
  expect(code).toBe(0)
  expect(stdout).toContain('# no-todo\n\nA ␛[31mTODO is left.\n\n• Severity: warning\n• Group: own\n')
  expect(stdout).toContain('`words`  list of strings  `["TODO"]`  What counts | as one')
  expect(stdout).not.toContain('\u001b')
})

test.each([
  [[], 'which rule? Write: plan-lint explain <rule>; "plan-lint rules" lists them'],
  [['no-placeholder'], 'unknown rule "no-placeholder"; did you mean "no-placeholders"?'],
  [['qqqqqqqqqqqq'], 'unknown rule "qqqqqqqqqqqq"; "plan-lint rules" lists them all'],
  [['staged'], '"staged" is a preset, no rule; write: plan-lint presets show staged'],
  [['a', 'b'], 'one rule at a time, not "b" besides; write: plan-lint explain <rule>; "plan-lint rules" lists them'],
  [
    ['stage-sync', '--config', 'x.json', '--no-config'],
    '--config and --no-config contradict each other; leave one out',
  ],
])('explain %j', async (argv, message) => {
  expect(await run(project(), ['explain', ...argv])).toEqual({code: 2, stdout: '', stderr: `plan-lint: ${message}\n`})
})
