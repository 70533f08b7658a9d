import {installedPackage, type Package} from '../../packages.ts'
import type {Check, Diagnosis, Fault} from '../check.ts'
import {type Loss, lossesOf} from '../losses.ts'
import {probe, probePaths} from '../probe.ts'
import {reachFaults, writingFaults} from '../remark/runs.ts'
import {optionsFile, type Setup, setupOf} from '../remark/setup.ts'
import {type Aid, aids, pathsShown, tried} from '../remark/trial.ts'
import type {Surroundings} from '../surroundings.ts'
import {nodeFaults} from '../versions.ts'
import {plansAt, relativeTo, shownIn} from '../words.ts'

const cli = 'remark-cli'

export const remark: Check = {
  name: 'remark',
  async examine(surroundings) {
    const setup = setupOf(surroundings)
    if (!setup) return null
    const host = installedPackage(surroundings.world.fs, surroundings.root, cli)
    if (!host) return absent(setup)
    const {summary, faults} = await proof(setup, host, surroundings)
    return {
      summary: `${cli} ${host.version} ${summary}`,
      faults: [...nodeFaults(cli, host), ...faults, ...writingFaults(setup)],
    }
  },
}

function absent(setup: Setup): Diagnosis {
  const message = `${optionsFile(setup)} is there, but the project has no ${cli} to try it with`
  return {
    summary: `${cli} is not installed`,
    faults: [{severity: 'warning', message, advice: `npm install --save-dev ${cli}`}],
  }
}

async function proof(setup: Setup, host: Package, surroundings: Surroundings): Promise<Diagnosis> {
  const paths = relativeTo(surroundings.root, probePaths(surroundings))
  const silencing = `<!-- lint disable -->\n\n${probe}`
  const named = setup.rcPath === undefined ? {} : {rcPath: setup.rcPath}
  const [reply, silenced] = await tried(surroundings, host, [
    {aids: [], paths, ...named},
    {aids: [], paths: paths.slice(0, 1), text: silencing, ...named},
  ])
  const failure = reply && 'value' in reply ? Object.values(reply.value).flatMap(file => file.failure) : reply?.failure
  if (!failure || failure.length > 0) return {summary: 'fails', faults: [failureFault(failure ?? [], surroundings)]}
  const shown = pathsShown(reply)
  const lost = paths.filter(path => !shown.has(path))
  const losses = await lossesOf(lost, aids, async lists => {
    const attempts = lists.map(list => ({aids: list, paths: lost, ...named}))
    return (await tried(surroundings, host, attempts)).map(pathsShown)
  })
  return {
    summary: shownIn(shown.size, setup.isForPlans, surroundings),
    faults: [
      ...lossFaults(losses, setup, surroundings),
      ...(pathsShown(silenced).size > 0 ? [deafToComments(setup)] : []),
      ...(shown.size > 0 ? await reachFaults(setup, host, surroundings, [...shown]) : []),
    ],
  }
}

function failureFault(reasons: readonly string[], {installed}: Surroundings): Fault {
  const isAbsent = installed === null && reasons.some(reason => reason.includes('plan-lint'))
  return {
    severity: 'error',
    message: [...new Set(reasons)].slice(0, 3).join(': '),
    advice: isAbsent ? 'npm install --save-dev plan-lint' : 'put that right; "npx remark" then runs, too',
  }
}

function lossFaults(losses: readonly Loss<Aid>[], setup: Setup, surroundings: Surroundings): Fault[] {
  const all = Math.max(1, surroundings.plans.files.length)
  return losses.map(({paths, needs: [need]}) => ({
    severity: paths.length === all && setup.isForPlans ? 'error' : 'warning',
    ...wordsFor(need, paths, setup, surroundings),
  }))
}

function wordsFor(
  need: Aid | undefined,
  paths: readonly string[],
  setup: Setup,
  surroundings: Surroundings,
): Pick<Fault, 'message'> & {advice: string} {
  const file = optionsFile(setup)
  const plans = plansAt(paths, surroundings, 'any of')
  if (need === 'ignores')
    return {
      message: `.remarkignore leaves out ${plansAt(paths, surroundings)}`,
      advice: 'take that out of .remarkignore',
    }
  if (need === undefined) {
    return {
      message: `nothing comes out in ${plans}, and trying did not tell why`,
      advice: 'look at what this prints: npx remark --no-stdout, with the path of a plan',
    }
  }
  return setup.isForPlans
    ? {
        message: `the configuration does not bring plan-lint's rules to ${plans}, or switches them off`,
        advice: `name "plan-lint/remark", or one of its presets, among the "plugins" in ${file}, and look for rules set to false`,
      }
    : {
        message: `plan-lint's rules are not among the plugins for ${plans}`,
        advice: `add "plan-lint/remark" to "plugins" in ${file}`,
      }
}

/** Single rules can be plugins without remark-lint, which is what reads the comments. */
function deafToComments(setup: Setup): Fault {
  return {
    severity: 'warning',
    message: 'comments such as <!-- lint disable --> keep no finding back, as remark-lint is not among the plugins',
    advice: `put "remark-lint" before plan-lint's rules in ${optionsFile(setup)}; npm install --save-dev remark-lint`,
  }
}
