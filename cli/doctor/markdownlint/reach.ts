import type {Package} from '../../packages.ts'
import type {Fault} from '../check.ts'
import type {Surroundings} from '../surroundings.ts'
import {joined, plansAt} from '../words.ts'
import {optionsFile, type Setup} from './setup.ts'
import {pathsShown, tried} from './trial.ts'

/**
 * What to tell where a run, by a script or by the globs of the configuration, does not come to the plans at `paths`,
 * whether or not it has the rules for them.
 * @throws {NoAnswer} when such a run does not end in time
 */
export async function reachFaults(
  setup: Setup,
  host: Package,
  surroundings: Surroundings,
  paths: readonly string[],
): Promise<Fault[]> {
  const runs = runsOf(setup)
  if (runs.length === 0 || paths.length === 0 || surroundings.plans.files.length === 0) return []
  const attempts = runs.map(({argv}) => ({aids: ['rules', 'config'] as const, paths, argv, usesGlobs: true}))
  const replies = await tried(surroundings, host, attempts)
  const failures = replies.flatMap((reply, index): Fault[] => {
    const message =
      'failure' in reply ? `${runs[index]?.name} fails: ${reply.failure.slice(0, 3).join(' ')}` : undefined
    return message === undefined ? [] : [{severity: 'error', message}]
  })
  const reached = new Set(replies.flatMap(reply => [...pathsShown(reply)]))
  const missed = paths.filter(path => !reached.has(path))
  if (missed.length === 0 || failures.length > 0) return failures
  return [
    {
      severity: missed.length === paths.length ? 'error' : 'warning',
      message: `a run of it does not come to ${plansAt(missed, surroundings, 'any of')}`,
      advice: `name them in ${joined(runs.map(({name}) => name))}`,
    },
  ]
}

interface Run {
  name: string
  argv: readonly string[]
}

/** The runs that a project has laid down; where people type the paths, there are none. */
function runsOf(setup: Setup): Run[] {
  // What is read from standard input says nothing of files.
  const scripts = setup.commands.filter(({argv}) => !argv.includes('-') && !argv.includes('--format'))
  if (scripts.length > 0) return scripts.map(({script, argv}) => ({name: `the script "${script}"`, argv}))
  return setup.options[0]?.text.includes('globs') ? [{name: `"globs" of ${optionsFile(setup)}`, argv: []}] : []
}
