import {commonOptions} from './arguments.ts'
import type {Command, Options} from './commands/command.ts'
import {type CommandName, commands} from './commands/commands.ts'
import {version} from './package.ts'

/** What `--help` prints for a command. */
export async function help(name: CommandName, command: Command): Promise<string> {
  const called = name === 'lint' ? 'plan-lint' : `plan-lint ${name}`
  const parts = [
    `${called} ${version}: ${command.summary}`,
    `Usage: ${command.usage.map(words => `${called} ${words}`.trim()).join('\n       ')}`,
    ...(name === 'lint' ? [`Commands:\n${commandRows()}`] : []),
    `Options:\n${optionRows({...command.options, ...commonOptions})}`,
    ...(command.notes ? [await command.notes()] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function commandRows(): string {
  const rows = Object.entries(commands).flatMap(([name, entry]) =>
    'summary' in entry ? [{left: name, words: entry.summary}] : [],
  )
  return table([...rows, {left: '<command> --help', words: 'more about a command'}])
}

function optionRows(options: Options): string {
  const rows = Object.entries(options).map(([name, {short, value, help: words}]) => ({
    left: `${short ? `-${short}, ` : '    '}--${name}${value ? ` <${value}>` : ''}`,
    words,
  }))
  return table(rows)
}

function table(rows: readonly {left: string; words: string}[]): string {
  const width = Math.max(...rows.map(({left}) => left.length))
  return rows.map(({left, words}) => `  ${left.padEnd(width)}  ${words}`).join('\n')
}
