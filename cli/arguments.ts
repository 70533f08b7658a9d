import {type ParseArgsConfig, parseArgs} from 'node:util'
import {didYouMean} from '../config/did-you-mean.ts'
import {Problem} from '../config/problem.ts'

interface Option {
  type: 'string' | 'boolean'
  short?: string
  /** What its value is called in the help. */
  value?: string
  help: string
}

export const formats = ['stylish', 'json'] as const
export type Format = (typeof formats)[number]

/** In the order of the help. */
export const options = {
  preset: {type: 'string', value: 'id', help: 'judge every file by this preset, whatever it looks like'},
  config: {type: 'string', short: 'c', value: 'file', help: 'take this configuration file'},
  'no-config': {type: 'boolean', help: 'take no configuration file'},
  format: {type: 'string', short: 'f', value: 'name', help: `${formats.join(' (default) or ')}`},
  quiet: {type: 'boolean', short: 'q', help: 'print errors only'},
  color: {type: 'boolean', help: 'print in colour'},
  'no-color': {type: 'boolean', help: 'print without colour'},
  help: {type: 'boolean', short: 'h', help: 'print this'},
  version: {type: 'boolean', short: 'v', help: 'print the version'},
} as const satisfies Record<string, Option>

export interface LintCommand {
  command: 'lint'
  paths: string[]
  preset?: string
  /** A path, `false` for none, absent for the one that is found. */
  config?: string | false
  format: Format
  quiet: boolean
  /** Absent: what environment and terminal say. */
  color?: boolean
}

export type Command = LintCommand | {command: 'help'} | {command: 'version'} | {command: 'lsp'}

const transports = ['--stdio', '--node-ipc']

/**
 * @throws {Problem} on an unknown option, a missing or superfluous value, an unknown format
 */
export function parseCommandLine(argv: readonly string[]): Command {
  return argv[0] === 'lsp' ? parseLsp(argv.slice(1)) : parseLint(argv)
}

function parseLsp(argv: readonly string[]): Command {
  if (argv.some(argument => argument === '--help' || argument === '-h')) return {command: 'help'}
  // Editors' clients add options of their own, such as the id of their process.
  if (argv.some(argument => transports.includes(argument))) return {command: 'lsp'}
  throw new Problem('the language server needs to know how the editor talks to it: plan-lint lsp --stdio')
}

function parseLint(argv: readonly string[]): Command {
  const config = {args: [...argv], options, allowPositionals: true, strict: false, tokens: true} as const
  const {values, positionals, tokens} = parseArgs(config satisfies ParseArgsConfig)
  for (const token of tokens) if (token.kind === 'option') checkOption(token)

  if (values.help) return {command: 'help'}
  if (values.version) return {command: 'version'}
  if (values.config !== undefined && values['no-config']) {
    throw new Problem('--config and --no-config contradict each other; leave one out')
  }
  const {preset, config: file} = values as {preset?: string; config?: string}
  const color = lastOf(argv, '--color', '--no-color')
  return {
    command: 'lint',
    paths: positionals,
    format: formatOf(values.format as string | undefined),
    quiet: values.quiet === true,
    ...(preset === undefined ? {} : {preset}),
    ...(values['no-config'] ? {config: false} : file === undefined ? {} : {config: file}),
    ...(color === undefined ? {} : {color: color === '--color'}),
  }
}

function checkOption(token: {
  name: string
  rawName: string
  value?: string | undefined
  inlineValue?: boolean | undefined
}) {
  const {name, rawName, value, inlineValue} = token
  if (!Object.hasOwn(options, name)) {
    const names = Object.keys(options).map(known => `--${known}`)
    throw new Problem(
      `unknown option "${rawName}"${didYouMean(rawName, names) || '; "plan-lint --help" lists them all'}`,
    )
  }
  const option: Option = options[name as keyof typeof options]
  if (option.type === 'boolean' && value !== undefined)
    throw new Problem(`${rawName} takes no value; leave "=${value}" out`)
  const forgotten = value === undefined || value === '' || (!inlineValue && value.startsWith('-'))
  if (option.type === 'string' && forgotten) {
    throw new Problem(`${rawName} needs a value: ${rawName} <${option.value}>`)
  }
}

function formatOf(name = 'stylish'): Format {
  const format = formats.find(known => known === name)
  if (format) return format
  throw new Problem(`unknown format "${name}"${didYouMean(name, formats) || `; formats are ${formats.join(', ')}`}`)
}

function lastOf(argv: readonly string[], ...names: string[]): string | undefined {
  const end = argv.indexOf('--')
  return argv.slice(0, end < 0 ? undefined : end).findLast(argument => names.includes(argument))
}
