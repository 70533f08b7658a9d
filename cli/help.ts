import picocolors from 'picocolors'
import {planGlobs} from '../core/plan-paths.ts'
import {commonOptions} from './arguments.ts'
import type {Command, Option, Options} from './commands/command.ts'
import {type CommandName, commands} from './commands/commands.ts'
import {commonLintOptions, lintOptions} from './commands/lint-options.ts'
import {filled} from './filled.ts'
import {placesIn} from './glob.ts'
import {version} from './package.ts'

type Paint = ReturnType<typeof picocolors.createColors>

/** What `--help` prints for a command. */
export async function help(name: CommandName, command: Command, color: boolean): Promise<string> {
  const paint = picocolors.createColors(color)
  const called = `plan-lint ${name}`
  const {optionGroups = {Options: command.options}} = command
  const groups = Object.entries(optionGroups).map(([heading, options]) => ({heading, options}))
  const last = groups.at(-1)
  const shown = [...groups.slice(0, -1), ...(last ? [{...last, options: {...last.options, ...commonOptions}}] : [])]
  const width = widthOf(shown.flatMap(({options}) => rowsOf(options)))
  const tables = shown.map(({heading, options}) => part(heading, table(rowsOf(options), width), paint))
  const parts = [
    `${paint.bold(called)} ${version}: ${command.summary}`,
    usage(
      command.usage.map(words => `${name === 'lint' ? 'plan-lint' : called} ${words}`.trim()),
      paint,
    ),
    // Blank lines between many groups would drive the first of them off the screen.
    tables.join('\n'),
    ...(command.notes ? [await command.notes()] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

/** What `plan-lint --help` prints: what there is, and where to read more. */
export function overview(color: boolean): string {
  const paint = picocolors.createColors(color)
  const common = Object.fromEntries(commonLintOptions.map(name => [name, lintOptions[name]]))
  const rows = Object.entries(commands).map(([name, {summary}]) => ({left: name, words: summary}))
  const parts = [
    `${paint.bold('plan-lint')} ${version}: finds what is wrong with implementation plans in Markdown`,
    usage(['plan-lint [options] [files, folders, globs, @lists]', 'plan-lint <command> [options]'], paint),
    `Without paths it lints the plans that it finds in\n${filled(placesIn(planGlobs))}`,
    part('Commands', table(rows, widthOf(rows)), paint),
    part('Some of the options', table(rowsOf({...common, ...commonOptions})), paint),
    'All options: plan-lint lint --help      A command: plan-lint <command> --help\nExit codes: 0 clean, 1 findings that fail the run, 2 something was not checked',
  ]
  return `${parts.join('\n\n')}\n`
}

function usage(lines: readonly string[], paint: Paint): string {
  return `${paint.bold('Usage:')} ${lines.join('\n       ')}`
}

function part(heading: string, content: string, paint: Paint): string {
  return `${paint.bold(`${heading}:`)}\n${content}`
}

interface Row {
  left: string
  words: string
}

/** A row for each option, and for those together that belong together. */
function rowsOf(options: Options): Row[] {
  return Object.entries(options).flatMap(([name, option]) => {
    if (option.with !== undefined) return []
    const others = Object.entries(options).filter(([, other]) => other.with === name)
    const forms = [[name, option] as const, ...others].map(([own, other]) => formOf(own, other))
    return [{left: `${option.short ? '' : '    '}${forms.join(', ')}`, words: option.help}]
  })
}

function formOf(name: string, {short, value, optionalValue}: Option): string {
  const taken = value ? ` <${value}>` : optionalValue ? `[=<${optionalValue}>]` : ''
  return `${short ? `-${short}, ` : ''}--${name}${taken}`
}

function widthOf(rows: readonly Row[]): number {
  return Math.max(...rows.map(({left}) => left.length))
}

function table(rows: readonly Row[], width = widthOf(rows)): string {
  return rows.map(({left, words}) => `  ${left.padEnd(width)}  ${words}`).join('\n')
}
