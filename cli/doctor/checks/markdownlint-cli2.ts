import {installedPackage, type Package} from '../../packages.ts'
import type {Check, Diagnosis, Fault} from '../check.ts'
import {type Loss, lossesOf} from '../losses.ts'
import {unreadIgnoreFile} from '../markdownlint/ignore-file.ts'
import {lossFaults} from '../markdownlint/loss-faults.ts'
import {reachFaults} from '../markdownlint/reach.ts'
import {optionsFile, type Setup, setupOf} from '../markdownlint/setup.ts'
import {trapsIn} from '../markdownlint/traps.ts'
import {type Aid, aids, pathsShown, tried} from '../markdownlint/trial.ts'
import {probePaths} from '../probe.ts'
import type {Surroundings} from '../surroundings.ts'
import {nodeFaults, peerFaults} from '../versions.ts'
import {relativeTo, shownIn} from '../words.ts'

const name = 'markdownlint-cli2'

export const markdownlintCli2: Check = {
  name,
  async examine(surroundings) {
    const setup = setupOf(surroundings)
    if (!setup) return null
    const {world, root, own, installed} = surroundings
    const host = installedPackage(world.fs, root, name)
    if (!host) return absent(setup)
    const library = installedPackage(world.fs, host.folder, 'markdownlint')
    const versions = [...nodeFaults(name, host), ...peerFaults('markdownlint', library, installed ?? own, name)]
    const {summary, faults} = await proof(setup, host, surroundings)
    return {summary: `${host.version} ${summary}`, faults: [...versions, ...faults]}
  },
}

function absent(setup: Setup): Diagnosis {
  return {
    summary: 'not installed',
    faults: [
      {
        severity: 'warning',
        message: `${optionsFile(setup)} is there, but the project has no ${name} to try it with`,
        advice: `npm install --save-dev ${name}`,
      },
    ],
  }
}

async function proof(setup: Setup, host: Package, surroundings: Surroundings): Promise<Diagnosis> {
  const paths = relativeTo(surroundings.root, probePaths(surroundings))
  const {configFile} = setup
  const named = configFile === undefined ? {} : {configFile}
  const [reply] = await tried(surroundings, host, [{aids: [], paths, ...named}])
  if (!reply || 'failure' in reply)
    return {summary: 'fails', faults: [failureFault(reply?.failure ?? [], surroundings)]}
  const shown = pathsShown(reply)
  const lost = paths.filter(path => !shown.has(path))
  const losses = await lossesOf(lost, aids, async lists => {
    const attempts = lists.map(list => ({aids: list, paths: lost, ...named}))
    return (await tried(surroundings, host, attempts)).map(pathsShown)
  })
  const isAsked = setup.isForPlans || shown.size > 0
  const reach = isAsked ? await reachFaults(setup, host, surroundings, reachable(paths, losses)) : []
  const rules = new Set(Object.values(reply.value).flat())
  return {
    summary: shownIn(shown.size, setup.isForPlans, surroundings),
    faults: [
      ...lossFaults(losses, setup, surroundings),
      ...reach,
      ...trapsIn(setup, rules, surroundings),
      ...unreadIgnoreFile(setup, paths, surroundings),
    ],
  }
}

/** Those of `paths` that a run can come to, though rules may be missing there. */
function reachable(paths: readonly string[], losses: readonly Loss<Aid>[]): string[] {
  const kept = losses.filter(({needs: [need]}) => need === 'ignores' || need === undefined).flatMap(loss => loss.paths)
  return paths.filter(path => !kept.includes(path))
}

function failureFault(reasons: readonly string[], {installed}: Surroundings): Fault {
  const isAbsent = installed === null && reasons.some(reason => reason.includes('plan-lint'))
  return {
    severity: 'error',
    message: reasons.slice(0, 3).join(' '),
    advice: isAbsent ? 'npm install --save-dev plan-lint' : `put that right; "npx ${name}" then runs, too`,
  }
}
