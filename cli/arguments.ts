import {type ParseArgsConfig, parseArgs} from 'node:util'
import {didYouMean} from '../config/did-you-mean.ts'
import {Problem} from '../config/problem.ts'
import type {Arguments, Command, Options} from './commands/command.ts'

/** Known to every command. */
export const commonOptions = {
  help: {type: 'boolean', short: 'h', help: 'print this, or the version'},
  version: {type: 'boolean', short: 'v', with: 'help', help: 'print the version'},
} as const satisfies Options

/**
 * Reads the arguments of `command`, which is called `name` on the command line.
 * @throws {Problem} on an unknown option, a missing or superfluous value
 */
export function parseArguments(
  argv: readonly string[],
  {options: own, allowsUnknown = false}: Pick<Command, 'options' | 'allowsUnknown'>,
  name: string,
): Arguments<Options & typeof commonOptions> {
  const options: Options = {...own, ...commonOptions}
  const config: ParseArgsConfig = {args: [...argv], options, allowPositionals: true, strict: false, tokens: true}
  const {values, positionals, tokens = []} = parseArgs(config)
  for (const token of tokens) {
    if (token.kind !== 'option' || (allowsUnknown && !Object.hasOwn(options, token.name))) continue
    checkOption(token, options, name)
  }
  const end = tokens.find(({kind}) => kind === 'option-terminator')?.index ?? argv.length
  const literals = tokens.flatMap(token => (token.kind === 'positional' && token.index > end ? [token.value] : []))
  return {values: values as Arguments['values'], positionals, literals, argv}
}

interface Token {
  name: string
  rawName: string
  value?: string | undefined
  inlineValue?: boolean | undefined
}

function checkOption({name, rawName, value, inlineValue}: Token, options: Options, command: string): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined
  if (!option) {
    const names = Object.keys(options).map(known => `--${known}`)
    throw new Problem(
      `unknown option "${rawName}"${didYouMean(rawName, names) || `; "${command} --help" lists them all`}`,
    )
  }
  if (option.type === 'boolean' && value !== undefined && option.optionalValue === undefined)
    throw new Problem(`${rawName} takes no value; leave "=${value}" out`)
  if (value === '' && option.optionalValue !== undefined)
    throw new Problem(`${rawName}= lacks its value; write ${rawName}, or ${rawName}=<${option.optionalValue}>`)
  if (option.type === 'string' && isForgotten(value, inlineValue)) {
    throw new Problem(`${rawName} needs a value: ${rawName} <${option.value}>`)
  }
}

function isForgotten(value: string | undefined, inlineValue: boolean | undefined): boolean {
  return value === undefined || value === '' || (!inlineValue && value.startsWith('-'))
}

/**
 * The member of `known` that an option names.
 * @throws {Problem} when it names another one; `noun` is what messages call it
 */
export function memberOf<T extends string>(value: string, known: readonly T[], noun: string): T {
  const member = known.find(candidate => candidate === value)
  if (member !== undefined) return member
  throw new Problem(`unknown ${noun} "${value}"${didYouMean(value, known) || `; ${noun}s are ${known.join(', ')}`}`)
}

/** The one of `names` that stands last on the command line. */
export function lastOf(argv: readonly string[], ...names: string[]): string | undefined {
  const end = argv.indexOf('--')
  return argv.slice(0, end < 0 ? undefined : end).findLast(argument => names.includes(argument))
}
