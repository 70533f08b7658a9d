import {describe, expect, test} from 'vitest'
import {project, run} from './world.ts'

describe('a word that is no command', () => {
  test.each([
    ['explan', 'explain'],
    ['Rules', 'rules'],
    ['preset', 'presets'],
    ['wich', 'which'],
    ['rlues', 'rules'],
  ])('%s is nearly %s', async (word, command) => {
    expect(await run(project(), [word, 'x'])).toEqual({
      code: 2,
      stdout: '',
      stderr: `plan-lint: ${word}: no such file or folder; did you mean the command "${command}"?\n`,
    })
  })

  test('is a path where there is such a file or folder', async () => {
    const cwd = project({'rule/a.md': '# A\n\nText.\n'})
    expect(await run(cwd, ['rule', '--quiet'])).toEqual({code: 0, stdout: '', stderr: ''})
  })

  test.each([
    ['explan', 'unknown command "explan"; did you mean "explain"?'],
    ['a.md', 'unknown command "a.md"; "plan-lint --help" lists them all'],
  ])('has no help: %s', async (word, message) => {
    expect(await run(project({'a.md': ''}), ['help', word])).toEqual({
      code: 2,
      stdout: '',
      stderr: `plan-lint: ${message}\n`,
    })
  })

  test.each(['plans', 'plan.md', './rule', 'docs'])('%s is a path in any case', async word => {
    const {code, stderr} = await run(project(), [word])
    expect(code).toBe(2)
    expect(stderr).not.toContain('did you mean the command')
  })
})
