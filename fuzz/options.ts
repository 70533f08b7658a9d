import {memberOf} from '../cli/arguments.ts'
import type {Options, Values} from '../cli/commands/command.ts'
import {Problem} from '../config/problem.ts'

export const options = {
  minutes: {type: 'string', value: 'number', help: 'how long'},
  seed: {type: 'string', value: 'number', help: 'what the cases are made from; the same seed gives the same cases'},
  kind: {type: 'string', value: 'name', help: 'only cases of this kind'},
  repeat: {type: 'string', value: 'file', help: 'try the one case in this file'},
} as const satisfies Options

export type Asked = Values<typeof options>

export const command = 'npm run fuzz --'

/** A run over many cases. */
export interface RunAsked {
  minutes: number
  /** A whole number of 32 bits. */
  seed: number
  /** Of the kinds to try. */
  names: readonly string[]
}

/**
 * The run that the user asks for, over kinds of these names.
 * @throws {Problem} when a number is none, or a kind is unknown
 */
export function runAsked({minutes, seed, kind}: Asked, names: readonly string[]): RunAsked {
  if (minutes === undefined) throw new Problem(`for how long? write ${command} --minutes <number>`)
  return {
    minutes: numberOf('minutes', minutes, /^\d+(?:\.\d+)?$/),
    seed: seed === undefined ? Math.floor(Math.random() * 2 ** 31) : numberOf('seed', seed, /^-?\d{1,10}$/) | 0,
    names: kind === undefined ? names : [memberOf(kind, names, 'kind')],
  }
}

function numberOf(name: string, words: string, form: RegExp): number {
  if (form.test(words)) return Number(words)
  throw new Problem(`--${name} is "${words}"; it needs a number`)
}

export function help(names: readonly string[]): string {
  const rows = Object.entries(options).map(([name, {value, help: words}]) => [`--${name} <${value}>`, words] as const)
  const width = Math.max(...rows.map(([left]) => left.length))
  const lines = rows.map(([left, words]) => `  ${left.padEnd(width)}  ${words}`)
  return `Usage: ${command} --minutes <number> [options]
       ${command} --repeat <file>

Tries plans and files made at random: that nothing throws or hangs, that ranges are right, that the same text
gives the same findings, step by step or at once, and that fixing ends and loses nothing.

Options:
${lines.join('\n')}

Kinds: ${names.join(', ')}
`
}
