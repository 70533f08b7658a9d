import {describe, expect, test} from 'vitest'
import type {Command, Option} from '../../cli/commands/command.ts'
import {type CommandName, commands} from '../../cli/commands/commands.ts'
import {lintOptions} from '../../cli/commands/lint-options.ts'
import {planGlobs} from '../../core/plan-paths.ts'
import {project, run} from './world.ts'

const names = Object.keys(commands) as CommandName[]
const loaded = await Promise.all(names.map(async name => [name, await commands[name].load()] as const))

/** Lines that a screen shows: of a small terminal; of an open window for what has most to say. */
const screen = {small: 24, open: 40}

async function helpOf(...argv: string[]): Promise<string> {
  const {code, stdout, stderr} = await run(project(), argv)
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  return stdout
}

function assertFits(help: string, most: number): void {
  const lines = help.split('\n')
  expect(lines.length).toBeLessThanOrEqual(most)
  expect(lines.filter(line => line.length > 80)).toEqual([])
}

/** The lines of options that show `--name`, alone or with others. */
function linesOf(help: string, name: string): string[] {
  return help.split('\n').filter(line => {
    const [, forms = ''] = /^ {2}(?: {4})?(-.*?)(?: {2}|$)/.exec(line) ?? []
    return new RegExp(`--${name}(?![\\w-])`).test(forms)
  })
}

describe.each(loaded)('%s --help', (name, command: Command) => {
  test('fits a screen, and says how the command is used', async () => {
    const help = await helpOf(name, '--help')
    assertFits(help, name === 'lint' ? screen.open : screen.small)
    expect(help).toMatch(new RegExp(`^plan-lint ${name} \\S+: ${command.summary}\\n\\nUsage: plan-lint `))
  })

  test('shows each option once, with what it takes and what it is for', async () => {
    const help = await helpOf(name, '--help')
    for (const [option, {short, value, optionalValue, with: other, help: words}] of Object.entries(command.options)) {
      const lines = linesOf(help, option)
      expect(lines, option).toHaveLength(1)
      const taken = value ? ` <${value}>` : optionalValue ? `[=<${optionalValue}>]` : ''
      const form = `${short ? `-${short}, ` : ''}--${option}${taken}`
      expect(lines[0]).toContain(form)
      expect(lines[0]).toContain(`  ${other === undefined ? words : command.options[other]?.help}`)
    }
    expect(linesOf(help, 'help')).toHaveLength(1)
  })

  test('its options speak alike', () => {
    for (const [option, {type, value, with: other, help}] of Object.entries<Option>(command.options)) {
      expect(help, option).toMatch(/^[a-z].*[^.\s]$/)
      expect(value !== undefined, option).toBe(type === 'string')
      if (other !== undefined) expect(Object.keys(command.options)).toContain(other)
    }
  })

  test('is what "help" prints, too', async () => {
    expect(await helpOf('help', name)).toBe(await helpOf(name, '--help'))
  })

  test('an option with a slip is told with the one that is meant', async () => {
    for (const option of ['help', ...Object.keys(command.options)].filter(() => !command.allowsUnknown)) {
      const slip = `--${option.slice(0, -1)}`
      if (Object.hasOwn(command.options, slip.slice(2))) continue
      const {code, stderr} = await run(project(), [name, slip])
      expect(code).toBe(2)
      expect(stderr).toMatch(new RegExp(`^plan-lint: unknown option "${slip}"; did you mean "--${option}"\\?\\n$`))
    }
  })
})

describe('plan-lint --help', () => {
  test('fits a screen, and names every command, the places of plans, and where the rest is', async () => {
    const help = await helpOf('--help')
    assertFits(help, screen.open)
    for (const [name, {summary}] of Object.entries(commands)) {
      expect(help).toMatch(new RegExp(`^ {2}${name} +${summary.replace(/[()[\]?]/g, '\\$&')}$`, 'm'))
    }
    for (const place of ['thoughts/', 'PLAN.md']) {
      expect(planGlobs.join(' ')).toContain(place)
      expect(help).toContain(place)
    }
    expect(help).toContain('plan-lint lint --help')
    expect(help).toContain('Exit codes: 0 ')
  })

  test('shows the options that are used most, as the help of lint does', async () => {
    const [short, long] = [await helpOf('--help'), await helpOf('lint', '--help')]
    const both = Object.keys(lintOptions).filter(name => linesOf(short, name).length > 0)
    expect(both.length).toBeGreaterThan(5)
    const words = (help: string, name: string) => linesOf(help, name)[0]?.replace(/ +/g, ' ')
    for (const name of both) expect(words(short, name)).toBe(words(long, name))
  })

  test('is what "help" alone prints, and -h beside other arguments', async () => {
    const help = await helpOf('--help')
    expect(await helpOf('help')).toBe(help)
    expect(await helpOf('--fix', '-h')).toBe(help)
  })
})

test('headings are bold in a terminal, unless colour is not wanted', async () => {
  const shown = async (argv: string[], env: Record<string, string> = {}) =>
    (await run(project(), argv, {columns: 80, env})).stdout
  for (const argv of [['--help'], ['lint', '--help'], ['rules', '--help']]) {
    expect(await shown(argv)).toContain('\u001b[1mUsage:')
    expect(await shown(argv, {NO_COLOR: '1'})).not.toContain('\u001b')
    expect(await shown([...argv, '--no-color'])).not.toContain('\u001b')
  }
})
