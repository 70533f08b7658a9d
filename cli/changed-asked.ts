import {resolve} from 'node:path'
import {Problem} from '../config/problem.ts'
import type {Arguments, LoadedWorld} from './commands/command.ts'
import type {GivenToLint} from './commands/lint-options.ts'
import type {LintRequest} from './lint-request.ts'

/**
 * Which changes a run is limited to.
 * @throws {Problem} when the options contradict each other, or one lacks another
 */
export function changedAsked({
  changed,
  since,
  'changed-lines': linesOnly = false,
}: GivenToLint): Pick<LintRequest, 'changed'> {
  if (changed && since !== undefined)
    throw new Problem('--changed and --since both say what has changed; leave one out')
  const ref = since ?? (typeof changed === 'string' ? changed : undefined)
  if (ref !== undefined) return {changed: {since: ref, linesOnly}}
  if (changed) return {changed: {linesOnly}}
  if (linesOnly) throw new Problem('--changed-lines goes with --changed or --since <ref>; add one of them')
  return {}
}

/**
 * Assures that what follows `--changed` is no ref: other programs take it for one.
 * @throws {Problem} when it is no path, and looks like one word of git's
 */
export function assertNoRef(
  {fs, cwd}: LoadedWorld,
  {argv, positionals}: Pick<Arguments, 'argv' | 'positionals'>,
): void {
  const next = argv[argv.indexOf('--changed') + 1]
  const isPath = next === undefined || !positionals.includes(next) || /^[.@]|\.\w+$|[*?[{]/.test(next)
  if (!argv.includes('--changed') || isPath || fs.existsSync(resolve(cwd, next))) return
  throw new Problem(`${next}: no such file or folder; for what has changed since that ref write --changed=${next}`)
}
