import type {Package} from '../../packages.ts'
import type {Fault} from '../check.ts'
import type {Surroundings} from '../surroundings.ts'
import {joined, plansAt} from '../words.ts'
import {runOf, type Setup} from './setup.ts'
import {tried} from './trial.ts'

/** What to tell where the scripts of the project do not come to plans, of those at `paths`. */
export async function reachFaults(
  {commands}: Setup,
  host: Package,
  surroundings: Surroundings,
  paths: readonly string[],
): Promise<Fault[]> {
  const runs = commands.map(runOf).filter(({files}) => files.length > 0)
  if (runs.length === 0 || surroundings.plans.files.length === 0) return []
  const attempts = runs.map(({writes: _, ...run}) => ({aids: [], ...run}))
  const replies = await tried(surroundings, host, attempts)
  const reached = new Set(replies.flatMap(reply => ('failure' in reply ? [] : Object.keys(reply.value))))
  const missed = paths.filter(path => !reached.has(path))
  if (missed.length === 0) return []
  return [
    {
      severity: missed.length === paths.length ? 'error' : 'warning',
      message: `a run of it does not come to ${plansAt(missed, surroundings, 'any of')}`,
      advice: `name them in ${joined(commands.map(({script}) => `the script "${script}"`))}`,
    },
  ]
}

/** What to tell of scripts that let remark write. */
export function writingFaults({commands}: Setup): Fault[] {
  const writing = commands.filter(command => runOf(command).writes)
  if (writing.length === 0) return []
  const are = writing.length === 1 ? 'lets' : 'let'
  return [
    {
      severity: 'warning',
      message: `${joined(writing.map(({script}) => `the script "${script}"`))} ${are} remark write: it writes a whole plan anew, and "[P]" becomes "\\[P]"`,
      advice: 'leave --output out, or keep plans out of that run by --ignore-pattern',
    },
  ]
}
