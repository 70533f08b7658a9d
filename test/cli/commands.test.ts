import {describe, expect, test} from 'vitest'
import {commands} from '../../cli/commands/commands.ts'
import {project, run} from './world.ts'

const learning = ['new', 'which', 'inspect', 'explain', 'rules', 'presets']

describe.each(learning)('%s --help', name => {
  test('fits a screen, and says how it is used', async () => {
    const {code, stdout, stderr} = await run(project(), [name, '--help'])
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toMatch(new RegExp(`^plan-lint ${name} \\S+: .*\\n\\nUsage: plan-lint ${name} `))
    const lines = stdout.trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(24)
    expect(lines.filter(line => line.length > 80)).toEqual([])
  })

  test('is what "help" prints, too', async () => {
    const cwd = project()
    expect(await run(cwd, ['help', name])).toEqual(await run(cwd, [name, '--help']))
  })
})

test('the help of plan-lint lists every command', async () => {
  const {stdout} = await run(project(), ['help'])
  expect(stdout).toEqual((await run(project(), ['--help'])).stdout)
  for (const name of Object.keys(commands).filter(name => name !== 'lint'))
    expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
})

describe('a word that is no command', () => {
  test.each([
    ['explan', 'explain'],
    ['Rules', 'rules'],
    ['preset', 'presets'],
    ['wich', 'which'],
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

  test.each(['plans', 'plan.md', './rule', 'docs'])('%s is a path in any case', async word => {
    const {code, stderr} = await run(project(), [word])
    expect(code).toBe(2)
    expect(stderr).not.toContain('did you mean the command')
  })
})
