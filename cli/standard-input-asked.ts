import {Problem} from '../config/problem.ts'
import type {Arguments} from './commands/command.ts'

export const standardInputOptions = {
  stdin: {type: 'boolean', help: 'lint the text on standard input, as file'},
  'stdin-filename': {type: 'string', value: 'file', with: 'stdin', help: 'what file that text is of'},
} as const

/** Options that ask for something of files on the disk. */
const aboutFiles = ['changed', 'since', 'changed-lines', 'shard', 'update-baseline', 'print-config', 'watch'] as const

type Given = Pick<Arguments, 'positionals' | 'literals'> & {
  values: Partial<Record<(typeof aboutFiles)[number] | keyof typeof standardInputOptions | 'baseline', unknown>>
}

/**
 * Whether the user has a text on standard input linted, by `--stdin` or by the path `-`.
 * @throws {Problem} when something else is asked for besides that does not go with it
 */
export function asksForStandardInput({values, positionals, literals}: Given): boolean {
  const named = positionals.slice(0, positionals.length - literals.length)
  const name = values['stdin-filename']
  if (!values.stdin && !named.includes('-')) {
    if (name === undefined) return false
    throw new Problem('--stdin-filename names the text on standard input; add --stdin')
  }
  const path = [...named.filter(path => path !== '-'), ...literals][0]
  if (path !== undefined) throw new Problem(`--stdin is one text, and "${path}" another; leave one out`)
  const option = aboutFiles.find(option => values[option] !== undefined)
  if (option) throw new Problem(`--${option} is about files, and --stdin about none; leave one out`)
  if (values.baseline !== undefined && name === undefined) {
    throw new Problem('--baseline knows findings by their file; add --stdin-filename <file>')
  }
  return true
}
