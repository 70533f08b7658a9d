import {matcher} from '../../../config/glob.ts'
import {shownPath} from '../../../config/paths.ts'
import {planGlobs} from '../../../core/plan-paths.ts'
import {placesIn} from '../../glob.ts'
import {list} from '../../reporters/words.ts'
import type {Check, Fault} from '../check.ts'
import type {Surroundings} from '../surroundings.ts'
import {hiddenPlans, strayPlans} from '../unlinted.ts'

export const plans: Check = {
  name: 'plans',
  async examine(surroundings) {
    const {plans: found, config, configProblem} = surroundings
    if (configProblem) return {summary: 'not looked for', faults: [unknownPlace]}
    const counts = countsByPlace(surroundings)
    const isEmpty = found.files.length === 0
    return {
      summary: isEmpty ? `none in ${placesIn(config.plans).join(', ')}` : told(found.files.length, counts),
      faults: [
        ...found.problems.map((message): Fault => ({severity: 'error', message})),
        ...(isEmpty && found.problems.length === 0 ? [noPlans] : []),
        ...(isEmpty || config.plans === planGlobs ? [] : emptyFaults(counts)),
        ...hiddenFaults(surroundings),
        ...strayFaults(surroundings),
      ],
    }
  },
}

interface Count {
  glob: string
  place: string
  plans: number
}

/** How many plans each glob finds that no glob before it does. */
function countsByPlace({config, plans: {files}}: Surroundings): Count[] {
  const counted = new Set<string>()
  return config.plans
    .filter(glob => !glob.startsWith('!'))
    .map(glob => {
      const matches = matcher([glob])
      const found = files.filter(file => !counted.has(file) && matches(shownPath(config.root, file)))
      for (const file of found) counted.add(file)
      return {glob, place: placesIn([glob]).join(), plans: found.length}
    })
}

function told(all: number, counts: readonly Count[]): string {
  const full = counts.filter(({plans: count}) => count > 0)
  if (full.length === 1) return `${all} in ${full[0]?.place}`
  return `${all}: ${full.map(({place, plans: count}) => `${count} in ${place}`).join(', ')}`
}

/** Globs that somebody has written down for plans that are not there. */
function emptyFaults(counts: readonly Count[]): Fault[] {
  return counts
    .filter(({plans: count}) => count === 0)
    .map(({glob}) => ({
      severity: 'warning',
      message: `the glob "${glob}" finds no plan that another one does not`,
      advice: 'look for a slip in it; globs are relative to the folder of the configuration, and a .gitignore counts',
    }))
}

const unknownPlace: Fault = {
  severity: 'error',
  message: 'where they are stands in the configuration, which cannot be read',
}

const noPlans: Fault = {
  severity: 'error',
  message: 'there is nothing to lint, so that a run fails',
  advice: 'begin a plan: plan-lint new phased -o plans/first.md; or set "plans" in the configuration to where they are',
}

function hiddenFaults(surroundings: Surroundings): Fault[] {
  const hidden = hiddenPlans(surroundings)
  if (hidden.length === 0) return []
  return [
    {
      severity: 'warning',
      message: `a .gitignore leaves out ${list(hidden.map(surroundings.shown))}`,
      advice: 'name what is to be linted on the command line, and what is not in "ignores" of the configuration',
    },
  ]
}

function strayFaults(surroundings: Surroundings): Fault[] {
  const strays = strayPlans(surroundings)
  if (strays.length === 0) return []
  return [
    {
      severity: 'warning',
      message: `no glob comes to ${list(strays.map(surroundings.shown))}, which ${strays.length === 1 ? 'looks like a plan' : 'look like plans'}`,
      advice: 'name the place in "plans" of the configuration, or in "ignores"',
    },
  ]
}
