import {Problem} from '../../config/problem.ts'
import type {Arguments} from '../commands/command.ts'
import type {GivenToLint} from '../commands/lint-options.ts'

/** What the user asks for besides `--watch`. */
export interface GivenToWatch extends Omit<Arguments, 'values'> {
  values: GivenToLint
}

/**
 * Assures that what is asked for besides `--watch` can be done again and again.
 * @throws {Problem} when it cannot
 */
export function assertWatchable({values, positionals, literals}: GivenToWatch): void {
  if (values['update-baseline']) {
    throw new Problem('--watch with --update-baseline would put up with each new finding at once; leave one out')
  }
  if (values['print-config'] !== undefined) {
    throw new Problem('--print-config is over once it has printed, and --watch never; leave one out')
  }
  const named = positionals.slice(0, positionals.length - literals.length)
  if (named.includes('@-')) {
    throw new Problem('--watch goes on when standard input has ended; put the list into a file, and name it @<file>')
  }
}
